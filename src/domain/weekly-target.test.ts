import { expect, test } from 'vitest';
import { withSetting } from './setting.ts';
import { EMPTY_STUDY } from './study-document.ts';
import { withPlan } from './study-plan.ts';
import { suggestTarget, weeklyTargetOf, withWeeklyTarget } from './weekly-target.ts';

const CHOICES = { roadmap: 'sprint', startDate: '2026-11-30', hoursPerDay: 1.5, daysOff: [], finished: [] };
const planned = withPlan(EMPTY_STUDY, { ...CHOICES, studyDays: [1, 3, 5] }, 1);

test('without plan and choice there is no target', () => {
  expect(weeklyTargetOf(EMPTY_STUDY)).toBeUndefined();
  expect(suggestTarget(EMPTY_STUDY)).toBeUndefined();
});

test('a plan comes to its days times its hours', () => {
  expect(weeklyTargetOf(planned)).toEqual({ minutes: 270, from: 'plan' });
  expect(weeklyTargetOf(withPlan(planned, { ...CHOICES, studyDays: [] }, 2))).toBeUndefined();
  expect(weeklyTargetOf(withPlan(planned, null, 2))).toBeUndefined();
});

test('what the reader chose counts, 0 for none, until they follow the plan again', () => {
  const own = withWeeklyTarget(planned, 600, 2);
  expect(weeklyTargetOf(own)).toEqual({ minutes: 600, from: 'reader' });
  expect(weeklyTargetOf(withWeeklyTarget(own, 0, 3))).toBeUndefined();
  expect(weeklyTargetOf(withWeeklyTarget(own, null, 3))).toEqual({ minutes: 270, from: 'plan' });
});

test('no week has more minutes than it has, and none fewer than none', () => {
  expect(weeklyTargetOf(withWeeklyTarget(EMPTY_STUDY, 1e9, 1))?.minutes).toBe(10_080);
  expect(weeklyTargetOf(withWeeklyTarget(EMPTY_STUDY, -5, 1))).toBeUndefined();
});

test.each([['600'], [Number.NaN], [-1], [1e9], [{}]])('%j, which a damaged document may say, is no choice', (value) => {
  expect(weeklyTargetOf(withSetting(planned, 'weeklyMinutes', value, 5))?.from).toBe('plan');
});
