/**
 * What a reader is asked, and in which order: what is in its learning steps as soon as it is due, then what is due today,
 * the card least likely to be known first, with new cards in between.
 *
 * The queue is made anew after every answer, from what is known and from what was done today; nothing else is kept. So a
 * session that is closed in the middle goes on where it was, here or on another device, and undoing needs no memory.
 *
 * A card asks more than one question where it is reversed or has gaps. Of those, one a day is enough: the others would be
 * given away by it.
 */
import { countDay, type Moment } from '../learning-day.ts';
import { daysLeft, isAskable } from './card-due.ts';
import { type CardState, type CardStates, isLeech, NEW_CARD } from './replay.ts';
import { retrievabilityOf } from './scheduler.ts';

/** A question, as the queue sees it. */
export interface QueueCard {
  /** `<card id>#<ord>`. */
  readonly name: string;
  readonly id: string;
  readonly deck: string;
  readonly area: string;
  readonly tags: readonly string[];
}

export const CARD_KINDS = ['new', 'learning', 'review', 'suspended', 'leech'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** What the reader wants to see; `''` is everything. */
export interface CardFilter {
  readonly deck: string;
  readonly tag: string;
  readonly kind: CardKind | '';
}

export const NO_FILTER: CardFilter = { deck: '', tag: '', kind: '' };

/** For a learning day, over all decks and devices. */
export interface DailyLimits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** What was done on a learning day, by whichever device. */
export interface DayWork {
  /** Cards that were seen for the first time. */
  readonly introduced: number;
  /** Answers of cards that had come up after a day or more. */
  readonly reviewed: number;
  /** Names of all that was answered. */
  readonly answered: ReadonlySet<string>;
}

export interface Queue {
  /** In their learning steps and due, the longest first. */
  readonly learning: readonly string[];
  /** In their learning steps and due later, the next first. */
  readonly waiting: readonly { readonly name: string; readonly due: number }[];
  readonly review: readonly string[];
  readonly fresh: readonly string[];
}

export interface QueueOptions {
  readonly now: Moment;
  readonly limits: DailyLimits;
  readonly work: DayWork;
  readonly filter?: CardFilter;
}

/** Rather than to wait for it a card is shown so much before its time, where nothing else is left. */
const LEARN_AHEAD = 20 * 60 * 1000;

/** @param cards in the order in which new ones are introduced */
export function planQueue(
  cards: readonly QueueCard[],
  states: CardStates,
  { now, limits, work, filter = NO_FILTER }: QueueOptions,
): Queue {
  const today = countDay(now);
  const learning: { readonly name: string; readonly due: number }[] = [];
  const due: { readonly card: QueueCard; readonly known: number }[] = [];
  const fresh: QueueCard[] = [];
  const taken = findTakenSiblings(cards, states, work);
  const isOpen = createCheck(taken);
  for (const card of cards) {
    const state = states.get(card.name) ?? NEW_CARD;
    if (!isAskable(state, today) || !isWanted(card, state, filter)) continue;
    const { memory } = state;
    if (memory === undefined) fresh.push(card);
    else if (memory.phase !== 'review') learning.push({ name: card.name, due: memory.due });
    else if (daysLeft(state, today) === 0) due.push({ card, known: retrievabilityOf(memory, today) });
  }
  learning.sort((a, b) => a.due - b.due);
  due.sort((a, b) => a.known - b.known);
  const review = due.filter(({ card }) => isOpen(card)).slice(0, left(limits.reviewsPerDay, work.reviewed));
  const introduced = fresh.filter(isOpen).slice(0, left(limits.newPerDay, work.introduced));
  return {
    learning: learning.filter(({ due }) => due <= now.t).map(({ name }) => name),
    waiting: learning.filter(({ due }) => due > now.t),
    review: review.map(({ card }) => card.name),
    fresh: introduced.map(({ name }) => name),
  };
}

/** What is asked next; `undefined` where nothing is left, or nothing before its time. */
export function pickNext({ learning, waiting, review, fresh }: Queue, work: DayWork, now: number): string | undefined {
  if (learning[0] !== undefined) return learning[0];
  // New cards are spread evenly over the reviews of the whole day, also after an interruption.
  const ofNew = work.introduced / (work.introduced + fresh.length);
  const ofReviews = work.reviewed / (work.reviewed + review.length);
  const isTurnOfNew = fresh.length > 0 && (review.length === 0 || ofNew < ofReviews);
  const next = isTurnOfNew ? fresh[0] : review[0];
  if (next !== undefined) return next;
  const [soon] = waiting;
  return soon !== undefined && soon.due <= now + LEARN_AHEAD ? soon.name : undefined;
}

/** Every card that is wanted, in an order of its own that is the same each time: for who crams. */
export function planCram(cards: readonly QueueCard[], states: CardStates, filter: CardFilter): string[] {
  return cards
    .filter((card) => {
      const state = states.get(card.name) ?? NEW_CARD;
      const isAside = filter.kind === 'suspended' || filter.kind === 'leech';
      return (isAside || !state.isSuspended) && isWanted(card, state, filter);
    })
    .map(({ name }) => ({ name, place: scatter(name) }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}

/** What a card is to the reader. A suspended leech is both. */
export function kindsOf(state: CardState): CardKind[] {
  const { memory, isSuspended } = state;
  const phase = memory === undefined ? 'new' : memory.phase === 'review' ? 'review' : 'learning';
  return [phase, ...(isSuspended ? ['suspended' as const] : []), ...(isLeech(state) ? ['leech' as const] : [])];
}

function isWanted(card: QueueCard, state: CardState, { deck, tag, kind }: CardFilter): boolean {
  return (
    (deck === '' || card.deck === deck || card.area === deck) &&
    (tag === '' || card.tags.includes(tag)) &&
    (kind === '' || kindsOf(state).includes(kind))
  );
}

/** Cards of which a question was answered today, or is in its learning steps, with the name of that question. */
function findTakenSiblings(
  cards: readonly QueueCard[],
  states: CardStates,
  { answered }: DayWork,
): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { id, name } of cards) {
    const state = states.get(name);
    const isLearning = state?.memory !== undefined && state.memory.phase !== 'review' && !state.isSuspended;
    if (isLearning || answered.has(name)) taken.set(id, (taken.get(id) ?? new Set()).add(name));
  }
  return taken;
}

/** Says of each question in turn whether it may be asked; the first one of a card takes the place of the others. */
function createCheck(taken: Map<string, Set<string>>): (card: QueueCard) => boolean {
  return ({ id, name }) => {
    const names = taken.get(id);
    if (names !== undefined) return [...names].every((other) => other === name);
    taken.set(id, new Set([name]));
    return true;
  };
}

function left(limit: number, done: number): number {
  return Math.max(0, limit - done);
}

/** A number that has nothing to do with the order of names. FNV-1a. */
function scatter(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
