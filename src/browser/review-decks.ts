/** The site's flashcards as it publishes them: the list at once, the texts of a deck when one of its cards is near. */

import { splitCardName } from '../domain/review/card-event.ts';
import {
  type DeckIndex,
  listFormer,
  type PublishedCard,
  type PublishedDeck,
  type PublishedFace,
} from '../domain/review/published-deck.ts';
import type { QueueCard } from '../domain/review/queue.ts';

/** A question as it is shown. */
export interface ShownCard {
  readonly deck: string;
  readonly card: PublishedCard;
  readonly face: PublishedFace;
}

export interface ReviewDecks {
  readonly decks: DeckIndex['decks'];
  readonly cards: readonly QueueCard[];
  /** Present card ids by former ones. */
  readonly former: ReadonlyMap<string, string>;
  /** `undefined` where the site has no such card any more. */
  load(name: string): Promise<ShownCard | undefined>;
}

/** @param folder address of the files of one language, with a slash at its end */
export async function openDecks(folder: string): Promise<ReviewDecks> {
  const index = await readIndex(folder);
  const { decks } = index;
  const loading = new Map<string, Promise<PublishedDeck>>();
  const deckOf = new Map<string, string>();
  const cards = decks.flatMap(({ id: deck, area, cards }) =>
    cards.flatMap(({ id, tags, keys }) => {
      deckOf.set(id, deck);
      return keys.map((name): QueueCard => ({ name, id, deck, area, tags }));
    }),
  );

  function loadDeck(id: string): Promise<PublishedDeck> {
    const known = loading.get(id);
    if (known) return known;
    const deck = read<PublishedDeck>(`${folder}${id}.json`);
    loading.set(id, deck);
    // Without a network it may come later.
    deck.catch(() => loading.delete(id));
    return deck;
  }

  return {
    decks,
    cards,
    former: listFormer(index),
    async load(name) {
      const { id, ord } = splitCardName(name);
      const deckId = deckOf.get(id);
      if (deckId === undefined) return undefined;
      const { deck, cards } = await loadDeck(deckId);
      const card = cards.find((other) => other.id === id);
      const face = card?.faces.find((other) => other.ord === ord);
      return card && face && { deck: deck.title, card, face };
    },
  };
}

/** Present ids of cards by former ones. @param folder as of openDecks */
export async function readFormerCards(folder: string): Promise<ReadonlyMap<string, string>> {
  return listFormer(await readIndex(folder));
}

function readIndex(folder: string): Promise<DeckIndex> {
  return read(`${folder}index.json`);
}

async function read<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
