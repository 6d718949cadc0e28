import { expect, test } from 'vitest';
import { createCardEvents, DAY, MINUTE, MORNING } from '../anki/testing/reviews.ts';
import { withoutCopies } from './anki-copies.ts';
import { listChanges, replayCards } from './replay.ts';
import { listAnswers } from './review-statistics.ts';
import { undoOf } from './testing/answers.ts';

const NO_RENAMES = new Map<string, string>();
const own = createCardEvents([
  { k: 'review', c: 'a#0', r: 4, ms: 1, i: 8, t: MORNING },
  { k: 'review', c: 'a#0', r: 3, ms: 1, i: 20, t: MORNING + 8 * DAY },
]);
/** The same answers, as another device has read them from Anki. */
const copies = own.map((event) => ({ ...event, d: 'anki', n: event.t, z: -180 }));
const inTime = [...own, ...copies].sort((a, b) => a.t - b.t || (a.d < b.d ? -1 : 1));

test('the reader’s own answer counts, not the copy that came back', () => {
  expect(withoutCopies(inTime, NO_RENAMES)).toEqual(own);
  expect(replayCards(inTime, NO_RENAMES).states).toEqual(replayCards(own, NO_RENAMES).states);
});

test('what was undone stays undone, also when it comes back', () => {
  const [first, last] = own;
  if (first === undefined || last === undefined) throw new Error('No answers.');
  const all = [...inTime, { ...undoOf(last), t: last.t + MINUTE }];
  expect(listChanges(all, NO_RENAMES)).toEqual({ done: [first], isWhole: true });
  expect(listAnswers(all, NO_RENAMES)).toHaveLength(1);
});

test('of what two devices have read the first counts', () => {
  const again = copies.map((event) => ({ ...event, z: 60 }));
  expect(withoutCopies([...copies, ...again], NO_RENAMES)).toEqual(copies);
});

test('a renamed card’s answers are known under both names', () => {
  const renamed = copies.map((event) => ({ ...event, c: 'new#0' }));
  expect(withoutCopies([...own, ...renamed], new Map([['a', 'new']]))).toEqual(own);
});
