/**
 * How long a reader has been at something, although the page sleeps in the background, the laptop is closed, the clock is
 * set, or the tab is loaded anew.
 *
 * Time is added up from one reading to the next. Within one life of a page the monotonic clock counts, so that setting the
 * clock changes nothing. Between two lives (a reload) only the wall clock is there, and it counts for a short gap. A gap
 * longer than any page is kept waiting by its browser means that the computer slept or the tab was closed: nobody was
 * answering then, so that time is left out, the clock stops, and the reader is told.
 */

/** What the clocks of a page say. */
export interface ClockReading {
  /** Milliseconds since 1970. */
  readonly wall: number;
  /** Milliseconds of a clock that nobody sets, from some time in the page's life. */
  readonly mono: number;
  /** Names the life of the page. */
  readonly page: string;
}

export interface Gap {
  /** How long nobody was here, in milliseconds; `undefined` where the clock was set back. */
  readonly ms: number | undefined;
}

export interface Elapsed {
  /** Milliseconds that count. */
  readonly ms: number;
  /** What was left out, where something was. */
  readonly gap?: Gap;
}

/** Browsers wake a hidden page once a minute at least. */
export const LONGEST_GAP = 3 * 60_000;
/** What the two clocks may differ by without anything having happened. */
const SLACK = 5000;

export function elapse(last: ClockReading, now: ClockReading): Elapsed {
  const wall = now.wall - last.wall;
  if (now.page !== last.page) {
    if (wall < 0) return { ms: 0, gap: { ms: undefined } };
    return wall > LONGEST_GAP ? { ms: 0, gap: { ms: wall } } : { ms: wall };
  }
  const mono = Math.max(0, now.mono - last.mono);
  if (mono > LONGEST_GAP) return { ms: 0, gap: { ms: mono } };
  // Some systems stop the monotonic clock while they sleep: then the wall clock has run ahead of it. Somebody who sets the
  // clock forward looks the same; to say so once too often does no harm.
  if (wall > mono + LONGEST_GAP + SLACK) return { ms: mono, gap: { ms: wall - mono } };
  return { ms: mono };
}
