/**
 * What a reader did with cards, as Anki keeps it: the state of each card, and each answer.
 *
 * Anki counts the days of a card in review from the day on which its collection was made (`created`), of one in its steps
 * in seconds since 1970. Its own memory model is FSRS too: stability and difficulty are handed over as they are.
 */
import { countDay, startOfDay } from '../learning-day.ts';
import {
  type CardEvent,
  type ChangeEvent,
  isReviewEvent,
  presentName,
  type ReviewEvent,
} from '../review/card-event.ts';
import { type CardState, listChanges, replayCards } from '../review/replay.ts';
import { type Memory, rateCard } from '../review/scheduler.ts';

export interface AnkiCard {
  /** `<card id>#<ord>`. */
  readonly name: string;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: 0 | 1 | 2 | 3;
  /** As the type, 1 for relearning too; -1 suspended. */
  readonly queue: -1 | 0 | 1 | 2;
  /** Days since `created` in review, seconds since 1970 in steps; `undefined` of a new card, which keeps its place. */
  readonly due: number | undefined;
  /** Days. */
  readonly interval: number;
  readonly reps: number;
  readonly lapses: number;
  /** Steps that are left, today and in all, as Anki writes them. */
  readonly left: number;
  /** JSON with what FSRS knows; `{}` of a new card. */
  readonly data: string;
}

export interface AnkiReview {
  readonly name: string;
  /** Milliseconds since 1970, each once. */
  readonly id: number;
  /** The rating; 0 where the card was made new again. */
  readonly ease: number;
  /** Days, or seconds below 0. */
  readonly interval: number;
  readonly lastInterval: number;
  /** Difficulty from 100 to 1100. */
  readonly factor: number;
  /** Milliseconds. */
  readonly time: number;
  /** 0 learn, 1 review, 2 relearn, 3 cram, 4 by hand. */
  readonly type: 0 | 1 | 2 | 3 | 4;
}

export interface AnkiProgress {
  /** Seconds since 1970 at which the learning day of the first answer began. */
  readonly created: number;
  /** Minutes that the clock of `created` is west of UTC. */
  readonly offset: number;
  readonly cards: readonly AnkiCard[];
  /** In time. */
  readonly reviews: readonly AnkiReview[];
}

/** As long as Anki lets an answer take. */
const LONGEST_ANSWER = 60_000;
/** Of FSRS-6 with its default parameters. */
const DECAY = 0.154;
const ONE_STEP_LEFT = 1001;

/**
 * @param events in the order in which they happened
 * @param former present card ids by former ones
 * @param retention the share of cards that the reader wants to know when they come up
 * @returns `undefined` where nothing was answered or put aside
 */
export function createAnkiProgress(
  events: readonly CardEvent[],
  former: ReadonlyMap<string, string>,
  retention: number,
): AnkiProgress | undefined {
  const { done } = listChanges(events, former);
  const [first] = done;
  if (first === undefined) return undefined;
  const firstDay = countDay(first);
  const { reviews, answeredAt } = listReviews(done, former);
  const { states } = replayCards(events, former);
  return {
    created: startOfDay(firstDay, first.z) / 1000,
    offset: -first.z,
    cards: [...states].flatMap(([name, state]) => {
      return describeCard(name, state, { firstDay, retention, answeredAt: answeredAt.get(name) ?? 0 }) ?? [];
    }),
    reviews,
  };
}

interface CardContext {
  readonly firstDay: number;
  readonly retention: number;
  /** Milliseconds since 1970 of the last answer. */
  readonly answeredAt: number;
}

function describeCard(name: string, { memory, isSuspended }: CardState, context: CardContext): AnkiCard | undefined {
  if (memory === undefined) {
    if (!isSuspended) return undefined;
    return { name, type: 0, queue: -1, due: undefined, interval: 0, reps: 0, lapses: 0, left: 0, data: '{}' };
  }
  const { phase, stability, difficulty, reps, lapses, interval, dueDay, due } = memory;
  const isInReview = phase === 'review';
  return {
    name,
    type: isInReview ? 2 : phase === 'learning' ? 1 : 3,
    queue: isSuspended ? -1 : isInReview ? 2 : 1,
    due: isInReview ? dueDay - context.firstDay : Math.round(due / 1000),
    interval: isInReview ? Math.max(1, interval) : phase === 'relearning' ? Math.max(1, Math.round(stability)) : 0,
    reps,
    lapses,
    left: isInReview ? 0 : ONE_STEP_LEFT,
    data: JSON.stringify({
      s: round(stability, 4),
      d: round(difficulty, 3),
      dr: context.retention,
      decay: DECAY,
      lrt: Math.floor(context.answeredAt / 1000),
    }),
  };
}

function listReviews(done: readonly ChangeEvent[], former: ReadonlyMap<string, string>) {
  const memories = new Map<string, { readonly memory: Memory; readonly interval: number }>();
  const answeredAt = new Map<string, number>();
  const reviews: AnkiReview[] = [];
  let lastId = 0;
  const add = (name: string, t: number, row: Omit<AnkiReview, 'name' | 'id'>) => {
    // Two answers of one millisecond: Anki has room for one.
    lastId = Math.max(t, lastId + 1);
    reviews.push({ name, id: lastId, ...row });
  };
  for (const event of done) {
    const name = presentName(event.c, former);
    const before = memories.get(name);
    if (event.k === 'forget') {
      memories.delete(name);
      add(name, event.t, { ease: 0, interval: 0, lastInterval: before?.interval ?? 0, factor: 0, time: 0, type: 4 });
    }
    if (!isReviewEvent(event)) continue;
    if (event.cram) {
      const interval = before?.interval ?? 0;
      add(name, event.t, { ...readAnswer(event), interval, lastInterval: interval, factor: 0, type: 3 });
      continue;
    }
    const memory = rateCard(before?.memory, event.r, event, event.i);
    const interval = intervalOf(memory, event.t);
    add(name, event.t, {
      ...readAnswer(event),
      interval,
      lastInterval: before?.interval ?? 0,
      factor: Math.round(((memory.difficulty - 1) / 9) * 1000 + 100),
      type: typeOf(before?.memory),
    });
    memories.set(name, { memory, interval });
    answeredAt.set(name, event.t);
  }
  return { reviews, answeredAt };
}

function readAnswer({ r, ms }: ReviewEvent): Pick<AnkiReview, 'ease' | 'time'> {
  return { ease: r, time: Math.min(LONGEST_ANSWER, Math.round(ms)) };
}

/** What the answer was to, which is the state before it. */
function typeOf(before: Memory | undefined): AnkiReview['type'] {
  if (before === undefined || before.phase === 'learning') return 0;
  return before.phase === 'review' ? 1 : 2;
}

function intervalOf({ phase, interval, due }: Memory, t: number): number {
  return phase === 'review' ? Math.max(1, interval) : -Math.max(1, Math.round((due - t) / 1000));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
