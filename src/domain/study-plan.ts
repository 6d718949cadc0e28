/**
 * The plan that a reader made for a roadmap: field `plan` of the study document.
 *
 * Shape: `{ roadmap, startDate, studyDays, hoursPerDay, daysOff, finished, at }`, as in schedule.ts. A plan that was
 * given up is `{ roadmap: null, at }`: without it, another device's copy of the plan would come back with the next merge.
 */
import { isCalendarDay, WEEKDAYS } from './calendar-day.ts';
import { isRecord, readField } from './json.ts';
import type { PlanChoices } from './schedule.ts';
import { isStamped, nextStamp, type Stamped } from './stamped.ts';
import type { StudyDocument } from './study-document.ts';

export interface StudyPlan extends PlanChoices, Stamped {
  /** Id of the roadmap that is followed. */
  readonly roadmap: string;
}

/** The plan, or `undefined` where there is none that this version can read. */
export function planOf(study: StudyDocument): StudyPlan | undefined {
  const plan = readField(study.rest, 'plan');
  if (!isStamped(plan)) return undefined;
  const { roadmap, startDate, hoursPerDay, at } = plan;
  if (typeof roadmap !== 'string' || typeof startDate !== 'string' || !isCalendarDay(startDate)) return undefined;
  if (typeof hoursPerDay !== 'number' || !(hoursPerDay > 0)) return undefined;
  const studyDays = WEEKDAYS.filter((day) => listOf(plan.studyDays).includes(day));
  const daysOff = listOf(plan.daysOff).filter(isText).filter(isCalendarDay);
  return { roadmap, startDate, hoursPerDay, studyDays, daysOff, finished: listOf(plan.finished).filter(isText), at };
}

/**
 * Sets the plan, or gives it up. What a later version has added to the plan of the same roadmap stays.
 * @param now milliseconds since 1970
 * @example withPlan(study, { roadmap: 'sprint', startDate: '2026-11-30', studyDays: [1, 2, 3, 4, 5], hoursPerDay: 4,
 *   daysOff: ['2026-12-08'], finished: [] }, Date.now())
 */
export function withPlan(study: StudyDocument, plan: Omit<StudyPlan, 'at'> | null, now: number): StudyDocument {
  const last = readField(study.rest, 'plan');
  const kept = isRecord(last) && last.roadmap === plan?.roadmap ? last : {};
  const at = nextStamp(now, last);
  const next = plan === null ? { roadmap: null, at } : { ...kept, ...plan, at };
  return { ...study, rest: { ...study.rest, plan: next } };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
