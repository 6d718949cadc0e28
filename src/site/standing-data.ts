/** What the estimates of topics, on the progress page and on the first one, take: addresses and words. */
import type { Translate } from '../content/markdown/words.ts';
import type { Library } from './library.ts';
import { REVIEW } from './own-pages.ts';
import { cardFolder, topicFile } from './review-page.ts';

/** Words by what the script fills into them. */
const WORDS = {
  weak: [],
  shaky: [],
  solid: [],
  little: [],
  nothing: [],
  cards: ['seen', 'total', 'mature', 'lapses'],
  recall: ['share'],
  retention: ['known', 'total'],
  exercises: ['solved', 'copied', 'failed', 'total'],
  interviews: ['count', 'grade', 'date'],
  abilities: ['done', 'total'],
  studied: ['date'],
  worth: ['count'],
  unknown: ['count'],
  read: [],
  dueCards: ['value'],
  newCards: ['value'],
  exercise: ['value'],
  interview: ['value'],
} as const satisfies Record<string, readonly string[]>;

export function standingData({ pages }: Library, locale: string | undefined, t: Translate): object {
  const review = pages.get(REVIEW);
  const words = Object.entries(WORDS).map(([name, values]) => {
    const gaps = Object.fromEntries(values.map((value) => [value, `{${value}}`]));
    return [name, t(`study.standing.${name as keyof typeof WORDS}`, gaps)];
  });
  return {
    topics: topicFile(locale),
    ...(review && { cards: cardFolder(locale), review: review.href }),
    words: Object.fromEntries(words),
  };
}
