/**
 * A reader's reviews on this page: the session, and what is done in it. An answer shows at once and is kept at once; the
 * log is written meanwhile.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { createLog, listEvents, mergeLogs } from '../domain/event-log.ts';
import { learningDay, type Moment } from '../domain/learning-day.ts';
import {
  type CardEvent,
  type CardFacts,
  type ChangeEvent,
  isCardEvent,
  type Rating,
} from '../domain/review/card-event.ts';
import { type CardFilter, NO_FILTER, type QueueCard } from '../domain/review/queue.ts';
import { type CardStates, NEW_CARD } from '../domain/review/replay.ts';
import { reviewSettingsOf } from '../domain/review/review-settings.ts';
import { previewRatings } from '../domain/review/scheduler.ts';
import { findLastChange, planSession, type Session } from '../domain/review/session.ts';
import { createEvent } from '../domain/study-event.ts';
import { readClock } from './clock.ts';
import { readDevice } from './storage/device.ts';
import type { StorageProblem } from './storage/study-store.ts';
import { openLog, openReviewCache, record, siteId, store } from './study.ts';

export interface Review {
  readonly session: ReadableAtom<Session>;
  /** Why what was done last is not on the disk. */
  readonly problem: ReadableAtom<StorageProblem | undefined>;
  /** Plans anew: time has passed, or the reader wants other cards. */
  plan(filter?: CardFilter): void;
  /** @param ms how long it took */
  answer(name: string, rating: Rating, ms: number, isCram: boolean): void;
  bury(name: string): void;
  suspend(name: string, isOn: boolean): void;
  /** What an undo would take back. */
  lastChange(): ChangeEvent | undefined;
  /** Takes back what was done last today, and says what it was. */
  undo(): ChangeEvent | undefined;
  /** Every event of cards that there is. */
  readAll(): Promise<CardEvent[]>;
}

/** Of events that are counted by their time, as in the outbox. */
const NO_COUNTER = 0;
/** Who is gone for longer did not think about the card. */
const LONGEST_ANSWER = 60_000;

export async function openReview(cards: readonly QueueCard[], former: ReadonlyMap<string, string>): Promise<Review> {
  const [log, cache] = await Promise.all([openLog(), openReviewCache()]);
  const device = readDevice(siteId, () => localStorage);
  let filter = NO_FILTER;
  let base: CardStates = new Map();
  let since = '';
  let events: readonly CardEvent[] = [];
  /** What the log may not have yet, and what it has by now. */
  let pending: readonly CardEvent[] = [];
  let settled: readonly CardEvent[] = [];

  await loadBase();
  await loadEvents();
  const session = atom(createSession());
  if (!session.get().isWhole) await replayAll();
  log.revision.listen(() => void loadEvents().then(plan));
  store.study.listen(plan);
  addEventListener('pageshow', ({ persisted }) => persisted && void loadEvents().then(plan));

  async function loadBase(): Promise<void> {
    const known = await cache.open(learningDay(now()), former);
    base = known?.states ?? new Map();
    since = known?.day ?? '';
  }

  async function loadEvents(): Promise<void> {
    const done = settled;
    const { log: stored, isComplete } = await log.readAll(since);
    // A database that does not answer, as after a laptop's sleep, takes back nothing of what the page knew.
    const known = isComplete ? [] : events;
    pending = pending.filter((event) => !isComplete || !done.includes(event));
    settled = settled.filter((event) => !isComplete || !done.includes(event));
    events = listEvents(mergeLogs(stored, createLog([...known, ...pending]))).filter(isCardEvent);
  }

  /** What was known is of no use for what was done since: an answer from before has come, or was undone. */
  async function replayAll(): Promise<void> {
    await cache.drop();
    base = new Map();
    since = '';
    await loadEvents();
    session.set(createSession());
  }

  function createSession(): Session {
    return planSession({ cards, former, base, events, limits: reviewSettingsOf(store.study.get()), filter }, now());
  }

  function plan(): void {
    const next = createSession();
    session.set(next);
    if (!next.isWhole && since !== '') void replayAll();
  }

  /** Later than all that is known, even where the clock was set back, so that the last answer is the last one. */
  function now(): Moment {
    const clock = readClock();
    const last = events.at(-1)?.t ?? 0;
    const isNear = last - clock.t < 60_000;
    return isNear ? { ...clock, t: Math.max(clock.t, last + 1) } : clock;
  }

  function add(facts: CardFacts): void {
    const moment = now();
    const event = createEvent(facts, device, NO_COUNTER, moment);
    if (!isCardEvent(event)) return;
    pending = [...pending, event];
    events = [...events, event];
    plan();
    const settle = () => {
      settled = [...settled, event];
    };
    void record(facts, moment).then(settle, (error: unknown) => {
      console.error('What was done was not written into the log yet:', error);
    });
  }

  return {
    session,
    problem: log.problem,
    plan(wanted) {
      if (wanted) filter = wanted;
      plan();
    },
    answer(name, rating, ms, isCram) {
      const { memory } = session.get().states.get(name) ?? NEW_CARD;
      const { retention } = reviewSettingsOf(store.study.get());
      const { interval } = previewRatings(memory, now(), retention)[rating];
      const facts = { k: 'review', c: name, r: rating, ms: Math.round(Math.min(ms, LONGEST_ANSWER)) } as const;
      if (isCram) add({ ...facts, cram: true });
      else add({ ...facts, ...(interval > 0 && { i: interval }) });
    },
    bury: (c) => add({ k: 'bury', c, day: learningDay(now()) }),
    suspend: (c, on) => add({ k: 'suspend', c, on }),
    lastChange: () => findLastChange(events, former, device, now()),
    undo() {
      const last = findLastChange(events, former, device, now());
      if (last) add({ k: 'undo', of: { d: last.d, n: last.n, t: last.t } });
      return last;
    },
    async readAll() {
      const all = await log.read();
      return listEvents(mergeLogs(all, createLog(pending))).filter(isCardEvent);
    },
  };
}
