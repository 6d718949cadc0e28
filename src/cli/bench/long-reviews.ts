/** The reviews of many years: 5,000 cards, each answered twenty times, on two devices. */
import { createLog, type EventLog } from '../../domain/event-log.ts';
import type { DeckIndex, PublishedDeck } from '../../domain/review/published-deck.ts';
import type { StudyEvent } from '../../domain/study-event.ts';

const CARDS = 5000;
const DECKS = 50;
const REVIEWS = 100_000;
const DAYS = 2500;
const DAY = 86_400_000;
const PER_DAY = REVIEWS / DAYS;
/** Days between two answers of a card. */
const INTERVAL = CARDS / PER_DAY;

/** Every fifth answer failed. @param now milliseconds since 1970, when the log ends */
export function createLongReviews(now: number): EventLog {
  const events = Array.from({ length: REVIEWS }, (_, n): StudyEvent => {
    const day = Math.floor(n / PER_DAY);
    const t = Math.floor(now - (DAYS - day) * DAY + (n % PER_DAY) * 10_000);
    const identity = { d: day % 2 === 0 ? 'laptop' : 'phone', n, t, z: 60 };
    const answer = { k: 'review', c: `card-${n % CARDS}#0`, ms: 4000 + (n % 9000) };
    return n % 5 === 0 ? { ...identity, ...answer, r: 1 } : { ...identity, ...answer, r: 3, i: INTERVAL };
  });
  return createLog(events);
}

/** The files of the decks, by the end of their address. */
export function createManyDecks(): ReadonlyMap<string, DeckIndex | PublishedDeck> {
  const size = CARDS / DECKS;
  const decks = Array.from({ length: DECKS }, (_, deck) => ({
    deck: { id: `area-${deck % 5}/topic-${deck}`, title: `Topic ${deck}`, area: `area-${deck % 5}` },
    cards: Array.from({ length: size }, (_, place) => {
      const number = deck * size + place;
      return {
        id: `card-${number}`,
        type: 'basic' as const,
        tags: [`tag-${number % 20}`],
        source: { file: 'content/flashcards/deck.txt', line: place },
        faces: [{ ord: 0, front: `<p>Question ${number}</p>`, back: `<p>Answer ${number}</p>` }],
      };
    }),
  }));
  const index: DeckIndex = {
    decks: decks.map(({ deck, cards }) => ({
      ...deck,
      areaTitle: deck.area,
      cards: cards.map(({ id, tags }) => ({ id, tags, keys: [`${id}#0`] })),
    })),
  };
  return new Map<string, DeckIndex | PublishedDeck>([
    ['index.json', index],
    ...decks.map((deck): [string, PublishedDeck] => [`${deck.deck.id}.json`, deck]),
  ]);
}
