/** What becomes of each file of a plan: what to write, and what to tell. */
import { mergeFile } from './merge-file.ts';
import type { Fate, Step } from './plan.ts';
import { type Blob, isSameBlob, keepBlob, readBlob } from './tree.ts';

/** A file that is written or removed; `undefined` is a file that is not there. */
export interface Change {
  readonly file: string;
  readonly before?: Blob | undefined;
  readonly after?: Blob | undefined;
}

export interface Outcome {
  readonly file: string;
  readonly fate: Fate;
  /** In a few words: `new`, `merged`, or why somebody has to look. */
  readonly note: string;
  readonly change?: Change | undefined;
  /** Lines, from 1, on which a conflict begins. */
  readonly conflicts?: readonly number[] | undefined;
}

/** @param label names the newer engine: `engine 0.2.0` */
export function settleStep(project: string, step: Step, label: string): Outcome {
  const { file, act, fate, ours: before, theirs } = step;
  if (fate === 'merge') return mergeStep(project, step, label);
  if (act === 'leave') return { file, fate, note: describeLeft(step) };
  if (act === 'remove') {
    const note = step.movedTo === undefined ? 'removed' : `your change goes to ${step.movedTo}`;
    return { file, fate, note, change: { file, before, after: undefined } };
  }
  return { file, fate, note: before === undefined ? 'new' : 'replaced', change: { file, before, after: theirs } };
}

function describeLeft({ owner, fate, base, theirs }: Step): string {
  if (fate === 'deleted') return base === undefined ? 'new, in a folder that you deleted' : 'you deleted it';
  if (fate === 'hand-merge') return 'you changed it, and the engine no longer has it: delete it, or keep it as yours';
  return owner === 'owned' || (base === undefined && theirs === undefined) ? 'yours' : 'your change is kept';
}

function mergeStep(project: string, { file, base, ours, theirs, movedFrom }: Step, label: string): Outcome {
  const texts = { base: readBlob(project, base), ours: readBlob(project, ours), theirs: readBlob(project, theirs) };
  const { bytes, trouble, conflicts } = mergeFile(file, texts, label);
  const mode = base?.mode === ours?.mode ? theirs?.mode : ours?.mode;
  const before = movedFrom === undefined ? ours : undefined;
  const after = bytes === undefined ? ours : keepBlob(project, bytes, mode);
  const change = isSameBlob(before, after) ? undefined : { file, before, after };
  if (trouble === undefined) return { file, fate: 'clean', note: 'merged', change };
  return { file, fate: 'hand-merge', note: trouble, change, conflicts };
}
