/** `package-lock.json` as one more file to write, made for the package.json that the plan comes to. */
import { isRecord, parseJson } from '../../domain/json.ts';
import { planLockfile } from './lockfile.ts';
import type { Outcome } from './outcome.ts';
import type { Prepared } from './prepare.ts';
import { type Blob, isSameBlob, keepBlob, readBlob } from './tree.ts';

const FILE = 'package-lock.json';

/**
 * @returns nothing where the fork has no lockfile, or the right one
 * @throws {Refusal} when npm could not complete it
 */
export function settleLockfile(project: string, { outcomes, trees }: Prepared): Outcome | undefined {
  const before = trees.ours.get(FILE);
  const readTheirs = (file: string) => readJson(project, trees.theirs.get(file));
  const lock = readTheirs(FILE);
  const change = outcomes.find(({ file }) => file === 'package.json')?.change;
  const merged = readJson(project, change === undefined ? trees.ours.get('package.json') : change.after);
  const theirs = readTheirs('package.json');
  if (before === undefined || lock === undefined || merged === undefined || theirs === undefined) return undefined;
  const npmrc = trees.ours.get('.npmrc');
  const text = planLockfile({
    merged,
    theirs,
    lock,
    npmrc: npmrc === undefined ? undefined : readBlob(project, npmrc).toString(),
  });
  const after = keepBlob(project, text, before.mode);
  if (isSameBlob(before, after)) return undefined;
  return { file: FILE, fate: 'clean', note: 'made for package.json', change: { file: FILE, before, after } };
}

function readJson(project: string, blob: Blob | undefined): Record<string, unknown> | undefined {
  const value = blob === undefined ? undefined : parseJson(readBlob(project, blob).toString());
  return isRecord(value) ? value : undefined;
}
