/** How far the translation of every page into every language is. */
import { keepFor } from './keep-for.ts';
import type { Page } from './page.ts';
import { findDrift, readRecord } from './translation.ts';

export const TRANSLATION_STATES = ['current', 'behind', 'unrecorded', 'missing'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

export interface TranslationCell {
  readonly state: TranslationState;
  /** The translation; `undefined` where it is missing. */
  readonly page: Page | undefined;
}

/** `cells` by the folder of the language. */
export interface TranslationRow {
  readonly original: Page;
  readonly cells: ReadonlyMap<string, TranslationCell>;
}

const keepState = keepFor<Page, TranslationState>();

/** Pages that are published, by path. */
export function createTranslationTable(pages: readonly Page[], locales: readonly string[]): TranslationRow[] {
  const published = pages.filter(({ isDraft }) => !isDraft);
  const byPlace = new Map(published.map((page) => [`${page.place.locale} ${page.place.path}`, page]));
  return published
    .filter(({ place }) => place.locale === 'root')
    .map((original) => ({
      original,
      cells: new Map(
        locales.map((locale) => {
          const page = byPlace.get(`${locale} ${original.place.path}`);
          return [locale, { page, state: keepState(page ?? original, original, () => stateOf(original, page)) }];
        }),
      ),
    }));
}

function stateOf(original: Page, page: Page | undefined): TranslationState {
  if (page === undefined) return 'missing';
  if (readRecord(page) === undefined) return 'unrecorded';
  return findDrift(original, page) === undefined ? 'current' : 'behind';
}
