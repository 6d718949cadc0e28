import { expect, test } from 'vitest';
import { ANKI_DEVICE } from '../review/anki-copies.ts';
import { undoOf } from '../review/testing/answers.ts';
import { createAnkiProgress } from './anki-progress.ts';
import { createCardEvents, DAY, MINUTE, MORNING } from './testing/reviews.ts';

const NO_RENAMES = new Map<string, string>();
const review = (c: string, t: number, r: 1 | 2 | 3 | 4, more: object = {}) =>
  ({ k: 'review', c, r, ms: 4000, t, ...more }) as const;

test('a card in review is due on its day, counted from the first answer', () => {
  const progress = createAnkiProgress(
    createCardEvents([
      review('a#0', MORNING, 3),
      review('a#0', MORNING + 10 * MINUTE, 3, { i: 4 }),
      review('a#0', MORNING + 4 * DAY, 3, { i: 12 }),
    ]),
    NO_RENAMES,
    0.9,
  );
  expect(progress).toMatchObject({
    // 4 in the morning of that day in Madrid.
    created: Date.UTC(2026, 10, 28, 3) / 1000,
    offset: -60,
    cards: [{ name: 'a#0', type: 2, queue: 2, due: 16, interval: 12, reps: 3, lapses: 0, left: 0 }],
  });
  expect(JSON.parse(progress?.cards[0]?.data ?? '')).toMatchObject({
    dr: 0.9,
    decay: 0.154,
    lrt: (MORNING + 4 * DAY) / 1000,
  });
  expect(
    progress?.reviews.map(({ type, ease, interval, lastInterval }) => [type, ease, interval, lastInterval]),
  ).toEqual([
    [0, 3, -600, 0],
    [0, 3, 4, -600],
    [1, 3, 12, 4],
  ]);
});

test('a card in its steps is due at a time, a forgotten one has an interval to come back to', () => {
  const progress = createAnkiProgress(
    createCardEvents([
      review('a#0', MORNING, 1),
      review('b#0', MORNING, 4, { i: 8 }),
      review('b#0', MORNING + 8 * DAY, 1),
    ]),
    NO_RENAMES,
    0.9,
  );
  expect(progress?.cards).toMatchObject([
    { name: 'a#0', type: 1, queue: 1, due: MORNING / 1000 + 60, interval: 0, left: 1001 },
    { name: 'b#0', type: 3, queue: 1, due: (MORNING + 8 * DAY) / 1000 + 600, lapses: 1, left: 1001 },
  ]);
  expect(progress?.cards[1]?.interval).toBeGreaterThanOrEqual(1);
  expect(progress?.reviews.at(-1)).toMatchObject({ type: 1, ease: 1 });
});

test('what was undone is not there; what was put aside, forgotten or crammed is', () => {
  const events = createCardEvents([
    review('a#0', MORNING, 3),
    review('a#0', MORNING + 1, 1),
    { k: 'undo', of: { d: 'here', n: 2, t: MORNING + 1 }, t: MORNING + 2 },
    { k: 'suspend', c: 'b#0', on: true, t: MORNING + 3 },
    review('c#0', MORNING + 4, 4, { i: 8 }),
    review('c#0', MORNING + 5, 3, { cram: true }),
    { k: 'forget', c: 'c#0', t: MORNING + 6 },
  ]);
  const progress = createAnkiProgress(events, NO_RENAMES, 0.9);
  expect(progress?.cards.map(({ name, type, queue }) => [name, type, queue])).toEqual([
    ['a#0', 1, 1],
    ['b#0', 0, -1],
  ]);
  expect(progress?.reviews.map(({ name, type, factor }) => [name, type, factor > 0])).toEqual([
    ['a#0', 0, true],
    ['c#0', 0, true],
    ['c#0', 3, false],
    ['c#0', 4, false],
  ]);
});

test('an answer that came back from Anki is exported once, and not at all where it was undone', () => {
  const own = createCardEvents([review('a#0', MORNING, 4, { i: 8 }), review('b#0', MORNING + MINUTE, 4, { i: 8 })]);
  const copies = own.map((event) => ({ ...event, d: ANKI_DEVICE, n: event.t }));
  const all = own.flatMap((event, index) => [...copies.slice(index, index + 1), event]);
  expect(createAnkiProgress(all, NO_RENAMES, 0.9)).toEqual(createAnkiProgress(own, NO_RENAMES, 0.9));
  const undone = createAnkiProgress([...all, ...own.slice(1).map(undoOf)], NO_RENAMES, 0.9);
  expect(undone?.reviews.map(({ name }) => name)).toEqual(['a#0']);
  expect(undone?.cards.map(({ name }) => name)).toEqual(['a#0']);
});

test('answers of one millisecond get numbers of their own, and a renamed card is one', () => {
  const progress = createAnkiProgress(
    createCardEvents([review('old#0', MORNING, 3), review('b#0', MORNING, 3), review('new#0', MORNING + MINUTE, 3)]),
    new Map([['old', 'new']]),
    0.9,
  );
  expect(progress?.reviews.map(({ id }) => id - MORNING)).toEqual([0, 1, MINUTE]);
  expect(progress?.cards.map(({ name, reps }) => [name, reps])).toEqual([
    ['new#0', 2],
    ['b#0', 1],
  ]);
});

test('nobody who did nothing has progress', () => {
  expect(createAnkiProgress([], NO_RENAMES, 0.9)).toBeUndefined();
});
