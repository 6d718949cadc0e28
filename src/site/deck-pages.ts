/** The pages of the decks and the list of them, in every language. What stands on them is made by their components. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { type Deck, listDecks } from '../content/deck.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { deckPath, FLASHCARDS_PAGE } from './deck-path.ts';
import { keepByKey } from './keep.ts';
import { files } from './site-files.ts';

interface DeckPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  /** Place among its siblings. */
  readonly order: number;
  /** Whether it is found by search: only in the languages that it is written in. */
  readonly pagefind: boolean;
}

/** The decks in the language of a folder, `root` for the main one. */
export const listSiteDecks = keepByKey((locale) => listDecks(files, foldersOf(site), locale));

const mapDecks = keepByKey((locale) => new Map(listSiteDecks(locale).map((deck) => [deck.id, deck])));

export function findDeck(id: string, locale = 'root'): Deck | undefined {
  return mapDecks(locale).get(id);
}

/** Whether a page shows a deck in the main language, since its own lacks it. */
export function isDeckUntranslated(id: string, locale = 'root'): boolean {
  const deck = findDeck(id, locale);
  return deck !== undefined && deck.locale !== locale;
}

export function writeDeckPages(): DeckPage[] {
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return ['root', ...foldersOf(site)].flatMap((locale) => {
    const decks = listSiteDecks(locale);
    if (decks.length === 0) return [];
    const prefix = locale === 'root' ? '' : `${locale}/`;
    const t = words(new URL(`file://${root}/${DOCS}${prefix}${FLASHCARDS_PAGE}.md`));
    const description = t('study.flashcards.description');
    const list = { title: t('study.flashcards.title'), description, body: description };
    return [
      { path: `${prefix}${FLASHCARDS_PAGE}`, text: list, order: 0, pagefind: true },
      ...decks.map((deck, index) => {
        const about = t('study.flashcards.about', { count: deck.cards.length, title: deck.title });
        return {
          path: `${prefix}${deckPath(deck.id)}`,
          text: { title: deck.title, description: about, body: about },
          order: index + 1,
          pagefind: deck.locale === locale,
        };
      }),
    ];
  });
}
