/**
 * Hints for who is new: each is shown until it is dismissed, and none to who has studied here before they came. What is noted
 * of them is the names of those that are over; that there is a note at all says that its reader began with hints.
 */
export const HINTS = ['run', 'kept', 'review'] as const;
export type Hint = (typeof HINTS)[number];

/** What is noted of who needs none. */
export const NO_HINTS = HINTS.join(' ');

/**
 * @param noted what is noted in this browser, `null` before the first hint
 * @param hasStudied whether this browser has a record
 */
export function isHintWanted(hint: Hint, noted: string | null, hasStudied: boolean): boolean {
  return noted === null ? !hasStudied : !noted.split(' ').includes(hint);
}

/** @example withoutHint('run', 'kept') // 'run kept' */
export function withoutHint(noted: string, hint: Hint): string {
  return [...new Set([...noted.split(' '), hint])].filter((name) => name !== '').join(' ');
}
