import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameJson } from './json.ts';
import { mergeValues, nextStamp, stampOf } from './stamped.ts';
import { fields, json } from './testing/arbitrary.ts';

const value = fc.oneof(json, fields, fc.record({ value: json, at: fc.nat(2) }));

test('merging is commutative, associative and idempotent for any values', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(mergeValues(a, b)).toEqual(mergeValues(b, a));
      expect(mergeValues(mergeValues(a, b), c)).toEqual(mergeValues(a, mergeValues(b, c)));
      expect(mergeValues(a, a)).toEqual(a);
      expect(mergeValues(a, undefined)).toEqual(a);
    }),
    { numRuns: 500 },
  );
});

test('the later value counts, at any depth', () => {
  const here = { marks: { one: { value: 'old', at: 1 }, two: { value: 2, at: 9 } } };
  const there = { marks: { one: { value: 'new', at: 2 }, three: { value: 3, at: 1 } } };
  expect(mergeValues(here, there)).toEqual({
    marks: { one: { value: 'new', at: 2 }, two: { value: 2, at: 9 }, three: { value: 3, at: 1 } },
  });
});

test.each([
  ['a stamped value', { at: 1 }, { at: 'soon', z: 1 }],
  ['the later stamp', { value: 1, at: 2 }, { value: 9, at: 1 }],
  ['a record', { a: 1 }, 'z'],
  ['what has no time at all, over nothing', null, undefined],
  ['a time that can be', { at: 1 }, { at: 1e300 }],
])('%s wins', (_, winner, loser) => {
  expect([mergeValues(winner, loser), mergeValues(loser, winner)]).toEqual([winner, winner]);
});

test('a change is always later than what it replaces, unless that has no sound time', () => {
  fc.assert(
    fc.property(fc.nat(), fc.oneof(json, fc.record({ at: fc.double() })), (now, replaced) => {
      const at = nextStamp(now, replaced);
      expect(at).toBeGreaterThanOrEqual(now);
      if (!isSameJson(replaced, undefined)) expect(at).toBeGreaterThan(stampOf(replaced));
    }),
  );
});
