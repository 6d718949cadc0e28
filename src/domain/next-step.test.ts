import { expect, test } from 'vitest';
import { findNextStep } from './next-step.ts';
import { schedule } from './schedule.ts';

const days = schedule(
  [
    { id: 'one', hours: 8 },
    { id: 'two', hours: 4 },
    { id: 'three', hours: 4 },
  ],
  { startDate: '2026-11-26', studyDays: [1, 2, 3, 4, 5], hoursPerDay: 4, daysOff: [], finished: [] },
);
/** one: Thursday 26 and Friday 27, two: Monday 30, three: Tuesday 1 December. */
const next = (today: string, ...done: readonly string[]) => {
  const step = findNextStep(days, (stage) => done.includes(stage), today);
  return step.kind === 'finished' ? step.kind : `${step.kind} ${step.day.stage} ${step.day.date}`;
};

test.each([
  ['before it begins', '2026-11-24', [], 'later one 2026-11-26'],
  ['on a study day', '2026-11-27', [], 'today one 2026-11-27'],
  ['on a study day whose stage is done', '2026-11-27', ['one'], 'later two 2026-11-30'],
  ['at the weekend after a stage that was left open', '2026-11-28', [], 'late one 2026-11-26'],
  ['on the day of the next stage', '2026-11-30', [], 'today two 2026-11-30'],
  ['after the end', '2026-12-24', ['one'], 'late two 2026-11-30'],
  ['when all is done', '2026-11-27', ['one', 'two', 'three'], 'finished'],
])('%s', (_name, today, done, wanted) => {
  expect(next(today, ...done)).toBe(wanted);
});

test('a stage that goes on after a day off is not late', () => {
  const choices = { startDate: '2026-11-27', studyDays: [1, 5] as const, hoursPerDay: 4, daysOff: [], finished: [] };
  const step = findNextStep(schedule([{ id: 'one', hours: 8 }], choices), () => false, '2026-11-28');
  expect(step).toMatchObject({ kind: 'later', day: { date: '2026-11-30', part: 2 } });
});
