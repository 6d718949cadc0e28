/** Where the words of a part lie, in a language. */
import site from 'virtual:study/site';
import { languageKey } from '../decks.ts';

export const WORD_PARTS = ['run', 'search'] as const;
export type WordPart = (typeof WORD_PARTS)[number];

/** @param locale of a page; none is the main language */
export function wordsAddress(part: WordPart, locale: string | undefined): string {
  return `${site.base.replace(/\/?$/, '/')}words/${languageKey(locale ?? 'root')}/${part}.json`;
}
