import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCardEvent } from '../review/card-event.ts';
import { createAnkiProgress } from './anki-progress.ts';
import { type AnkiReviewRow, readAnkiReviews } from './anki-reviews.ts';
import { createCardEvents, MORNING } from './testing/reviews.ts';

const row = (more: Partial<AnkiReviewRow> = {}): AnkiReviewRow => ({
  id: MORNING,
  guid: 'kb:en:a',
  ord: 0,
  ease: 3,
  interval: 4,
  factor: 500,
  time: 3000,
  type: 1,
  ...more,
});

function read(rows: readonly AnkiReviewRow[], events = createCardEvents([]), former = new Map<string, string>()) {
  return readAnkiReviews(rows, { siteId: 'kb', events, former, offsetAt: () => 60 });
}

test('an answer is an event of Anki, counted by its id there', () => {
  expect(read([row()])).toEqual({
    events: [{ d: 'anki', n: MORNING, t: MORNING, z: 60, k: 'review', c: 'a#0', r: 3, ms: 3000, i: 4 }],
    cards: 1,
    known: 0,
    foreign: 0,
  });
});

test('steps have no interval in days, and a reset is a new beginning', () => {
  const { events } = read([row({ interval: -600, type: 0 }), row({ id: MORNING + 1, type: 4, ease: 0, factor: 0 })]);
  expect(events).toMatchObject([{ k: 'review' }, { k: 'forget', c: 'a#0' }]);
  expect(events[0]).not.toHaveProperty('i');
});

test('what scheduled nothing, or is no answer, is left out; cards of others are counted', () => {
  const rows = [
    row({ type: 3, factor: 0 }),
    row({ type: 5, ease: 0 }),
    row({ ease: 0 }),
    row({ guid: 'other:en:a' }),
    row({ guid: 'Wq1!x' }),
  ];
  expect(read(rows)).toEqual({ events: [], cards: 0, known: 0, foreign: 2 });
});

test('what was read before is known, from whatever zone', () => {
  const { events } = read([row()]);
  const stored = events.map((event) => ({ ...event, z: -180 })).filter(isCardEvent);
  expect(read([row()], stored)).toMatchObject({ events: [], known: 1 });
});

const reviews = fc
  .array(
    fc.record({
      c: fc.constantFrom('a#0', 'a#1', 'b#0', 'old#0'),
      r: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
      // Now and then two at once.
      wait: fc.oneof(fc.constant(0), fc.integer({ min: 20, max: 20 * 86_400_000 })),
      forget: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((list) => {
    let t = MORNING;
    const taken = new Set<string>();
    return createCardEvents(
      list.flatMap(({ c, r, wait, forget }) => {
        t += wait;
        if (taken.has(`${c}${t}`)) return [];
        taken.add(`${c}${t}`);
        return [forget && r === 1 ? { k: 'forget' as const, c, t } : { k: 'review' as const, c, r, ms: 1000, t }];
      }),
    );
  });

test('what was exported from here comes back as nothing new', () => {
  const former = new Map([['old', 'b']]);
  fc.assert(
    fc.property(reviews, (events) => {
      const progress = createAnkiProgress(events, former, 0.9);
      const rows = (progress?.reviews ?? []).map(({ name, ...rest }) => {
        const [id = '', ord = '0'] = name.split('#');
        return { ...rest, guid: `kb:es:${id}`, ord: Number(ord) };
      });
      const back = read(rows, events, former);
      expect(back.events).toEqual([]);
      expect(back.known).toBe(rows.length);
    }),
  );
});
