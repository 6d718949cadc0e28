/**
 * A session of reviews at one moment: what is known, what was done today, and what comes next. All of it follows from the
 * events, so that an answer is no more than one event more.
 */
import { countDay, type Moment } from '../learning-day.ts';
import { type CardEvent, type ChangeEvent, presentName } from './card-event.ts';
import {
  type CardFilter,
  type DailyLimits,
  type DayWork,
  NO_FILTER,
  pickNext,
  planQueue,
  type Queue,
  type QueueCard,
} from './queue.ts';
import { type CardStates, listChanges, replayCards } from './replay.ts';

export interface SessionFacts {
  readonly cards: readonly QueueCard[];
  /** Present card ids by former ones. */
  readonly former: ReadonlyMap<string, string>;
  /** What was known before the events. */
  readonly base: CardStates;
  /** In the order in which they happened; all of today's are among them. */
  readonly events: readonly CardEvent[];
  readonly limits: DailyLimits;
  readonly filter?: CardFilter;
}

export interface Session {
  readonly states: CardStates;
  /** Whether `base` was good enough: where it was not, everything has to be replayed. */
  readonly isWhole: boolean;
  readonly work: DayWork;
  readonly queue: Queue;
  readonly next: string | undefined;
}

export function planSession(facts: SessionFacts, now: Moment): Session {
  const { cards, former, base, events, limits, filter = NO_FILTER } = facts;
  const today = countDay(now);
  const work = { introduced: 0, reviewed: 0, answered: new Set<string>() };
  const { states, isWhole } = replayCards(events, former, base, (event, { memory }) => {
    if (event.k !== 'review' || event.cram || countDay(event) !== today) return;
    if (memory === undefined) work.introduced += 1;
    else if (memory.phase === 'review') work.reviewed += 1;
    work.answered.add(presentName(event.c, former));
  });
  const queue = planQueue(cards, states, { now, limits, work, filter });
  return { states, isWhole, work, queue, next: pickNext(queue, work, now.t) };
}

/** What was done last on a learning day by a device and still stands: what an undo takes back. */
export function findLastChange(
  events: readonly CardEvent[],
  former: ReadonlyMap<string, string>,
  device: string,
  now: Moment,
): ChangeEvent | undefined {
  const today = countDay(now);
  return listChanges(events, former).done.findLast((event) => event.d === device && countDay(event) === today);
}
