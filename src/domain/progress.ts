/** How far a reader is with some checklist items. */
import { stateOfItem } from './item-token.ts';
import type { Tick } from './tick.ts';

/** `total` leaves out what the reader skipped. */
export interface Progress {
  readonly done: number;
  readonly doing: number;
  readonly total: number;
}

/**
 * Counts the states of items; an item without a tick is open.
 * @param items as tokens, which name former keys too: see item-token.ts
 */
export function countProgress(items: readonly string[], ticks: Readonly<Record<string, Tick>>): Progress {
  const states = items.map((item) => stateOfItem(item, ticks));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { done: count('done'), doing: count('doing'), total: items.length - count('skipped') };
}
