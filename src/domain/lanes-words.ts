/** The words that drawn lanes need, in the reader's language; each stands behind `study.lanes.` in the interface words. */
export const LANES_WORDS = [
  'caption',
  'session',
  'waits',
  'waited',
  'controls',
  'first',
  'back',
  'next',
  'all',
  /** With the gaps `{step}` and `{count}`, which the page's script fills in. */
  'step',
] as const;
export type LanesWords = Readonly<Record<(typeof LANES_WORDS)[number], string>>;

/** @param find gives the text of a word, with its gaps as `{name}` */
export function readLanesWords(find: (word: (typeof LANES_WORDS)[number]) => string): LanesWords {
  return Object.fromEntries(LANES_WORDS.map((word) => [word, find(word)])) as LanesWords;
}
