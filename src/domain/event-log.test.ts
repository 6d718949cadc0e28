import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countEvents,
  createLog,
  EMPTY_LOG,
  lastCounter,
  listDevices,
  listEvents,
  mergeLogs,
  selectDays,
  splitSegment,
  subtractLog,
} from './event-log.ts';
import { isSameJson } from './json.ts';
import type { StudyEvent } from './study-event.ts';
import { event, log } from './testing/arbitrary.ts';

function study(fields: Partial<StudyEvent>): StudyEvent {
  return {
    d: 'laptop',
    n: 1,
    t: Date.UTC(2026, 10, 24, 12),
    z: 0,
    k: 'studied',
    note: 'gil',
    studied: true,
    ...fields,
  };
}

describe('merging', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(log, log, log, (a, b, c) => {
        expect(mergeLogs(a, b)).toEqual(mergeLogs(b, a));
        expect(mergeLogs(mergeLogs(a, b), c)).toEqual(mergeLogs(a, mergeLogs(b, c)));
        expect(mergeLogs(a, a)).toEqual(a);
        expect(mergeLogs(a, EMPTY_LOG)).toEqual(a);
      }),
    );
  });

  test('has every event of both once, and no other', () => {
    fc.assert(
      fc.property(log, log, (a, b) => {
        const [all, merged] = [[...listEvents(a), ...listEvents(b)], listEvents(mergeLogs(a, b))];
        for (const one of all) expect(merged.filter((other) => isSameJson(one, other))).toHaveLength(1);
        for (const one of merged) expect(all.some((other) => isSameJson(one, other))).toBe(true);
      }),
    );
  });

  test('keeps both events of a cloned device that share a counter', () => {
    const here = study({ n: 8, note: 'gil' });
    const there = study({ n: 8, note: 'asyncio' });
    const merged = mergeLogs(createLog([here]), createLog([there]));
    expect(listEvents(merged)).toEqual([there, here]);
  });

  test('knows an event again whose fields are in another order', () => {
    const { k, ...others } = study({ tags: ['a'] });
    expect(countEvents(mergeLogs(createLog([study({ tags: ['a'] })]), createLog([{ ...others, k }])))).toBe(1);
  });

  test('gives back what was taken out', () => {
    fc.assert(
      fc.property(log, log, (a, b) => {
        const left = subtractLog(a, b);
        expect(mergeLogs(left, subtractLog(a, left))).toEqual(a);
        expect(subtractLog(left, b)).toEqual(left);
        expect(mergeLogs(left, b)).toEqual(mergeLogs(a, b));
      }),
    );
  });
});

test('a log does not depend on the order in which events come', () => {
  fc.assert(
    fc.property(fc.array(event), fc.infiniteStream(fc.nat()), (events, random) => {
      const shuffled = events.map((one) => ({ one, place: random.next().value })).sort((a, b) => a.place - b.place);
      expect(createLog(shuffled.map(({ one }) => one))).toEqual(createLog(events));
    }),
  );
});

test('events come in the order of time, device and counter', () => {
  const [first, second, third, fourth] = [
    study({ t: 1, d: 'phone', n: 9 }),
    study({ t: 2, d: 'laptop', n: 2 }),
    study({ t: 2, d: 'laptop', n: 3 }),
    study({ t: 2, d: 'phone', n: 1 }),
  ];
  expect(listEvents(createLog([fourth, third, first, second]))).toEqual([first, second, third, fourth]);
});

test('a segment is a device’s learning day, and its name says so', () => {
  const late = study({ d: 'a|b', t: Date.UTC(2026, 10, 25, 1) });
  const [name = ''] = [...createLog([late]).keys()];
  expect(name).toBe('a|b|2026-11-24');
  expect(splitSegment(name)).toEqual({ device: 'a|b', day: '2026-11-24' });
});

test('days before another are left out', () => {
  const today = study({ n: 2 });
  const old = study({ t: 0 });
  expect(listEvents(selectDays(createLog([old, today]), '2026-11-24'))).toEqual([today]);
});

test('each device counts for itself', () => {
  const both = createLog([study({ n: 4 }), study({ n: 7, t: 0 }), study({ d: 'phone', n: 9 })]);
  expect(lastCounter(both, 'laptop')).toBe(7);
  expect(lastCounter(both, 'tablet')).toBe(0);
  expect(listDevices(both)).toEqual(['laptop', 'phone']);
});
