/** Paths of the pages of decks, without language: `flashcards`, `flashcards/python-internals/gil`. */

export const FLASHCARDS_PAGE = 'flashcards';

export function deckPath(id: string): string {
  return `${FLASHCARDS_PAGE}/${id}`;
}

/** The id of the deck that a page shows. */
export function deckOfPath(path: string): string | undefined {
  return path.startsWith(`${FLASHCARDS_PAGE}/`) ? path.slice(FLASHCARDS_PAGE.length + 1) : undefined;
}
