/** The words of the review, and how it says numbers, times and intervals in the reader's language. */
import { readDataOfPage, type Words } from './page-words.ts';

export const words = readDataOfPage<Words>('study-review-words');

const LANG = document.documentElement.lang;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONTH = 30.44;
const YEAR = 365.25;

const formats = new Map<string, Intl.NumberFormat>();

/** How long a card is sent away for: `10 min`, `4 days`. @param ms in the learning steps; @param days in review, else 0 */
export function sayInterval(ms: number, days: number): string {
  if (days === 0)
    return ms < HOUR ? sayUnit(Math.max(1, Math.round(ms / MINUTE)), 'minute') : sayUnit(ms / HOUR, 'hour');
  if (days < MONTH) return sayUnit(days, 'day');
  return days < YEAR ? sayUnit(days / MONTH, 'month') : sayUnit(days / YEAR, 'year');
}

export function sayMinutes(ms: number): string {
  return sayUnit(Math.max(1, Math.round(ms / MINUTE)), 'minute');
}

export function saySeconds(ms: number): string {
  return sayUnit(ms / 1000, 'second');
}

export function sayPercent(share: number): string {
  return new Intl.NumberFormat(LANG, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** @param day `2026-11-24` */
export function sayDay(day: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LANG, format).format(new Date(day));
}

export function sayTime(time: number): string {
  return new Intl.DateTimeFormat(LANG, { timeStyle: 'short' }).format(new Date(time));
}

function sayUnit(value: number, unit: string): string {
  const known = formats.get(unit);
  const format =
    known ?? new Intl.NumberFormat(LANG, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
  formats.set(unit, format);
  return format.format(value);
}
