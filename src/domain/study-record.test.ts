import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, lastCounter, listEvents, mergeLogs } from './event-log.ts';
import { withTick } from './study-document.ts';
import { createEvent, nextCounter, type StudyEvent } from './study-event.ts';
import { EMPTY_RECORD, mergeRecords, type StudyRecord } from './study-record.ts';
import { record } from './testing/arbitrary.ts';
import { TICK_STATES } from './tick.ts';

describe('merging records', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
        expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
        expect(mergeRecords(a, a)).toEqual(a);
      }),
    );
  });
});

/** A device with a clock of its own that may be years off and is set now and then. */
interface Device {
  readonly name: string;
  record: StudyRecord;
}

const step = fc.record({
  device: fc.nat(3),
  clock: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  z: fc.constantFrom(-480, 0, 60, 765),
  action: fc.oneof(
    fc.record({ kind: fc.constant('study' as const), note: fc.constantFrom('gil', 'sql') }),
    fc.record({
      kind: fc.constant('tick' as const),
      item: fc.constantFrom('a#1', 'a#2'),
      state: fc.constantFrom(...TICK_STATES),
    }),
    fc.record({ kind: fc.constant('take' as const), from: fc.nat(3) }),
  ),
});

test('devices with skewed clocks that exchange files in any order end equal and have lost nothing', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (steps, order) => {
        // Two of the devices are clones of one another: same name, same counters.
        const devices: Device[] = ['laptop', 'phone', 'tablet', 'phone'].map((name) => ({
          name,
          record: EMPTY_RECORD,
        }));
        const done: StudyEvent[] = [];
        for (const { device: index, clock, z, action } of steps) {
          const device = devices[index];
          if (device === undefined) continue;
          const { record: own } = device;
          if (action.kind === 'study') {
            const counter = nextCounter(lastCounter(own.log, device.name));
            const event = createEvent({ k: 'studied', note: action.note, studied: true }, device.name, counter, {
              t: clock,
              z,
            });
            done.push(event);
            device.record = { ...own, log: mergeLogs(own.log, createLog([event])) };
          } else if (action.kind === 'tick') {
            device.record = { ...own, study: withTick(own.study, action.item, action.state, clock) };
            expect(device.record.study.ticks[action.item]?.state).toBe(action.state);
          } else {
            device.record = mergeRecords(own, devices[action.from]?.record ?? own);
          }
        }
        const all = devices.map((device) => device.record);
        const merged = all.reduce(mergeRecords);
        expect(order.map((index) => all[index] ?? EMPTY_RECORD).reduce(mergeRecords)).toEqual(merged);
        expect(createLog(listEvents(merged.log))).toEqual(createLog(done));
        for (const { study } of all) {
          for (const [item, tick] of Object.entries(study.ticks)) {
            expect(merged.study.ticks[item]?.at).toBeGreaterThanOrEqual(tick.at);
          }
        }
      },
    ),
  );
});
