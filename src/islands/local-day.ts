/** The day it is where the reader is, `2026-11-24`. The day of a plan begins at midnight, unlike that of the log. */
import { readClock } from '../browser/clock.ts';
import { localDay } from '../domain/learning-day.ts';

export function today(): string {
  return localDay(readClock());
}
