/** Days of a calendar without time or zone, written `2026-11-24`: what a plan is made of. */

const DAY = 24 * 60 * 60 * 1000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Monday is 1, Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Whether a text is a day that exists: `2026-02-30` is none. */
export function isCalendarDay(text: string): boolean {
  return FORM.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one to the other; negative where the second comes first. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? 1;
}

/** The Monday of a day's week. */
export function startOfWeek(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}
