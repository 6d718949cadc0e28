/** What a reader says of one checklist item. */

/** In the order in which a menu offers them. */
export const TICK_STATES = ['open', 'doing', 'done', 'skipped'] as const;
export type TickState = (typeof TICK_STATES)[number];

/** A state and when it was chosen, in milliseconds since 1970. */
export interface Tick {
  readonly state: TickState;
  readonly at: number;
}

export function isTickState(value: unknown): value is TickState {
  return (TICK_STATES as readonly unknown[]).includes(value);
}

/** What a click does: it ticks, and unticks what is ticked. */
export function toggleTick(state: TickState): TickState {
  return state === 'done' ? 'open' : 'done';
}

/** The later of two ticks of one item. Equal times are settled by state, so that merging is the same in any order. */
export function mergeTicks(a: Tick | undefined, b: Tick): Tick {
  if (a === undefined) return b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return TICK_STATES.indexOf(a.state) >= TICK_STATES.indexOf(b.state) ? a : b;
}
