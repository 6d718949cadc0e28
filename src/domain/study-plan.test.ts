import { expect, test } from 'vitest';
import { EMPTY_STUDY, mergeStudies } from './study-document.ts';
import { planOf, type StudyPlan, withPlan } from './study-plan.ts';

const PLAN: Omit<StudyPlan, 'at'> = {
  roadmap: 'sprint',
  startDate: '2026-11-30',
  studyDays: [1, 2, 3, 4, 5],
  hoursPerDay: 4,
  daysOff: ['2026-12-08'],
  finished: ['day-1'],
};

test('a plan is read as it was made', () => {
  expect(planOf(withPlan(EMPTY_STUDY, PLAN, 5))).toEqual({ ...PLAN, at: 5 });
});

test('a plan that was given up does not come back from another device', () => {
  const there = withPlan(EMPTY_STUDY, PLAN, 5);
  const here = withPlan(there, null, 6);
  expect(planOf(mergeStudies(here, there))).toBeUndefined();
  expect(planOf(mergeStudies(there, here))).toBeUndefined();
});

test('of two plans the later one counts, even where the clock was set back', () => {
  const first = withPlan(EMPTY_STUDY, PLAN, 1000);
  const second = withPlan(first, { ...PLAN, hoursPerDay: 2 }, 10);
  expect(planOf(mergeStudies(first, second))?.hoursPerDay).toBe(2);
});

test('what a later version has added to a plan stays while it is of the same roadmap', () => {
  const later = { ...EMPTY_STUDY, rest: { plan: { ...PLAN, pace: 'slow', at: 1 } } };
  expect(withPlan(later, { ...PLAN, hoursPerDay: 2 }, 2).rest.plan).toMatchObject({ pace: 'slow', hoursPerDay: 2 });
  expect(withPlan(later, { ...PLAN, roadmap: 'levels' }, 2).rest.plan).not.toHaveProperty('pace');
});

test.each([
  ['no time', { ...PLAN }],
  ['no roadmap', { ...PLAN, roadmap: 1, at: 1 }],
  ['a day that does not exist', { ...PLAN, startDate: '2026-02-30', at: 1 }],
  ['no hours', { ...PLAN, hoursPerDay: 0, at: 1 }],
  ['another shape', ['sprint']],
])('a plan with %s is none', (_, plan) => {
  expect(planOf({ ...EMPTY_STUDY, rest: { plan } })).toBeUndefined();
});

test('days that are none are left out of a plan, and a missing list is empty', () => {
  const { finished, ...others } = PLAN;
  const plan = { ...others, studyDays: [1, 8, '2'], daysOff: ['2026-12-08', 'soon', 3], at: 1 };
  expect(planOf({ ...EMPTY_STUDY, rest: { plan } })).toMatchObject({
    studyDays: [1],
    daysOff: ['2026-12-08'],
    finished: [],
  });
});
