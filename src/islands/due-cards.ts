/** What a page that asks no cards shows of them: how many are due, how many are learned. Loaded on demand. */
import { openReview, type Review } from '../browser/review.ts';
import { openDecks, type ReviewDecks } from '../browser/review-decks.ts';
import { countLearned } from '../domain/review/review-statistics.ts';

export interface CardCounts {
  readonly due: number;
  readonly learned: number;
  readonly total: number;
}

export interface PageCards extends ReviewDecks {
  readonly review: Review;
}

const opened = new Map<string, Promise<PageCards>>();

/** All cards and what is known of them, opened once for the elements of a page. @param folder as of followCards */
export function openCards(folder: string): Promise<PageCards> {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const opening = openDecks(folder).then(async (decks) => {
    return { ...decks, review: await openReview(decks.cards, decks.former) };
  });
  opened.set(folder, opening);
  // Without a network it may come later.
  opening.catch(() => opened.delete(folder));
  return opening;
}

/** Tells at once and whenever it changes. @param folder address of the decks of one language */
export async function followCards(folder: string, onChange: (counts: CardCounts) => void): Promise<void> {
  const { cards, review } = await openCards(folder);
  review.session.subscribe(({ queue, states }) => {
    const due = queue.learning.length + queue.waiting.length + queue.review.length + queue.fresh.length;
    onChange({ due, ...countLearned(cards, states) });
  });
}
