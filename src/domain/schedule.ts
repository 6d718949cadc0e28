/**
 * Lays the stages of a roadmap on real days: a reader's own start, study days and hours a day.
 *
 * A stage takes as many study days as its hours need at the reader's pace, one at least, and begins on a day of its
 * own. Stages that were finished before the plan was made anew take no days.
 */
import { addDays, isCalendarDay, type Weekday, weekdayOf } from './calendar-day.ts';

/** A stage as the schedule sees it. */
export interface PlannedStage {
  readonly id: string;
  readonly hours: number;
}

/** What the reader chose. */
export interface PlanChoices {
  readonly startDate: string;
  readonly studyDays: readonly Weekday[];
  readonly hoursPerDay: number;
  readonly daysOff: readonly string[];
  /** Ids of stages that were finished when the plan was made. */
  readonly finished: readonly string[];
}

/** One study day of the plan. */
export interface ScheduledDay {
  readonly date: string;
  readonly stage: string;
  /** Of the days that the stage takes, from 1. */
  readonly part: number;
  readonly parts: number;
}

/** No plan goes on for longer; a reader who never studies on any day would have one without end. */
const MAX_DAYS = 366 * 10;

/** Every study day in order. Empty where no weekday is a study day. */
export function schedule(stages: readonly PlannedStage[], choices: PlanChoices): ScheduledDay[] {
  const { startDate, studyDays, hoursPerDay, daysOff, finished } = choices;
  if (studyDays.length === 0 || !isCalendarDay(startDate) || !(hoursPerDay > 0)) return [];
  const off = new Set(daysOff);
  const isStudyDay = (day: string) => studyDays.includes(weekdayOf(day)) && !off.has(day);
  const parts = stages
    .filter(({ id }) => !finished.includes(id))
    .flatMap(({ id, hours }) => {
      const count = Math.max(1, Math.ceil(hours / hoursPerDay));
      return Array.from({ length: count }, (_, index) => ({ stage: id, part: index + 1, parts: count }));
    });
  const days: ScheduledDay[] = [];
  let next = 0;
  for (const part of parts) {
    while (next < MAX_DAYS && !isStudyDay(addDays(startDate, next))) next += 1;
    if (next >= MAX_DAYS) break;
    days.push({ date: addDays(startDate, next), ...part });
    next += 1;
  }
  return days;
}

/** Study days that are over while their stage is not done: what a reader is behind by. */
export function findLate(
  days: readonly ScheduledDay[],
  isDone: (stage: string) => boolean,
  today: string,
): ScheduledDay[] {
  return days.filter(({ date, stage }) => date < today && !isDone(stage));
}

/** The same choices for what is left, from a day on. */
export function replan(choices: PlanChoices, from: string, done: readonly string[]): PlanChoices {
  return { ...choices, startDate: from, finished: [...new Set([...choices.finished, ...done])] };
}
