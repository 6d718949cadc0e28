/** A length of time as a reader sees it, in the symbols that every language shares. */

const HOUR = 60;

/** @example formatMinutes(130) // 2 h 10 min */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / HOUR);
  const rest = whole % HOUR;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

const MINUTE = 60_000;

/** @example formatTime(725_000) // 12:05 */
export function formatTime(ms: number): string {
  const seconds = Math.floor((ms % MINUTE) / 1000);
  return `${Math.floor(ms / MINUTE)}:${String(seconds).padStart(2, '0')}`;
}
