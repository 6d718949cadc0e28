import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learningDay } from './learning-day.ts';
import { createEvent, isPhaseEvent, isStudiedEvent, nextCounter, readEvent } from './study-event.ts';
import { event } from './testing/arbitrary.ts';

const PHASE = { d: 'laptop', n: 1, t: 1_700_000_000_000, z: 60, k: 'phase', note: 'gil', phase: 'read', ms: 60_000 };

describe('reading an event', () => {
  test('keeps kinds and fields that this version does not know', () => {
    const later = { ...PHASE, k: 'review', card: 'gil#1', extra: { deep: [1] } };
    expect(readEvent(later)).toEqual(later);
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['a device without a name', { ...PHASE, d: '' }],
    ['a counter that is a text', { ...PHASE, n: '1' }],
    ['a counter below 0', { ...PHASE, n: -1 }],
    ['a time that is no number', { ...PHASE, t: null }],
    ['half a millisecond', { ...PHASE, t: 0.5 }],
    ['a time after the year 9999', { ...PHASE, t: 8.64e15 }],
    ['a zone further than a day', { ...PHASE, z: 1441 }],
    ['no kind', { ...PHASE, k: undefined }],
  ])('refuses %s', (_, value) => {
    expect(readEvent(value)).toBeUndefined();
  });

  test('accepts only what has a learning day', () => {
    fc.assert(
      fc.property(fc.record({ t: fc.maxSafeInteger(), z: fc.integer({ min: -1500, max: 1500 }) }), (moment) => {
        const read = readEvent({ ...PHASE, ...moment });
        if (read) expect(learningDay(read)).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
    );
  });

  test('never throws, whatever the value is', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readEvent(value)));
  });
});

test('an event that is made is read back as it is', () => {
  const made = createEvent({ k: 'studied', note: 'gil', studied: true }, 'phone', 7, { t: 1000, z: -180 });
  expect(made).toEqual({ d: 'phone', n: 7, t: 1000, z: -180, k: 'studied', note: 'gil', studied: true });
  expect(readEvent(JSON.parse(JSON.stringify(made)))).toEqual(made);
});

test('an event that could not be read again is not made', () => {
  const create = () => createEvent({ k: 'studied', note: 'gil', studied: true }, 'phone', 7, { t: Number.NaN, z: 0 });
  expect(create).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: No event: {"k":"studied","note":"gil","studied":true,"t":null,"z":0}]`,
  );
});

test('an event is of a kind only when it has the fields of the kind', () => {
  fc.assert(
    fc.property(event, (any) => {
      if (isPhaseEvent(any)) expect(any.ms).toBeGreaterThanOrEqual(0);
      if (isStudiedEvent(any)) expect(any.studied).toBeTypeOf('boolean');
    }),
  );
  expect(isPhaseEvent({ ...PHASE, ms: -1 })).toBe(false);
  expect(isPhaseEvent({ ...PHASE, phase: 'sleep' })).toBe(false);
  expect(isPhaseEvent(PHASE)).toBe(true);
});

test('counting goes on even after a counter that has no next', () => {
  expect(nextCounter(4)).toBe(5);
  expect(readEvent({ ...PHASE, n: nextCounter(Number.MAX_SAFE_INTEGER) })).toBeDefined();
});
