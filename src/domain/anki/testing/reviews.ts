/** Answers to make exports of: in the order in which they happened, each of a device and counter of its own. */

import { type CardEvent, type CardFacts, isCardEvent } from '../../review/card-event.ts';
import { createEvent } from '../../study-event.ts';

const MADRID = 60;

/** @param list facts with their time in milliseconds since 1970 */
export function createCardEvents(
  list: readonly (CardFacts & { readonly t: number; readonly z?: number })[],
): CardEvent[] {
  return list.map(({ t, z = MADRID, ...facts }, index) => {
    const event = createEvent(facts as CardFacts, 'here', index + 1, { t, z });
    if (!isCardEvent(event)) throw new TypeError(JSON.stringify(event));
    return event;
  });
}

/** 28 November 2026, 10:00 in Madrid. */
export const MORNING = Date.UTC(2026, 10, 28, 9);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
