/** The clock of this device. */
import type { Moment } from '../domain/learning-day.ts';

export function readClock(): Moment {
  return momentOf(Date.now());
}

/** @param t milliseconds since 1970 */
export function momentOf(t: number): Moment {
  return { t, z: -Math.round(new Date(t).getTimezoneOffset()) };
}
