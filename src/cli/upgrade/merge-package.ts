/** Merges `package.json`: the engine's pins, and the fork's own packages, scripts and name. */
import { type Dispute, mergeJson } from './merge-json.ts';

/** What says who the fork is, and not how the engine works. */
const IDENTITY = ['name', 'version', 'description', 'license', 'author', 'homepage', 'repository', 'keywords', 'bugs'];
const PACKAGES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * @param disputed takes the keys that both changed and that somebody has to look at: `scripts.test`
 * @returns the merged object
 */
export function mergePackage(base: unknown, ours: unknown, theirs: unknown, disputed: string[]): unknown {
  return mergeJson(base, ours, theirs, (dispute) => settle(dispute, disputed));
}

function settle({ keys, ours, theirs }: Dispute, disputed: string[]): unknown {
  const [field = ''] = keys;
  // A package that the fork took out stays out, and one that only the fork still needs stays in.
  if (PACKAGES.includes(field)) return ours === undefined ? undefined : (theirs ?? ours);
  if (!IDENTITY.includes(field)) disputed.push(keys.join('.'));
  return ours;
}
