import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimate, HALF_LIFE, standingOf } from './estimate.ts';
import { type Observation, observe } from './observation.ts';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;
const age = fc.integer({ min: -2, max: 4000 }).map((days) => NOW - days * DAY);
const observation: fc.Arbitrary<Observation> = fc
  .record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    weight: fc.double({ min: 0.01, max: 6, noNaN: true }),
    at: fc.option(age, { nil: undefined }),
  })
  .map(({ share, weight, at }) => observe(share, weight, at));
const some = fc.array(observation, { minLength: 1, maxLength: 12 });
const meanOf = (observations: readonly Observation[], now = NOW) => estimate(observations, now)?.mean ?? Number.NaN;

test('nothing seen is no estimate', () => {
  expect(estimate([], NOW)).toBeUndefined();
  expect(estimate([{ right: 0, wrong: 0, at: NOW }], NOW)).toBeUndefined();
});

test('a little evidence is called so, much of it narrows the range', () => {
  const one = estimate([observe(1, 1, NOW)], NOW);
  const ten = estimate([observe(1, 10, NOW)], NOW);
  expect(one && standingOf(one)).toBe('little');
  expect(ten && standingOf(ten)).toBe('solid');
  expect(estimate([observe(0, 10, NOW)], NOW)).toMatchObject({ low: 0, answers: 10 });
  expect(standingOf(estimate([observe(0, 10, NOW)], NOW) ?? { mean: 1, low: 0, high: 1, answers: 0 })).toBe('weak');
  expect(standingOf(estimate([observe(0.6, 10, NOW)], NOW) ?? { mean: 1, low: 0, high: 1, answers: 0 })).toBe('shaky');
  expect((ten?.high ?? 1) - (ten?.low ?? 0)).toBeLessThan((one?.high ?? 1) - (one?.low ?? 0));
});

test('after a half-life what was seen counts half', () => {
  const seen = [observe(1, 4, NOW - HALF_LIFE * DAY)];
  expect(estimate(seen, NOW)?.answers).toBeCloseTo(2);
  expect(meanOf(seen)).toBeCloseTo(3 / 4);
});

describe('whatever was seen', () => {
  test('it is within its range, and that between 0 and 1', () => {
    fc.assert(
      fc.property(some, (seen) => {
        const { mean = -1, low = -1, high = -1, answers = -1 } = estimate(seen, NOW) ?? {};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(mean).toBeGreaterThan(low);
        expect(high).toBeGreaterThan(mean);
        expect(high).toBeLessThanOrEqual(1);
        expect(answers).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('one right answer more never lowers it, one wrong never raises it', () => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 12 }), age, fc.constantFrom(0.2, 1, 3), (seen, at, weight) => {
        const before = estimate(seen, NOW)?.mean ?? 0.5;
        expect(meanOf([...seen, observe(1, weight, at)])).toBeGreaterThanOrEqual(before - 1e-12);
        expect(meanOf([...seen, observe(0, weight, at)])).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });

  test('with age it goes to the middle and never past it, and weighs less', () => {
    const aging = fc.array(
      fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), at: age }).map((o) => observe(o.share, 2, o.at)),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(aging, fc.integer({ min: 2, max: 900 }), fc.integer({ min: 1, max: 900 }), (seen, first, more) => {
        const early = estimate(seen, NOW + first * DAY);
        const late = estimate(seen, NOW + (first + more) * DAY);
        const distance = (mean = 0.5) => mean - 0.5;
        expect(Math.abs(distance(late?.mean))).toBeLessThanOrEqual(Math.abs(distance(early?.mean)) + 1e-12);
        expect(distance(late?.mean) * distance(early?.mean)).toBeGreaterThanOrEqual(-1e-12);
        expect(late?.answers).toBeLessThan(early?.answers ?? 0);
      }),
    );
  });
});
