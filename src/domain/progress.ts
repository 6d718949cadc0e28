/** How far a reader is with some checklist items. */
import type { Tick } from './tick.ts';

/** `total` leaves out what the reader skipped. */
export interface Progress {
  readonly done: number;
  readonly doing: number;
  readonly total: number;
}

/** Counts the states of items; an item without a tick is open. */
export function countProgress(items: readonly string[], ticks: Readonly<Record<string, Tick>>): Progress {
  const states = items.map((item) => ticks[item]?.state ?? 'open');
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { done: count('done'), doing: count('doing'), total: items.length - count('skipped') };
}
