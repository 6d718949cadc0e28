import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, listEvents, mergeLogs } from './event-log.ts';
import { type ExerciseFacts, findAttempts, isExerciseEvent, NO_ATTEMPT } from './exercise-attempt.ts';
import { createEvent, readEvent, type StudyEvent } from './study-event.ts';

type Did = ExerciseFacts extends infer Facts ? (Facts extends unknown ? Omit<Facts, 'k' | 'exercise'> : never) : never;

/** Events of one exercise, a second apart. */
function eventsOf(...done: readonly Did[]): StudyEvent[] {
  return done.map((did, index) =>
    createEvent({ k: 'exercise', exercise: 'lru', ...did } as ExerciseFacts, 'laptop', index + 1, {
      t: 1000 * index,
      z: 0,
    }),
  );
}

function attemptOf(...done: readonly Did[]) {
  return findAttempts(createLog(eventsOf(...done))).get('lru');
}

const tested = (passed: number, total: number) => ({ did: 'test', passed, total }) as const;

describe('an exercise', () => {
  test('is open until something is done with it', () => {
    expect(attemptOf()).toBeUndefined();
    expect(NO_ATTEMPT.state).toBe('open');
  });

  test.each<Did>([
    { did: 'withdraw' },
    { did: 'run' },
    { did: 'hint', task: 1, hint: 1 },
    { did: 'solution' },
    tested(2, 3),
    tested(0, 0),
  ])('is started by %j', (did) => {
    expect(attemptOf(did)?.state).toBe('started');
  });

  test('is solved when all of its tests passed, and stays so', () => {
    expect(attemptOf(tested(1, 3), tested(3, 3), tested(0, 3))).toEqual({
      state: 'solved',
      attempts: 3,
      hints: [],
      hasSeenSolution: false,
      isByWord: false,
      solvedAt: 1000,
      isOwnSolution: true,
    });
  });

  test('tells whether the solution was seen before', () => {
    expect(attemptOf({ did: 'solution' }, tested(3, 3))).toMatchObject({ state: 'solved', isOwnSolution: false });
    const after = attemptOf(tested(3, 3), { did: 'solution' }, tested(3, 3));
    expect(after).toMatchObject({ hasSeenSolution: true, isOwnSolution: true, solvedAt: 0 });
  });

  test('is solved by the reader’s word, until they take it back', () => {
    const [claim, withdraw] = [{ did: 'claim' }, { did: 'withdraw' }] as const;
    expect(attemptOf(claim)).toMatchObject({ state: 'solved', isByWord: true, isOwnSolution: true, solvedAt: 0 });
    expect(attemptOf(claim, withdraw)).toMatchObject({ state: 'started', isByWord: false, solvedAt: undefined });
    expect(attemptOf(claim, withdraw, { did: 'solution' }, claim)).toMatchObject({
      ...{ state: 'solved', isByWord: true, isOwnSolution: false, solvedAt: 3000 },
    });
  });

  test('whose tests passed is not solved by word alone: nothing takes that back', () => {
    const [claim, withdraw] = [{ did: 'claim' }, { did: 'withdraw' }] as const;
    expect(attemptOf(claim, tested(3, 3), withdraw)).toMatchObject({ state: 'solved', isByWord: false, solvedAt: 0 });
    expect(attemptOf(tested(3, 3), claim, withdraw)).toMatchObject({ state: 'solved', isByWord: false, solvedAt: 0 });
  });

  test('counts each hint once', () => {
    const hint = { did: 'hint', task: 2, hint: 1 } as const;
    expect(attemptOf(hint, { ...hint, hint: 2 }, hint)?.hints).toEqual(['2.1', '2.2']);
  });

  test('keeps what was done under a former id', () => {
    const log = createLog([
      ...eventsOf(tested(3, 3)),
      createEvent({ k: 'exercise', exercise: 'old-lru', did: 'run' }, 'laptop', 9, { t: 9, z: 0 }),
    ]);
    const attempts = findAttempts(
      log,
      new Map([
        ['lru', 'lru-cache'],
        ['old-lru', 'lru-cache'],
      ]),
    );
    expect([...attempts.keys()]).toEqual(['lru-cache']);
  });
});

test.each([
  [{ exercise: 'a', did: 'test', passed: 2, total: 1 }],
  [{ exercise: 'a', did: 'test', passed: '1', total: 1 }],
  [{ exercise: 'a', did: 'hint', task: 1 }],
  [{ exercise: 'a', did: 'later' }],
  [{ exercise: 1, did: 'run' }],
])('%j is no event of an exercise', (facts) => {
  const event = readEvent({ d: 'laptop', n: 1, t: 0, z: 0, k: 'exercise', ...facts });
  expect(event && isExerciseEvent(event)).toBe(false);
});

const facts: fc.Arbitrary<ExerciseFacts> = fc.oneof(
  fc.tuple(fc.constantFrom('lru', 'pool', '__proto__'), fc.nat(3), fc.nat(3)).map(([exercise, passed, more]) => ({
    k: 'exercise' as const,
    exercise,
    did: 'test' as const,
    passed,
    total: passed + more,
  })),
  fc.record({
    k: fc.constant('exercise' as const),
    exercise: fc.constantFrom('lru', 'pool', '__proto__'),
    did: fc.constant('hint' as const),
    task: fc.integer({ min: 1, max: 2 }),
    hint: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    k: fc.constant('exercise' as const),
    exercise: fc.constantFrom('lru', 'pool'),
    did: fc.constantFrom('run' as const, 'solution' as const, 'claim' as const, 'withdraw' as const),
  }),
);
const event = fc
  .tuple(facts, fc.constantFrom('laptop', 'phone'), fc.nat(4), fc.nat(5))
  .map(([did, device, n, t]) => createEvent(did, device, n, { t, z: 0 }));
const log = fc.array(event, { maxLength: 10 }).map(createLog);

test('merged logs give the same in any order, however often they are merged', () => {
  fc.assert(
    fc.property(log, log, log, (a, b, c) => {
      const expected = findAttempts(mergeLogs(mergeLogs(a, b), c));
      expect(findAttempts(mergeLogs(c, mergeLogs(b, a)))).toEqual(expected);
      expect(findAttempts(mergeLogs(mergeLogs(a, b), mergeLogs(b, c)))).toEqual(expected);
    }),
  );
});

const kept = log.map((all) => createLog(listEvents(all).filter(({ did }) => did !== 'withdraw')));

test('more events never take a solution, an attempt or a hint back, but for a word that is withdrawn', () => {
  fc.assert(
    fc.property(log, kept, (a, b) => {
      const after = findAttempts(mergeLogs(a, b));
      for (const [id, before] of findAttempts(a)) {
        const now = after.get(id) ?? NO_ATTEMPT;
        expect(now.attempts).toBeGreaterThanOrEqual(before.attempts);
        expect(now.hints).toEqual(expect.arrayContaining([...before.hints]));
        if (before.state === 'solved') expect(now.state).toBe('solved');
        expect(now.solvedAt ?? Infinity).toBeLessThanOrEqual(before.solvedAt ?? Infinity);
      }
    }),
  );
});
