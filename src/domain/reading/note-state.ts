/** How far a reader is with a note, by what they ticked of its checklist. */
import { countProgress } from '../progress.ts';
import type { Tick } from '../tick.ts';

export type NoteState = 'open' | 'started' | 'done';

/**
 * A note is done when all that was not skipped is, and something is; it is started with the first item that is worked on.
 * @param items as tokens, see item-token.ts
 */
export function stateOfNote(items: readonly string[], ticks: Readonly<Record<string, Tick>>): NoteState {
  const { done, doing, total } = countProgress(items, ticks);
  if (done > 0 && done === total) return 'done';
  return done + doing > 0 ? 'started' : 'open';
}
