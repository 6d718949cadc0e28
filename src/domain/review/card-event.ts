/**
 * What a reader does with flashcards, as events of the study log. They are the truth; what is known of a card is derived
 * from them (replay.ts).
 *
 * A card is named `<card id>#<ord>`: a reversed card has a front for each direction, a cloze one for each gap, and each is
 * learned by itself. `ord` counts as Anki does, from 0. The language is no part of the name.
 *
 *     { k: 'review', c, r: 1-4, ms, i?, cram? }   answered; `ms` is the time it took
 *     { k: 'undo', of: { d, n, t } }              what an event did is as if it had never been
 *     { k: 'suspend', c, on }                     put aside until it is taken back
 *     { k: 'bury', c, day }                       put aside for a learning day
 *     { k: 'forget', c }                          new again
 *
 * `i` is the interval in days that was really given, where the card left its learning steps or stayed out of them. It is
 * kept so that devices with other settings, and later versions with another rule, agree on when the card is due. Reviews
 * that come from Anki are of device `anki`, counted by their id there.
 */
import { isCalendarDay } from '../calendar-day.ts';
import { isRecord } from '../json.ts';
import type { StudyEvent } from '../study-event.ts';

/** Again, hard, good, easy. */
export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];

interface ReviewFacts {
  readonly k: 'review';
  readonly c: string;
  readonly r: Rating;
  readonly ms: number;
  readonly i?: number;
  /** An answer that is counted and schedules nothing. */
  readonly cram?: true;
}

/** What names an event: one that is undone, say. */
export interface EventName {
  readonly d: string;
  readonly n: number;
  readonly t: number;
}

interface UndoFacts {
  readonly k: 'undo';
  readonly of: EventName;
}

interface SuspendFacts {
  readonly k: 'suspend';
  readonly c: string;
  readonly on: boolean;
}

interface BuryFacts {
  readonly k: 'bury';
  readonly c: string;
  /** The learning day, `2026-11-24`. */
  readonly day: string;
}

interface ForgetFacts {
  readonly k: 'forget';
  readonly c: string;
}

/** Facts that change a card; an undo takes one of these back. */
type ChangeFacts = ReviewFacts | SuspendFacts | BuryFacts | ForgetFacts;
export type CardFacts = ChangeFacts | UndoFacts;

export type ReviewEvent = StudyEvent & ReviewFacts;
export type UndoEvent = StudyEvent & UndoFacts;
export type ChangeEvent = StudyEvent & ChangeFacts;
export type CardEvent = ChangeEvent | UndoEvent;

/** Longer than any card is sent away for, and short of what a calendar cannot name. */
const MAX_INTERVAL = 36_500;

export function isCardEvent(event: StudyEvent): event is CardEvent {
  return isUndoEvent(event) || isChangeEvent(event);
}

export function isReviewEvent(event: StudyEvent): event is ReviewEvent {
  const { k, c, r, ms, i, cram } = event;
  return (
    k === 'review' &&
    typeof c === 'string' &&
    (RATINGS as readonly unknown[]).includes(r) &&
    isWithin(ms, 0, Number.MAX_VALUE) &&
    (i === undefined || (Number.isInteger(i) && isWithin(i, 1, MAX_INTERVAL))) &&
    (cram === undefined || cram === true)
  );
}

function isUndoEvent(event: StudyEvent): event is UndoEvent {
  const { k, of } = event;
  return (
    k === 'undo' &&
    isRecord(of) &&
    typeof of.d === 'string' &&
    Number.isInteger(of.n) &&
    isWithin(of.t, 0, Number.MAX_SAFE_INTEGER)
  );
}

function isChangeEvent(event: StudyEvent): event is ChangeEvent {
  if (event.k === 'review') return isReviewEvent(event);
  const { k, c, on, day } = event;
  if (typeof c !== 'string') return false;
  if (k === 'suspend') return typeof on === 'boolean';
  if (k === 'bury') return typeof day === 'string' && isCalendarDay(day);
  return k === 'forget';
}

/** A text that is the same for equal names only. */
export function keyOfEvent({ d, n, t }: EventName): string {
  return `${t}|${n}|${d}`;
}

export function nameCard(id: string, ord: number): string {
  return `${id}#${ord}`;
}

/** The id and the ord of a card's name; a name without an ord is of its first face. */
export function splitCardName(name: string): { readonly id: string; readonly ord: number } {
  const at = name.lastIndexOf('#');
  if (at < 0) return { id: name, ord: 0 };
  return { id: name.slice(0, at), ord: Number(name.slice(at + 1)) };
}

/** The name under which a card goes on. */
export function presentName(name: string, former: ReadonlyMap<string, string>): string {
  if (former.size === 0) return name;
  const { id, ord } = splitCardName(name);
  const present = former.get(id);
  return present === undefined ? name : nameCard(present, ord);
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}
