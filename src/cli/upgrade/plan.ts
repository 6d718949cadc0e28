/**
 * What an upgrade does with each file: a pure function of three trees and of who owns what.
 *
 * `base` is the engine that the fork stands on, `ours` the fork, `theirs` the newer engine. A file that the engine did not
 * change is never touched, whatever the fork made of it.
 */
import type { Owner } from './ownership.ts';
import { type Blob, isSameBlob, type Tree } from './tree.ts';

/**
 * clean: taken without a question. hand-merge: somebody has to look. deleted: the fork deleted it, and so it stays. local:
 * the fork's own.
 */
export type Fate = 'clean' | 'hand-merge' | 'deleted' | 'local';

export interface Sides {
  readonly base: Blob | undefined;
  readonly ours: Blob | undefined;
  readonly theirs: Blob | undefined;
}

export interface Step extends Sides {
  readonly file: string;
  readonly owner: Owner;
  /** `merge` is decided by the texts: it ends as clean or as hand-merge. */
  readonly fate: Fate | 'merge';
  /** What to do: write theirs, remove ours, merge, or leave ours as it is. */
  readonly act: 'take' | 'remove' | 'merge' | 'leave';
  /** Where `ours` and `base` lie, if not in this place. */
  readonly movedFrom?: string;
  readonly movedTo?: string;
}

export interface Versions {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
}

/** Steps by path, of every file that is not the same everywhere. */
export function planUpgrade(trees: Versions, findOwner: (file: string) => Owner | undefined): Step[] {
  const { base, ours, theirs } = trees;
  const files = [...new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])].sort();
  const abandoned = findAbandoned(trees, findOwner);
  return files.flatMap((file) => {
    const sides = { base: base.get(file), ours: ours.get(file), theirs: theirs.get(file) };
    const owner = findOwner(file) ?? (sides.base === undefined && sides.theirs === undefined ? 'owned' : 'engine');
    const step = owner === 'owned' ? planOwned(sides) : planFile(sides, abandoned.has(folderOf(file)));
    return step === undefined ? [] : [{ file, owner, ...sides, ...step }];
  });
}

type Decision = Pick<Step, 'fate' | 'act'>;

const LEFT = { fate: 'local', act: 'leave' } as const satisfies Decision;

function planOwned({ ours }: Sides): Decision | undefined {
  return ours === undefined ? undefined : LEFT;
}

function planFile(sides: Sides, isAbandoned: boolean): Decision | undefined {
  const { base, ours, theirs } = sides;
  if (isSameBlob(ours, theirs)) return undefined;
  if (isSameBlob(base, theirs)) return ours === undefined ? undefined : LEFT;
  if (isSameBlob(base, ours) && !(base === undefined && isAbandoned)) {
    return { fate: 'clean', act: theirs === undefined ? 'remove' : 'take' };
  }
  if (ours === undefined) return { fate: 'deleted', act: 'leave' };
  // The fork has made something of what the engine no longer has.
  if (theirs === undefined) return { fate: 'hand-merge', act: 'leave' };
  return { fate: 'merge', act: 'merge' };
}

/** Shared folders whose files the fork deleted, every one: what is new in them is not wanted either. */
function findAbandoned({ base, ours }: Versions, findOwner: (file: string) => Owner | undefined): Set<string> {
  const kept = new Set([...ours.keys()].map(folderOf));
  const had = [...base.keys()].filter((file) => findOwner(file) === 'shared').map(folderOf);
  return new Set(had.filter((folder) => folder !== '' && !kept.has(folder)));
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
