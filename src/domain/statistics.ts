/**
 * How much a reader has studied: minutes, never rounded, since whoever shows them rounds once.
 *
 * A phase counts for the learning day on which it ended, as its own clock had it. Nothing here is a streak: a day off is
 * no failure.
 */
import { addDays, startOfWeek } from './calendar-day.ts';
import type { EventLog } from './event-log.ts';
import { countDay, nameDay } from './learning-day.ts';
import { isPhaseEvent, type PhaseEvent } from './study-event.ts';

const MINUTE = 60_000;
const WEEKS_OF_YEAR = 53;
/** Fewest minutes of the levels 1 to 4. Fixed, so that a shade means the same for every reader and year. */
const HEAT_LEVELS = [0, 30, 60, 120] as const;

export type Minutes = ReadonlyMap<string, number>;

/** A day of a picture; `level` is 0 where nothing was studied, else 1 to 4. */
export interface HeatDay {
  readonly day: string;
  readonly minutes: number;
  readonly level: number;
}

export interface WeekSummary {
  /** The Monday. */
  readonly start: string;
  readonly days: readonly { readonly day: string; readonly minutes: number }[];
  readonly minutes: number;
  readonly target: number;
  /** Part of the target that was reached, at most 1. Without a target nothing is missing. */
  readonly share: number;
}

/** Minutes by learning day, the days in any order. */
export function minutesByDay(log: EventLog): Minutes {
  return new Map([...addMinutes(log, countDay)].map(([day, minutes]) => [nameDay(day), minutes]));
}

/**
 * Minutes by note id.
 * @param present the ids that notes have now, by those that they had: presentKeys in item-token.ts
 */
export function minutesByNote(log: EventLog, present: ReadonlyMap<string, string>): Minutes {
  return addMinutes(log, ({ note }) => present.get(note) ?? note);
}

/** Minutes by week, named by its Monday. */
export function minutesByWeek(days: Minutes): Minutes {
  const weeks = new Map<string, number>();
  for (const [day, minutes] of days) {
    const week = startOfWeek(day);
    weeks.set(week, (weeks.get(week) ?? 0) + minutes);
  }
  return weeks;
}

/**
 * The week that a day is in.
 * @param today a learning day
 * @param target minutes that the reader wants to study in a week
 */
export function summarizeWeek(days: Minutes, today: string, target: number): WeekSummary {
  const start = startOfWeek(today);
  const week = listDays(start, 7).map((day) => ({ day, minutes: days.get(day) ?? 0 }));
  const minutes = week.reduce((sum, day) => sum + day.minutes, 0);
  return { start, days: week, minutes, target, share: target > 0 ? Math.min(1, minutes / target) : 1 };
}

/**
 * The last 53 weeks, Monday first, the last of them up to `today`.
 * @param days minutes, or what else is counted
 * @param levels the least of the levels 1 to 4
 */
export function createHeatmap(
  days: Minutes,
  today: string,
  levels: readonly number[] = HEAT_LEVELS,
): readonly (readonly HeatDay[])[] {
  const first = addDays(startOfWeek(today), -7 * (WEEKS_OF_YEAR - 1));
  return Array.from({ length: WEEKS_OF_YEAR }, (_, week) => {
    const dates = listDays(addDays(first, 7 * week), 7).filter((day) => day <= today);
    return dates.map((day) => ({ day, minutes: days.get(day) ?? 0, level: levelOf(days.get(day) ?? 0, levels) }));
  });
}

function listDays(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function levelOf(minutes: number, levels: readonly number[]): number {
  return minutes === 0 ? 0 : levels.filter((least) => minutes >= least).length;
}

function addMinutes<Group>(log: EventLog, groupOf: (event: PhaseEvent) => Group): Map<Group, number> {
  const sums = new Map<Group, number>();
  for (const segment of log.values()) {
    for (const event of segment) {
      if (!isPhaseEvent(event)) continue;
      const group = groupOf(event);
      sums.set(group, (sums.get(group) ?? 0) + event.ms);
    }
  }
  return new Map([...sums].map(([group, ms]) => [group, ms / MINUTE]));
}
