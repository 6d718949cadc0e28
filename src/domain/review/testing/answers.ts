/** Random work with flashcards, on several devices in several zones, each event of its own time and place. */
import fc from 'fast-check';
import { createEvent, type Facts } from '../../study-event.ts';
import { type CardEvent, isCardEvent, type Rating } from '../card-event.ts';

const START = Date.UTC(2026, 9, 24, 12);
const HOUR = 3_600_000;

export const CARDS = ['gil#0', 'gil#1', 'loop#0', 'task#0'] as const;

const card = fc.constantFrom(...CARDS);
const device = fc.constantFrom('laptop', 'phone');
const zone = fc.constantFrom(-600, -180, 0, 60, 540);

const facts = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      k: fc.constant('review' as const),
      c: card,
      r: fc.constantFrom<Rating>(1, 2, 3, 4),
      ms: fc.nat(60_000),
    }),
  },
  fc.record({
    k: fc.constant('review' as const),
    c: card,
    r: fc.constant<Rating>(3),
    ms: fc.nat(60_000),
    cram: fc.constant(true as const),
  }),
  fc.record({ k: fc.constant('suspend' as const), c: card, on: fc.boolean() }),
  fc.record({ k: fc.constant('bury' as const), c: card, day: fc.constantFrom('2026-10-24', '2026-10-25') }),
  fc.record({ k: fc.constant('forget' as const), c: card }),
);

/** One event; undo it with undoOf. */
export function createCardEvent(facts: Facts, at: { d?: string; n?: number; t: number; z?: number }): CardEvent {
  const { d = 'laptop', n = 1, t, z = 0 } = at;
  const event = createEvent(facts, d, n, { t, z });
  if (!isCardEvent(event)) throw new Error('No event of a card.');
  return event;
}

/** What takes an event back, a moment later. */
export function undoOf({ d, n, t, z }: CardEvent): CardEvent {
  return createCardEvent({ k: 'undo', of: { d, n, t } }, { d, n: n + 1000, t: t + 1, z });
}

/** Events in order, hours to days apart. */
export const history: fc.Arbitrary<CardEvent[]> = fc
  .array(fc.record({ facts, wait: fc.oneof(fc.nat(HOUR), fc.nat(100 * HOUR)), d: device, z: zone }), { maxLength: 25 })
  .map((steps) => {
    let t = START;
    return steps.map(({ facts, wait, d, z }, n) => {
      t += 2 + wait;
      return createCardEvent(facts, { d, n, t, z });
    });
  });
