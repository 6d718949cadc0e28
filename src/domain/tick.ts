/** What a reader says of one checklist item. */
import { isStamped, laterText, type Stamped, stampOf } from './stamped.ts';

/** In the order in which a menu offers them. */
export const TICK_STATES = ['open', 'doing', 'done', 'skipped'] as const;
export type TickState = (typeof TICK_STATES)[number];

/** A state and when it was chosen, in milliseconds since 1970. */
export interface Tick extends Stamped {
  readonly state: TickState;
}

function isTickState(value: unknown): value is TickState {
  return (TICK_STATES as readonly unknown[]).includes(value);
}

export function isTick(value: unknown): value is Tick {
  return isStamped(value) && isTickState(value.state);
}

/** What a click does: it ticks, and unticks what is ticked. */
export function toggleTick(state: TickState): TickState {
  return state === 'done' ? 'open' : 'done';
}

/**
 * The later of two ticks of one item, whether this version can read it or not. Of two equally late ones it is the one
 * that this version can read, then the one further down the menu, so that merging is the same in any order.
 */
export function laterTick(a: unknown, b: unknown): unknown {
  if (stampOf(a) !== stampOf(b)) return stampOf(a) > stampOf(b) ? a : b;
  if (rankOf(a) !== rankOf(b)) return rankOf(a) > rankOf(b) ? a : b;
  return laterText(a, b);
}

function rankOf(tick: unknown): number {
  return isTick(tick) ? TICK_STATES.indexOf(tick.state) : -1;
}
