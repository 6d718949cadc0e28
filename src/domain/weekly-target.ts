/**
 * How many minutes a reader wants to study in a week: the setting `weeklyMinutes`, 0 for no target. Who has chosen none
 * and has a plan means what the plan comes to.
 */
import { settingOf, withSetting } from './setting.ts';
import type { StudyDocument } from './study-document.ts';
import { planOf } from './study-plan.ts';

const SETTING = 'weeklyMinutes';
const HOUR = 60;
/** There are no more in a week. */
const MOST = 7 * 24 * HOUR;

export interface WeeklyTarget {
  readonly minutes: number;
  readonly from: 'reader' | 'plan';
}

/** `undefined` where there is none. */
export function weeklyTargetOf(study: StudyDocument): WeeklyTarget | undefined {
  const own = settingOf(study, SETTING);
  if (isMinutes(own)) return own > 0 ? { minutes: own, from: 'reader' } : undefined;
  const minutes = suggestTarget(study);
  return minutes === undefined ? undefined : { minutes, from: 'plan' };
}

/** What a week of the plan comes to, in minutes. */
export function suggestTarget(study: StudyDocument): number | undefined {
  const plan = planOf(study);
  if (plan === undefined || plan.studyDays.length === 0) return undefined;
  return Math.min(MOST, Math.round(plan.studyDays.length * plan.hoursPerDay * HOUR));
}

/**
 * @param minutes 0 for no target, `null` to follow the plan again
 * @param now milliseconds since 1970
 */
export function withWeeklyTarget(study: StudyDocument, minutes: number | null, now: number): StudyDocument {
  const value = minutes === null ? null : Math.min(MOST, Math.max(0, Math.round(minutes)));
  return withSetting(study, SETTING, value, now);
}

function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MOST;
}
