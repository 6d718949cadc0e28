/** The decks of the site, rendered, in every language. */
import site from 'virtual:study/site';
import { type CardFace, type CardRenderer, createCardRenderer } from '../content/cards/card-html.ts';
import { languagesOf } from '../content/check/checked-site.ts';
import type { Deck, DeckCard } from '../content/deck.ts';
import { listSiteDecks } from './deck-pages.ts';
import { keepByKey } from './keep.ts';
import { findPart, getLibrary, type Library, type LibraryPage } from './library.ts';

export interface RenderedCard extends DeckCard {
  readonly faces: readonly CardFace[];
  /** To be read rather than asked. */
  readonly whole: Pick<CardFace, 'front' | 'back'>;
  /** The page that taught it, at the section. */
  readonly taught: LibraryPage | undefined;
}

export interface RenderedDeck extends Omit<Deck, 'cards'> {
  readonly cards: readonly RenderedCard[];
}

/** Every deck in the language of a folder, `root` for the main one. */
export const getDecks = keepByKey(renderDecks);

async function renderDecks(locale: string): Promise<RenderedDeck[]> {
  const decks = listSiteDecks(locale);
  const library = await getLibrary(locale);
  const renderer = await createCardRenderer(decks.flatMap(({ cards }) => cards));
  const rankOf = createRank(library);
  return decks
    .map((deck) => ({ ...deck, cards: deck.cards.map((card) => renderOnDemand(card, library, renderer)) }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** Who writes looks at one deck, and need not wait for the cards of all others. */
function renderOnDemand(card: DeckCard, library: Library, { renderCard, renderWhole }: CardRenderer): RenderedCard {
  let faces: RenderedCard['faces'] | undefined;
  let whole: RenderedCard['whole'] | undefined;
  return {
    ...card,
    taught: card.link === undefined ? undefined : findPart(library, card.link),
    get faces() {
      faces ??= renderCard(card);
      return faces;
    },
    get whole() {
      whole ??= renderWhole(card);
      return whole;
    },
  };
}

/** Decks come in the order of the notes that they are about. */
function createRank({ areas }: Library): (deck: Deck) => number {
  const ids = areas.flatMap(({ notes }) => notes.map(({ path }) => path));
  const ranks = new Map(ids.map((id, index) => [id, index]));
  return ({ id }) => ranks.get(id) ?? ids.length;
}

/** What a language is called in addresses of files: its folder, and the tag of the main one. */
export function languageKey(locale: string): string {
  return locale === 'root' ? languagesOf(site).main.toLowerCase() : locale;
}

/** Tag of a folder's language. */
export function langOf(locale: string): string {
  return site.locales[locale]?.lang ?? languagesOf(site).main;
}
