/** Decks as readers see them: the cards of a file in one language, with those that are not translated as they were written. */
import { cardPlace, readCardFiles } from './card-file.ts';
import type { Card } from './cards/card.ts';
import type { ContentFiles } from './files/content-files.ts';

export interface DeckCard extends Card {
  readonly id: string;
  /** Folder of the language that it is written in, `root` for the main one. */
  readonly locale: string;
  /** Relative to the project. */
  readonly file: string;
}

export interface Deck {
  /** Path of its file without language: `python-internals/gil`. */
  readonly id: string;
  /** The first part of the id. */
  readonly area: string;
  readonly title: string;
  /** Folder of the language of its title, which is that of the file. */
  readonly locale: string;
  readonly cards: readonly DeckCard[];
}

/**
 * All decks in one language, by id. A card of the original that the translation lacks is shown as it was written; its
 * order is the original's, so that nobody's order of introduction depends on the language.
 * @param locales folders of the languages other than the main one
 */
export function listDecks(files: ContentFiles, locales: readonly string[], locale: string): Deck[] {
  const originals = new Map<string, Deck>();
  const translations = new Map<string, Deck>();
  for (const { path, file } of readCardFiles(files)) {
    const place = cardPlace(path, locales);
    const decks = place.locale === 'root' ? originals : place.locale === locale ? translations : undefined;
    const cards = file.cards.flatMap((card) =>
      card.id === undefined ? [] : [{ ...card, id: card.id, locale: place.locale, file: path }],
    );
    if (cards.length === 0) continue;
    const title = file.deck ?? titleOf(place.path);
    decks?.set(place.path, { id: place.path, area: areaOf(place.path), title, locale: place.locale, cards });
  }
  return [...originals.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((original) => translate(original, translations.get(original.id)));
}

function translate(original: Deck, translation: Deck | undefined): Deck {
  if (translation === undefined) return original;
  const byId = new Map(translation.cards.map((card) => [card.id, card]));
  // Former ids are written in the original, and a translation need not repeat them.
  const cards = original.cards.map((card) => ({ ...(byId.get(card.id) ?? card), was: card.was }));
  return { ...translation, cards };
}

function areaOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** @example titleOf('python-internals/async-await') // 'Async await' */
function titleOf(path: string): string {
  const words = (path.split('/').at(-1) ?? path).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
