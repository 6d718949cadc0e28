/**
 * What a reader has read of a note, said only where it is likely: a section counts when all of it has been on the screen,
 * and for no less time than a fast reader needs. Who jumps to the end, or leaves the page open, has read nothing by that.
 */

/** Faster than that nobody reads: skimming 480 words a minute. */
const WORDS_A_SECOND = 8;

export interface ReadSection {
  readonly id: string;
  readonly words: number;
  /** How long it was on the screen. */
  readonly seconds: number;
  /** Whether its end was. */
  readonly isReached: boolean;
  /** Whether it counts since an earlier visit. */
  readonly wasRead: boolean;
}

/** What is to be seen of a section: from its first line on the screen to its last. */
export interface SeenPart {
  readonly id: string;
  /** Share of the screen that it takes, 0 to 1. */
  readonly share: number;
  readonly isEnd: boolean;
}

export function isRead({ words, seconds, isReached, wasRead }: ReadSection): boolean {
  return wasRead || (isReached && seconds >= words / WORDS_A_SECOND);
}

/**
 * The sections after some time in front of a part of the note. The time is divided among what was on the screen.
 * @param seconds how long that was
 */
export function spend(
  sections: readonly ReadSection[],
  seen: readonly SeenPart[],
  seconds: number,
): readonly ReadSection[] {
  const whole = seen.reduce((sum, { share }) => sum + share, 0);
  if (whole === 0) return sections;
  return sections.map((section) => {
    const part = seen.find(({ id }) => id === section.id);
    if (part === undefined) return section;
    return {
      ...section,
      seconds: section.seconds + (seconds * part.share) / whole,
      isReached: section.isReached || part.isEnd,
    };
  });
}

/** Share of the note's words that were read, 0 to 1. */
export function shareRead(sections: readonly ReadSection[]): number {
  const sum = (some: readonly ReadSection[]) => some.reduce((words, section) => words + section.words, 0);
  const whole = sum(sections);
  return whole === 0 ? 0 : sum(sections.filter(isRead)) / whole;
}

/**
 * Minutes that are left, at least one while anything is.
 * @param minutes what the note takes in all, by its author's estimate
 */
export function minutesLeft(sections: readonly ReadSection[], minutes: number): number {
  return Math.ceil(Math.round(minutes * (1 - shareRead(sections)) * 100) / 100);
}
