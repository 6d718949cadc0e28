import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEVELS } from '../level.ts';
import { avoidBySeed, type DrawnItem, type DrawPool, type DrawSection, drawInterview, readSeed } from './draw.ts';
import { isAskable, topicOf } from './draw-criteria.ts';

const AREAS = ['python', 'django', 'databases'];
/** Forty questions an area, on five notes each. */
const POOL: DrawPool = {
  questions: AREAS.flatMap((area) =>
    Array.from({ length: 40 }, (_, index) => ({
      key: `${area}/q${index}`,
      level: LEVELS[index % 3] ?? 'senior',
      notes: [`${area}/n${index % 5}#part`, `${area}/other`],
    })),
  ),
  exercises: Array.from({ length: 8 }, (_, index) => ({ id: `dp-${index}`, tags: ['dp'] })),
};
const MOCK: readonly DrawSection[] = [
  { id: 'python', draw: { notes: ['python/n0', 'python/n1', 'python/n2'], count: 3 } },
  { id: 'web', draw: { areas: ['django'], level: 'senior', count: 4 } },
  { id: 'all', draw: { count: 6 } },
  { id: 'coding', coding: { tag: 'dp', count: 1 } },
];
const seeds = fc.stringMatching(/^[0-9a-z]{1,8}$/);
const keysOf = (seed: string) => drawInterview(MOCK, POOL, seed).map(({ items }) => items.map(({ key }) => key));

test('a seed gives the same interview, whatever order the files are in', () => {
  const turned = { questions: POOL.questions.toReversed(), exercises: POOL.exercises.toReversed() };
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(drawInterview(MOCK, turned, seed)).toEqual(drawInterview(MOCK, POOL, seed));
    }),
    { numRuns: 30 },
  );
  expect(keysOf('k7f3q9')).toMatchInlineSnapshot(`
    [
      [
        "python/q15",
        "python/q32",
        "python/q31",
      ],
      [
        "django/q8",
        "django/q2",
        "django/q34",
        "django/q20",
      ],
      [
        "databases/q32",
        "django/q5",
        "python/q6",
        "django/q33",
        "databases/q28",
        "python/q25",
      ],
      [
        "dp-5",
      ],
    ]
  `);
  expect(keysOf('k7f3q8')).not.toEqual(keysOf('k7f3q9'));
});

test('every section is filled from what it asks for, and nothing is asked twice', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = drawInterview(MOCK, POOL, seed);
      expect(drawn.map(({ items }) => items.length)).toEqual([3, 4, 6, 1]);
      const keys = drawn.flatMap(({ items }) => items.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      for (const [index, { items }] of drawn.entries()) {
        for (const { key } of items) {
          const question = POOL.questions.find((other) => other.key === key);
          if (question) expect(isAskable(question, MOCK[index]?.draw ?? {})).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('areas and topics take turns', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const [python, , all] = keysOf(seed);
      const topics = python?.map((key) => topicOf(POOL.questions.find((other) => other.key === key) ?? NO_QUESTION));
      expect(new Set(topics).size).toBe(3);
      for (const area of AREAS) expect(all?.filter((key) => key.startsWith(`${area}/`))).toHaveLength(2);
    }),
    { numRuns: 30 },
  );
});
const NO_QUESTION = { key: '', level: 'senior', notes: [] } as const;

test('each question has its turn', () => {
  const draws = Array.from({ length: 300 }, (_, index) => keysOf(index.toString(36)).flat());
  const seen = new Set(draws.flat());
  expect(seen.size).toBeGreaterThan(120);
  expect(new Set(draws.map((keys) => keys.join())).size).toBe(300);
});

test('a seed that avoids draws nothing that was answered well, and gives the same to who knows of none of it', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.subarray(
        POOL.questions.map(({ key }) => key),
        { maxLength: 60 },
      ),
      (seed, well) => {
        const isAvoided = ({ key }: DrawnItem) => well.includes(key) || key === 'dp-1';
        const careful = avoidBySeed(MOCK, POOL, seed, isAvoided);
        expect(readSeed(careful)).toBe(careful);
        const drawn = drawInterview(MOCK, POOL, careful).flatMap(({ items }) => items);
        expect(drawn).toHaveLength(14);
        expect(drawn.filter(({ kind }) => kind === 'exercise').filter(isAvoided)).toEqual([]);
        // The first sections have thirty-nine candidates at most, so that a digit always reaches what is free.
        const left =
          MOCK[0]?.draw && POOL.questions.filter((q) => isAskable(q, MOCK[0]?.draw ?? {}) && !well.includes(q.key));
        if ((left?.length ?? 0) >= 3) expect(drawn.slice(0, 3).filter(isAvoided)).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
  expect(avoidBySeed(MOCK, POOL, 'a', () => false)).toBe('a');
  expect(avoidBySeed(MOCK, POOL, 'a', () => true)).toBe('a');
});

test('where there is less than is asked for, all of it is asked', () => {
  const sections = [
    { id: 'a', draw: { areas: ['python'], count: 100 } },
    { id: 'b', coding: { tag: 'none', count: 1 } },
  ];
  expect(drawInterview(sections, POOL, 'x').map(({ items }) => items.length)).toEqual([40, 0]);
  expect(drawInterview(sections, { questions: [], exercises: [] }, 'x').flatMap(({ items }) => items)).toEqual([]);
});

test('what no seed is, is none', () => {
  expect(['', ' ', 'a b', 'ü', 'a-', 'x'.repeat(17), '<b>'].map(readSeed)).toEqual(Array(7).fill(undefined));
  expect(readSeed(' K7f3-01 ')).toBe('k7f3-01');
  expect(readSeed(null)).toBeUndefined();
});
