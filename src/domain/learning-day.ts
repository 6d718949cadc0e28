/**
 * The day that a moment of study belongs to. It begins at 4 in the morning, local time: a session from 23:30 to 00:30 is
 * one day's work.
 *
 * The day is told from what the event says of its own clock, never from the zone of the device that reads it, so that
 * a day that was over stays as it was on a journey, and is the same on every device.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ROLLOVER = 4 * 60 * MINUTE;

/** A point in time on somebody's clock. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly t: number;
  /** Minutes that the clock is east of UTC: 60 in Madrid in winter, -180 in São Paulo. */
  readonly z: number;
}

/** The learning day of a moment, `2026-11-24`. */
export function learningDay(moment: Moment): string {
  return nameDay(countDay(moment));
}

/** The learning day as days since 1970: a hundred thousand events are sorted by it in no time. */
export function countDay(moment: Moment): number {
  return Math.floor(toLearningTime(moment) / DAY);
}

/** A time whose day in UTC is the learning day, for what counts days in UTC. */
export function toLearningTime({ t, z }: Moment): number {
  return t + z * MINUTE - ROLLOVER;
}

/**
 * When a learning day begins, in milliseconds since 1970.
 * @param day days since 1970
 * @param z minutes that the clock is east of UTC
 */
export function startOfDay(day: number, z: number): number {
  return day * DAY + ROLLOVER - z * MINUTE;
}

/** @param day days since 1970 */
export function nameDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day in the calendar, which begins at midnight. */
export function localDay({ t, z }: Moment): string {
  return new Date(t + z * MINUTE).toISOString().slice(0, 10);
}
