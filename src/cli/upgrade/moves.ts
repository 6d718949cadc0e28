/** Files that the engine moved: what a fork changed in the old place goes along to the new one. */
import { git } from './git.ts';
import type { Step } from './plan.ts';

/** New places by old ones, as far as git recognizes the texts. */
export function findMoves(project: string, base: string, theirs: string): Map<string, string> {
  const words = ['diff-tree', '-r', '-z', '--find-renames', '--diff-filter=R', '--name-status', base, theirs];
  const names = git(project, words).toString().split('\0');
  const moves = new Map<string, string>();
  // Each is three entries: how alike, from where, to where.
  for (let index = 0; index + 2 < names.length; index += 3) moves.set(names[index + 1] ?? '', names[index + 2] ?? '');
  return moves;
}

/** Makes of a file that the fork changed and the engine moved a merge in the new place. */
export function followMoves(steps: readonly Step[], moves: ReadonlyMap<string, string>): Step[] {
  const byFile = new Map(steps.map((step) => [step.file, step]));
  for (const [from, to] of moves) {
    const [old, moved] = [byFile.get(from), byFile.get(to)];
    if (old?.fate !== 'hand-merge' || moved?.act !== 'take' || moved.ours !== undefined) continue;
    byFile.set(from, { ...old, fate: 'clean', act: 'remove', movedTo: to });
    byFile.set(to, { ...moved, base: old.base, ours: old.ours, fate: 'merge', act: 'merge', movedFrom: from });
  }
  return [...byFile.values()];
}
