/** `words/<language>/run.json` and `search.json`: what running code and the search dialog say. */

import { getCollection } from 'astro:content';
import site from 'virtual:study/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { langOf, languageKey } from '../decks.ts';
import { createRunData } from '../run-data.ts';
import { createSearchWords } from '../search-words.ts';
import { WORD_PARTS, type WordPart } from './address.ts';

interface Props {
  readonly locale: string;
  readonly part: WordPart;
}

export const getStaticPaths = (() =>
  Object.keys(site.locales).flatMap((locale) =>
    WORD_PARTS.map((part) => ({ params: { language: languageKey(locale), part }, props: { locale, part } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { locale, part } }) => {
  const lang = langOf(locale);
  // The collection writes ids in small letters.
  const words = (await getCollection('i18n')).find(({ id }) => id.toLowerCase() === lang.toLowerCase())?.data;
  if (words === undefined) throw new Error(`content/i18n/${lang}.json has no words`);
  return Response.json(part === 'run' ? createRunData(words, lang) : createSearchWords(words));
};
