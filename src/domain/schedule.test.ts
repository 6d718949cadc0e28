import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, countDays, isCalendarDay, startOfWeek, WEEKDAYS, weekdayOf } from './calendar-day.ts';
import { findLate, type PlanChoices, replan, schedule } from './schedule.ts';

const STAGES = Array.from({ length: 9 }, (_, index) => ({ id: `day-${index + 1}`, hours: 4 }));
const CHOICES: PlanChoices = {
  startDate: '2026-11-25',
  studyDays: [1, 2, 3, 4, 5],
  hoursPerDay: 4,
  daysOff: [],
  finished: [],
};

describe('days', () => {
  test('Monday is 1 and Sunday 7, leap days and ends of years included', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29'), weekdayOf('2028-02-29')]).toEqual([1, 7, 2]);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(countDays('2028-02-28', '2028-03-01')).toBe(2);
    expect(startOfWeek('2026-11-29')).toBe('2026-11-23');
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '', '2026-11-24T00:00'])('%j is no day', (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });
});

describe('a schedule', () => {
  test('two working weeks hold the nine days, weekends and days off left out', () => {
    const days = schedule(STAGES, { ...CHOICES, daysOff: ['2026-11-30'] });
    expect(days.map(({ date }) => date)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-08',
    ]);
  });

  test('half the hours a day take twice the days', () => {
    const days = schedule(STAGES.slice(0, 2), { ...CHOICES, hoursPerDay: 2 });
    expect(days.map(({ stage, part, parts }) => `${stage} ${part}/${parts}`)).toEqual([
      'day-1 1/2',
      'day-1 2/2',
      'day-2 1/2',
      'day-2 2/2',
    ]);
  });

  test('without a study day there is none, and a plan that never fits ends', () => {
    expect(schedule(STAGES, { ...CHOICES, studyDays: [] })).toEqual([]);
    expect(schedule(STAGES, { ...CHOICES, hoursPerDay: 0 })).toEqual([]);
    expect(schedule([{ id: 'a', hours: 1_000_000 }], CHOICES).length).toBeLessThan(3000);
  });

  test('planning the rest anew leaves out what is done and starts on the day', () => {
    const before = schedule(STAGES, CHOICES);
    const late = findLate(before, (stage) => stage === 'day-1', '2026-12-01');
    expect(late.map(({ stage }) => stage)).toEqual(['day-2', 'day-3', 'day-4']);
    const after = schedule(STAGES, replan(CHOICES, '2026-12-01', ['day-1']));
    expect(after[0]).toMatchObject({ date: '2026-12-01', stage: 'day-2' });
    expect(after).toHaveLength(8);
    expect(findLate(after, () => false, '2026-12-01')).toEqual([]);
  });

  test('every day is a study day, none is used twice, and stages keep their order', () => {
    const choices = fc.record({
      startDate: fc
        .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      studyDays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      hoursPerDay: fc.integer({ min: 1, max: 12 }),
      daysOff: fc.constant(['2026-11-30']),
      finished: fc.subarray(STAGES.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(choices, (chosen) => {
        const days = schedule(STAGES, chosen);
        expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
        expect(days.every(({ date }) => date >= chosen.startDate && chosen.studyDays.includes(weekdayOf(date)))).toBe(
          true,
        );
        expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
        const stages = [...new Set(days.map(({ stage }) => stage))];
        expect(stages).toEqual(STAGES.map(({ id }) => id).filter((id) => !chosen.finished.includes(id)));
      }),
    );
  });
});
