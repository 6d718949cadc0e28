/** Where times stand on an axis. */

/** The most marks that an axis of 520 units has room for. */
const MOST_MARKS = 7;

/** Round times from 0 to at most `end`, the same distance apart. */
export function chooseMarks(end: number): number[] {
  if (end <= 0) return [0];
  const power = 10 ** Math.floor(Math.log10(end / MOST_MARKS));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => end / size <= MOST_MARKS) ?? end;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => roundTime(index * step));
}

/** To a tenth of a millisecond: sums of floating-point numbers show digits that mean nothing. */
export function roundTime(seconds: number): number {
  return Number(seconds.toFixed(4));
}
