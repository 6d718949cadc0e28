/** One version of the engine, wherever it came from. */
import { isRecord, parseJson } from '../../domain/json.ts';
import { Refusal } from '../new/refusal.ts';
import { askGit } from './git.ts';

export interface Engine {
  /** Of its package.json. */
  readonly version: string;
  readonly commit: string | undefined;
  /** Git's name for all of its files. */
  readonly tree: string;
}

/** Without it, it is no engine that an upgrade can read. */
const OWNERSHIP = 'src/cli/upgrade/ownership.ts';

/**
 * @param treeish a commit or a tree that is in the repository
 * @param source where it came from, for the message
 * @throws {Refusal} when it is something else
 */
export function describeEngine(project: string, treeish: string, source: string, commit?: string): Engine {
  const tree = askGit(project, 'rev-parse', '--verify', '--quiet', `${treeish}^{tree}`);
  const manifest = parseJson(askGit(project, 'cat-file', 'blob', `${treeish}:package.json`) ?? '');
  if (tree === undefined || !isRecord(manifest)) throw new Refusal(`${source} is no engine: it has no package.json`);
  const own = askGit(project, 'rev-parse', '--verify', '--quiet', `${treeish}^{commit}`);
  return { version: String(manifest.version ?? 'unknown'), commit: commit ?? own, tree };
}

/** @throws {Refusal} when its files do not say which are the engine's */
export function readOwnershipText(project: string, engine: Engine, source: string): string {
  const text = askGit(project, 'cat-file', 'blob', `${engine.tree}:${OWNERSHIP}`);
  if (text !== undefined) return text;
  throw new Refusal(`${source} cannot be upgraded to: it has no ${OWNERSHIP}, so that it is too old or no engine`);
}

/** `0.2.0 (3f2a1c9)` */
export function nameEngine({ version, commit }: Engine): string {
  return commit === undefined ? version : `${version} (${commit.slice(0, 7)})`;
}
