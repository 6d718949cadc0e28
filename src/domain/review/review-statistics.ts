/**
 * How reviews go, from the log alone. Whether a card was young or mature when it was asked is told by the interval of its
 * answer before: no schedule is computed, so that a hundred thousand answers are counted at once.
 *
 * True retention counts answers of cards that had come up after a day or more: again is forgotten, anything else known.
 */

import { countDay, nameDay } from '../learning-day.ts';
import { daysLeft } from './card-due.ts';
import { type CardEvent, presentName, type Rating } from './card-event.ts';
import type { QueueCard } from './queue.ts';
import { type CardStates, listChanges, NEW_CARD } from './replay.ts';

/** Days from which on a card is called mature, as Anki does. */
const MATURE = 21;

export const AGES = ['learning', 'young', 'mature'] as const;
export type Age = (typeof AGES)[number];

/** An answer that stands. */
export interface Answer {
  /** The card's present name. */
  readonly name: string;
  /** Learning day, as days since 1970. */
  readonly day: number;
  readonly rating: Rating;
  readonly ms: number;
  readonly age: Age;
  readonly isCram: boolean;
}

/** @param events in the order in which they happened */
export function listAnswers(events: readonly CardEvent[], former: ReadonlyMap<string, string>): Answer[] {
  const intervals = new Map<string, number>();
  return listChanges(events, former).done.flatMap((event): Answer[] => {
    const name = presentName(event.c, former);
    if (event.k === 'forget') intervals.delete(name);
    if (event.k !== 'review') return [];
    const age = ageOf(intervals.get(name));
    if (!event.cram) intervals.set(name, event.i ?? 0);
    return [{ name, day: countDay(event), rating: event.r, ms: event.ms, age, isCram: event.cram === true }];
  });
}

export interface Retention {
  readonly known: number;
  readonly total: number;
}

export type RetentionByAge = Readonly<Record<'young' | 'mature', Retention>>;

/** @param since the first day that counts */
export function measureRetention(answers: readonly Answer[], since: number): RetentionByAge {
  const measure = (age: Age): Retention => {
    const asked = answers.filter((answer) => answer.age === age && !answer.isCram && answer.day >= since);
    return { known: asked.filter(({ rating }) => rating > 1).length, total: asked.length };
  };
  return { young: measure('young'), mature: measure('mature') };
}

/** How often each button was pressed, from again to easy. */
export function countButtons(answers: readonly Answer[]): Readonly<Record<Age, readonly number[]>> {
  const count = (age: Age) => {
    const sums = [0, 0, 0, 0];
    for (const { rating, age: own } of answers) {
      if (own === age) sums[rating - 1] = (sums[rating - 1] ?? 0) + 1;
    }
    return sums;
  };
  return { learning: count('learning'), young: count('young'), mature: count('mature') };
}

export interface DaySum {
  readonly answers: number;
  readonly ms: number;
}

/** Answers and time by learning day. */
export function sumDays(answers: readonly Answer[]): ReadonlyMap<string, DaySum> {
  const sums = new Map<number, { answers: number; ms: number }>();
  for (const { day, ms } of answers) {
    const sum = sums.get(day) ?? { answers: 0, ms: 0 };
    sum.answers += 1;
    sum.ms += ms;
    sums.set(day, sum);
  }
  return new Map([...sums].map(([day, sum]) => [nameDay(day), sum]));
}

export interface DueDay {
  readonly day: string;
  readonly count: number;
}

/**
 * How many known cards come up on each day; what is late comes up today.
 * @param today days since 1970
 */
export function forecastDue(
  cards: readonly QueueCard[],
  states: CardStates,
  today: number,
  days: number,
): readonly DueDay[] {
  const counts = new Array<number>(days).fill(0);
  for (const { name } of cards) {
    const ahead = daysLeft(states.get(name) ?? NEW_CARD, today);
    if (ahead !== undefined && ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1;
  }
  return counts.map((count, ahead) => ({ day: nameDay(today + ahead), count }));
}

export interface Collection {
  readonly fresh: number;
  readonly learning: number;
  readonly young: number;
  readonly mature: number;
  readonly suspended: number;
}

/** How many questions are where; each counts once. */
export function countCollection(cards: readonly QueueCard[], states: CardStates): Collection {
  const counts = { fresh: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  for (const { name } of cards) {
    const state = states.get(name);
    const memory = state?.memory;
    if (state?.isSuspended) counts.suspended += 1;
    else if (memory === undefined) counts.fresh += 1;
    else counts[ageOf(memory.interval)] += 1;
  }
  return counts;
}

/** How many cards there are, and of how many the reader has known every question for a day or more. */
export function countLearned(
  cards: readonly QueueCard[],
  states: CardStates,
): { readonly learned: number; readonly total: number } {
  const unlearned = new Set<string>();
  for (const { id, name } of cards) {
    const { memory, isSuspended } = states.get(name) ?? NEW_CARD;
    if (isSuspended || !memory || ageOf(memory.interval) === 'learning') unlearned.add(id);
  }
  const total = new Set(cards.map(({ id }) => id)).size;
  return { learned: total - unlearned.size, total };
}

function ageOf(interval: number | undefined): Age {
  if (!interval) return 'learning';
  return interval < MATURE ? 'young' : 'mature';
}
