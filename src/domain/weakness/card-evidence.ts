/**
 * What the flashcards of a topic say of it. How likely each is known today is FSRS's forecast, which has every answer in
 * it and falls with time; the answers themselves are told to the reader and not counted once more.
 *
 * A card in its first learning steps says nothing yet. One that was forgotten counts as not known until it is back in
 * review: the forecast would say 1, since the answer was read a moment ago.
 */
import { isAskable } from '../review/card-due.ts';
import type { QueueCard } from '../review/queue.ts';
import { type CardState, type CardStates, isLeech, NEW_CARD } from '../review/replay.ts';
import { type Answer, countCollection, type Retention } from '../review/review-statistics.ts';
import { retrievabilityOf } from '../review/scheduler.ts';
import { type Observation, observe, WEIGHTS } from './observation.ts';

export interface CardEvidence {
  readonly total: number;
  readonly seen: number;
  readonly mature: number;
  /** Those that count: in review, or forgotten since. */
  readonly counted: number;
  /** Mean chance that such a card is known today; `undefined` where none counts. */
  readonly recall: number | undefined;
  readonly lapses: number;
  /** Answers of the last 30 days to cards that had been away for a day or more. */
  readonly retention: Retention;
  /** Cards that are to be asked today, and those that were never seen. */
  readonly due: number;
  readonly fresh: number;
}

/** Days of which answers are told. */
export const RECENT = 30;

/**
 * @param answers recent ones to these cards
 * @param today days since 1970
 */
export function weighCards(
  cards: readonly QueueCard[],
  states: CardStates,
  answers: readonly Answer[],
  today: number,
): CardEvidence {
  const known = cards.map(({ name }) => states.get(name) ?? NEW_CARD);
  const chances = known.flatMap((state) => chanceOf(state, today) ?? []);
  const { fresh, mature } = countCollection(cards, states);
  const tested = answers.filter(({ age, isCram }) => age !== 'learning' && !isCram);
  return {
    total: cards.length,
    seen: known.filter(({ memory }) => memory !== undefined).length,
    mature,
    counted: chances.length,
    recall: chances.length === 0 ? undefined : sumOf(chances) / chances.length,
    lapses: sumOf(known.map(({ memory }) => memory?.lapses ?? 0)),
    retention: { known: tested.filter(({ rating }) => rating > 1).length, total: tested.length },
    due: known.filter((state) => isDue(state, today)).length,
    fresh,
  };
}

export function observeCards({ counted, recall }: Pick<CardEvidence, 'counted' | 'recall'>): Observation[] {
  if (recall === undefined) return [];
  return [observe(recall, Math.min(WEIGHTS.cards, counted * WEIGHTS.card), undefined)];
}

function chanceOf(state: CardState, today: number): number | undefined {
  const { memory, isSuspended } = state;
  // Who cannot keep a card, and has it put aside for that, does not know it; any other one was not wanted.
  if (memory === undefined || memory.phase === 'learning' || (isSuspended && !isLeech(state))) return undefined;
  return memory.phase === 'relearning' ? 0 : retrievabilityOf(memory, today);
}

function isDue(state: CardState, today: number): boolean {
  const { memory } = state;
  if (memory === undefined || !isAskable(state, today)) return false;
  return memory.phase !== 'review' || memory.dueDay <= today;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
