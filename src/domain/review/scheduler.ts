/**
 * What an answer does to the memory of a card, by FSRS-6. The only module that knows ts-fsrs: a later version of it, or of
 * FSRS, is a change of this file and a new replay of the log.
 *
 * ts-fsrs counts days on the calendar of UTC. Here a day is the reader's learning day, so it is given times that are
 * moved until their day in UTC is that day (toLearningTime). Who flies west between two answers may answer on the day
 * before the last one; then both count as of one moment, since the library throws at a time that runs backward.
 *
 * Nothing is random: a replay gives the same on every device.
 *
 * @see https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
import { type Card, createEmptyCard, type FSRS, forgetting_curve, fsrs, State } from 'ts-fsrs';
import { countDay, type Moment, toLearningTime } from '../learning-day.ts';
import { RATINGS, type Rating } from './card-event.ts';

const DAY = 24 * 60 * 60 * 1000;

/** `learning` and `relearning` are steps of minutes after a first or a failed answer; a day counts from `review` on. */
export type Phase = 'learning' | 'review' | 'relearning';

/** What is known of a card that was answered. Kept in the browser as it is: a change of its shape is one of the cache's. */
export interface Memory {
  readonly phase: Phase;
  /** Days after which 9 of 10 such cards are still known. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** Of the learning steps. */
  readonly step: number;
  readonly reps: number;
  /** How often it was forgotten once it was in review. */
  readonly lapses: number;
  /** Learning time of the last answer. */
  readonly at: number;
  /** When it is due, in milliseconds since 1970: what counts in the learning steps. */
  readonly due: number;
  /** Days that it was sent away for; 0 in the learning steps. */
  readonly interval: number;
  /** The learning day on which it is due, as days since 1970: what counts in review. */
  readonly dueDay: number;
}

/** The share of cards that a reader wants to know when they come up. */
export const DEFAULT_RETENTION = 0.9;

const PHASES = { [State.Learning]: 'learning', [State.Review]: 'review', [State.Relearning]: 'relearning' } as const;
const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;

const schedulers = new Map<number, FSRS>();

function schedulerFor(retention: number): FSRS {
  const known = schedulers.get(retention);
  if (known) return known;
  const scheduler = fsrs({ request_retention: retention, enable_fuzz: false });
  schedulers.set(retention, scheduler);
  return scheduler;
}

/**
 * The memory after an answer.
 * @param memory `undefined` for a new card
 * @param given days that the card was really sent away for, where the log says so
 */
export function rateCard(
  memory: Memory | undefined,
  rating: Rating,
  moment: Moment,
  given?: number,
  retention = DEFAULT_RETENTION,
): Memory {
  const at = Math.max(toLearningTime(moment), memory?.at ?? 0);
  const now = new Date(at);
  const { card } = schedulerFor(retention).next(memory ? toCard(memory) : createEmptyCard(now), now, rating);
  const phase = card.state === State.New ? 'learning' : PHASES[card.state];
  const interval = phase === 'review' ? (given ?? card.scheduled_days) : 0;
  return {
    phase,
    stability: card.stability,
    difficulty: card.difficulty,
    step: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    at,
    due: moment.t + (phase === 'review' ? interval * DAY : card.due.getTime() - at),
    interval,
    dueDay: countDay(moment) + interval,
  };
}

/** What each answer would do now. */
export function previewRatings(
  memory: Memory | undefined,
  moment: Moment,
  retention: number,
): Readonly<Record<Rating, Memory>> {
  const rate = (rating: Rating) => [rating, rateCard(memory, rating, moment, undefined, retention)];
  return Object.fromEntries(RATINGS.map(rate)) as Record<Rating, Memory>;
}

/**
 * How likely the card is still known on a learning day: 1 on the day of its last answer.
 * @param day days since 1970
 */
export function retrievabilityOf({ stability, at }: Memory, day: number): number {
  const { w } = schedulerFor(DEFAULT_RETENTION).parameters;
  return forgetting_curve(w, Math.max(0, day - Math.floor(at / DAY)), stability);
}

function toCard({ phase, stability, difficulty, step, reps, lapses, at, interval }: Memory): Card {
  return {
    due: new Date(at + interval * DAY),
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: interval,
    learning_steps: step,
    reps,
    lapses,
    state: STATES[phase],
    last_review: new Date(at),
  };
}
