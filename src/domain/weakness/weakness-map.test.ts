import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog, selectEvents } from '../event-log.ts';
import type { Grade } from '../interview/rubric.ts';
import { isCardEvent } from '../review/card-event.ts';
import { replayCards } from '../review/replay.ts';
import { EMPTY_STUDY } from '../study-document.ts';
import { createEvent, type Facts, type StudyEvent } from '../study-event.ts';
import { standingOf } from './estimate.ts';
import type { PublishedTopic } from './topic-file.ts';
import { byWeakness, findStandings, type TopicStanding } from './weakness-map.ts';

const DAY = 86_400_000;
const NOW = { t: Date.UTC(2026, 10, 24, 12), z: 60 };
const CARDS = ['a', 'b', 'c'].map((id) => ({ name: `${id}#0`, id, deck: 'python/gil', area: 'python', tags: [] }));
const GIL: PublishedTopic = {
  token: 'python/gil|concurrency/gil',
  title: 'The GIL',
  href: '/python/gil/',
  deck: 'python/gil',
  exercises: [{ token: 'lock|old-lock', title: 'Lock', href: '/exercises/lock/' }],
  questions: 2,
  items: ['python/gil#explain|concurrency/gil#explain', 'python/gil#measure'],
};
const OTHER: PublishedTopic = { token: 'sql/joins', title: 'Joins', href: '/', exercises: [], questions: 0, items: [] };

const event = (facts: Facts, days: number, n = 0) =>
  createEvent(facts, 'laptop', n, { t: NOW.t - days * DAY + n, z: 60 });
const answer = (c: string, r: 1 | 3 | 4, i?: number): Facts => ({ k: 'review', c, r, ms: 1, ...(i && { i }) });
const rate = (q: string, grade: Grade, correctness = grade): Facts => ({
  k: 'interview',
  s: 's',
  did: 'rate',
  q,
  notes: ['python/gil#lock'],
  level: 'senior',
  text: 'Why?',
  r: { correctness, depth: grade, clarity: grade, examples: grade },
  ms: 1,
  hit: 0,
  of: 1,
});
const runTests = (passed: number): Facts => ({ k: 'exercise', exercise: 'lock', did: 'test', passed, total: 4 });

function stand(events: readonly StudyEvent[], study = EMPTY_STUDY, topic = GIL): TopicStanding {
  const log = createLog(events);
  const { states } = replayCards(selectEvents(log, isCardEvent), new Map());
  const [gil] = findStandings([topic, OTHER], { log, study, cards: CARDS, states, formerCards: new Map() }, NOW);
  if (gil === undefined) throw new Error('The topic is missing');
  return gil;
}
const meanOf = (events: readonly StudyEvent[]) => stand(events).estimate?.mean ?? 0.5;

test('reading a note, running code and learning a new card say nothing yet', () => {
  const events = [
    event({ k: 'phase', note: 'python/gil', phase: 'read', ms: 60_000 }, 1),
    event({ k: 'exercise', exercise: 'lock', did: 'run' }, 1),
    event(answer('a#0', 3), 0),
  ];
  expect(stand(events).estimate).toBeUndefined();
  expect(stand(events)).toMatchObject({ isTouched: false, openExercise: 'lock', evidence: { cards: { seen: 1 } } });
});

test('what tests have judged says more than one’s word for it, and a ticked checklist alone is little', () => {
  const solved = stand([event(runTests(4), 1)]);
  const claimed = stand([event({ k: 'exercise', exercise: 'old-lock', did: 'claim' }, 1)]);
  const copied = stand([event({ k: 'exercise', exercise: 'lock', did: 'solution' }, 2), event(runTests(4), 1)]);
  const failed = stand([event(runTests(2), 1)]);
  const means = [failed, copied, claimed, solved].map(({ estimate }) => estimate?.mean ?? Number.NaN);
  expect(means).toEqual(means.toSorted((a, b) => a - b));
  expect(means[0]).toBeLessThan(0.5);
  expect([solved.evidence.exercises, copied.evidence.exercises, failed.evidence.exercises]).toMatchObject([
    { solved: 1, copied: 0, failed: 0 },
    { solved: 0, copied: 1, failed: 0 },
    { solved: 0, copied: 0, failed: 1 },
  ]);
  expect(solved.openExercise).toBeUndefined();

  const shared = { ...GIL, exercises: GIL.exercises.map((exercise) => ({ ...exercise, topics: 4 })) };
  expect(stand([event(runTests(4), 0)], EMPTY_STUDY, shared).estimate?.answers).toBeCloseTo(0.5);

  const at = NOW.t - DAY;
  const ticks = {
    'concurrency/gil#explain': { state: 'done', at },
    'python/gil#measure': { state: 'done', at },
  } as const;
  const told = stand([event({ k: 'studied', note: 'concurrency/gil', studied: true }, 0)], { ...EMPTY_STUDY, ticks });
  expect(told.evidence.ownWord).toMatchObject({ abilities: 2, ticked: [at, at], studiedAt: NOW.t });
  expect(told.estimate && standingOf(told.estimate)).toBe('little');
  expect(told.isTouched).toBe(true);
});

test('of an interview the last answer to each question counts, and one that is wrong is wrong however well told', () => {
  const twice = stand([
    event(rate('python/q1', 1), 40),
    event(rate('python/q1', 4), 3),
    event(rate('python/q2', 2), 2),
  ]);
  expect(twice.evidence.interviews).toEqual({ answers: 2, grade: 3, lastAt: NOW.t - 2 * DAY });
  const told = meanOf([event(rate('python/q1', 4, 1), 1)]);
  expect(told).toBe(meanOf([event(rate('python/q1', 1), 1)]));
  const code: Facts = {
    ...{ k: 'interview', s: 's', did: 'code', exercise: 'lock', notes: ['python/gil'], text: '', total: 4, ms: 1 },
    ...{ passed: 2, r: { correctness: 4, depth: 4, clarity: 4, examples: 4 } },
  };
  expect(meanOf([event(code, 1)])).toBeCloseTo(0.5);
});

test('cards count by their chance to be known today, and a forgotten one not at all until it is known again', () => {
  const learned = [event(answer('a#0', 4, 10), 30), event(answer('b#0', 4, 30), 30, 1)];
  const later = [...learned, event(answer('a#0', 3, 40), 5), event(answer('b#0', 1), 0, 2)];
  const { estimate, evidence } = stand(later);
  expect(evidence.cards).toMatchObject({
    ...{ total: 3, seen: 2, mature: 1, counted: 2, lapses: 1, due: 1, fresh: 1 },
    retention: { known: 1, total: 2 },
  });
  expect(evidence.cards.recall).toBeLessThan(0.5);
  expect(estimate?.mean).toBeLessThan(0.5);
  expect(stand([...later, event(answer('b#0', 4, 5), 0, 3)]).estimate?.mean).toBeGreaterThan(0.5);
});

test('the weakest come first, those without an estimate last', () => {
  const none = stand([]);
  const weak = stand([event(rate('python/q1', 1), 1)]);
  const strong = stand([event(rate('python/q1', 4), 1)]);
  expect([none, strong, weak].sort(byWeakness)).toEqual([weak, strong, none]);
});

const done = fc.record({
  facts: fc.oneof(
    fc.record({ c: fc.constantFrom('a#0', 'b#0', 'c#0'), r: fc.constantFrom(1, 3, 4) }).map(({ c, r }) => answer(c, r)),
    fc
      .record({ q: fc.constantFrom('python/q1', 'python/q2'), grade: fc.constantFrom(1, 2, 3, 4) })
      .map(({ q, grade }) => rate(q, grade)),
    fc.integer({ min: 0, max: 4 }).map(runTests),
    fc.constantFrom<Facts>(
      { k: 'exercise', exercise: 'lock', did: 'solution' },
      { k: 'studied', note: 'python/gil', studied: true },
    ),
  ),
  days: fc.integer({ min: 1, max: 400 }),
});
const history = fc
  .array(done, { maxLength: 12 })
  .map((all) => all.map(({ facts, days }, n) => event(facts, days, n + 1)));

test('the order in which events come makes no difference', () => {
  fc.assert(
    fc.property(history, (events) => {
      expect(stand(events.toReversed())).toEqual(stand(events));
    }),
    { numRuns: 50 },
  );
});

test('one right answer more, given now, never lowers it', () => {
  const right = fc.constantFrom(
    answer('a#0', 3),
    answer('b#0', 4),
    rate('python/q1', 4),
    rate('python/new', 4),
    runTests(4),
  );
  fc.assert(
    fc.property(history, right, (events, facts) => {
      expect(meanOf([...events, event(facts, 0, 99)])).toBeGreaterThanOrEqual(meanOf(events) - 1e-12);
    }),
    { numRuns: 200 },
  );
});
