import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDay } from '../learning-day.ts';
import type { CardEvent, Rating } from './card-event.ts';
import { type CardKind, kindsOf, planCram, type QueueCard } from './queue.ts';
import { NEW_CARD } from './replay.ts';
import { retrievabilityOf } from './scheduler.ts';
import { planSession, type Session } from './session.ts';
import { createCardEvent, history } from './testing/answers.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const MORNING = Date.UTC(2026, 10, 24, 8);
const NO_LIMITS = { newPerDay: 1000, reviewsPerDay: 1000 };

function card(name: string, more: Partial<QueueCard> = {}): QueueCard {
  const [id = ''] = name.split('#');
  return { name, id, deck: 'python/gil', area: 'python', tags: [], ...more };
}

function review(c: string, r: Rating, t: number, i?: number): CardEvent {
  return createCardEvent({ k: 'review', c, r, ms: 1000, ...(i !== undefined && { i }) }, { t });
}

function sessionOf(
  cards: readonly QueueCard[],
  events: readonly CardEvent[],
  t: number,
  limits = NO_LIMITS,
  filter = { deck: '', tag: '', kind: '' as CardKind | '' },
): Session {
  return planSession({ cards, former: new Map(), base: new Map(), events, limits, filter }, { t, z: 0 });
}

interface Shown {
  readonly name: string;
  readonly was: 'new' | 'learning' | 'review';
}

/** Studies a day to its end: answers what is asked until nothing is. */
function study(
  cards: readonly QueueCard[],
  past: readonly CardEvent[],
  from: number,
  ratings: Rating[],
  limits: typeof NO_LIMITS,
) {
  const events = [...past];
  const shown: Shown[] = [];
  let t = from;
  for (let step = 0; step < 500; step += 1) {
    const session = sessionOf(cards, events, t, limits);
    if (session.next === undefined) {
      const later = session.queue.waiting[0]?.due;
      if (later === undefined) return { shown, session, events };
      t = later;
      continue;
    }
    const memory = session.states.get(session.next)?.memory;
    const was = memory === undefined ? 'new' : memory.phase === 'review' ? 'review' : 'learning';
    shown.push({ name: session.next, was });
    events.push(review(session.next, ratings[step % ratings.length] ?? 3, t));
    t += 10_000;
  }
  throw new Error('The day has no end.');
}

const CARDS = ['gil#0', 'gil#1', 'loop#0', 'task#0', 'lock#0', 'slot#0'].map((name) => card(name));
/** No easy end: again is rare enough that a day ends. */
const someRatings = fc
  .array(fc.constantFrom<Rating>(1, 2, 3, 3, 4), { minLength: 1, maxLength: 9 })
  .map((ratings): Rating[] => [...ratings, 3, 3, 3]);
const someLimits = fc.record({ newPerDay: fc.nat(6), reviewsPerDay: fc.nat(6) });

describe('a day of study, whatever was done before', () => {
  const day = (
    run: (past: CardEvent[], from: number, ratings: Rating[], limits: typeof NO_LIMITS) => void,
    limits = someLimits,
  ) =>
    fc.assert(
      fc.property(history, someRatings, limits, (past, ratings, chosen) => {
        const from = (past.at(-1)?.t ?? MORNING) + 3 * DAY;
        run(past, from - (from % DAY) + 8 * 60 * MINUTE, ratings, chosen);
      }),
      { numRuns: 60 },
    );

  test('skips nothing that is due, but one question of a card a day', () => {
    day((past, from, ratings) => {
      const before = sessionOf(CARDS, past, from);
      const { shown } = study(CARDS, past, from, ratings, NO_LIMITS);
      const today = countDay({ t: from, z: 0 });
      for (const { name, id } of CARDS) {
        const state = before.states.get(name) ?? NEW_CARD;
        const isDue = state.memory?.phase !== 'review' || state.memory.dueDay <= today;
        if (state.isSuspended || !isDue) expect(shown.some((card) => card.name === name)).toBe(false);
        else expect(shown.some((card) => card.name.startsWith(`${id}#`))).toBe(true);
      }
    }, fc.constant(NO_LIMITS));
  });

  test('shows nothing twice that has left its learning steps', () => {
    day((past, from, ratings, limits) => {
      const { shown } = study(CARDS, past, from, ratings, limits);
      const first = shown.filter(({ was }) => was !== 'learning').map(({ name }) => name);
      expect(new Set(first).size).toBe(first.length);
    });
  });

  test('keeps to the limits, also when it is interrupted and done on two devices', () => {
    day((past, from, ratings, limits) => {
      const { shown, session } = study(CARDS, past, from, ratings, limits);
      const count = (kind: Shown['was']) => shown.filter(({ was }) => was === kind).length;
      expect(count('new')).toBeLessThanOrEqual(limits.newPerDay);
      expect(count('review')).toBeLessThanOrEqual(limits.reviewsPerDay);
      expect(session.work).toMatchObject({ introduced: count('new'), reviewed: count('review') });
    });
  });

  test('never asks two questions of one card', () => {
    day((past, from, ratings, limits) => {
      const { shown } = study(CARDS, past, from, ratings, limits);
      const started = new Set(shown.filter(({ was }) => was !== 'learning').map(({ name }) => name));
      expect(started.has('gil#0') && started.has('gil#1')).toBe(false);
    });
  });
});

describe('the order', () => {
  const known = [
    review('gil#0', 4, MORNING, 3),
    review('loop#0', 4, MORNING + 1, 3),
    review('loop#0', 4, MORNING + 3 * DAY, 4),
  ];

  test('is the card that is least likely known first', () => {
    const { queue, states } = sessionOf(CARDS, known, MORNING + 9 * DAY);
    const today = countDay({ t: MORNING + 9 * DAY, z: 0 });
    expect(queue.review).toEqual(['gil#0', 'loop#0']);
    const odds = queue.review.map((name) => {
      const memory = states.get(name)?.memory;
      return memory === undefined ? 0 : retrievabilityOf(memory, today);
    });
    expect(odds[0]).toBeLessThan(odds[1] ?? 0);
  });

  test('has new cards in between, in their own order', () => {
    const cards = Array.from({ length: 8 }, (_, index) => card(`c${index}#0`));
    const events = [0, 1, 2, 3].map((index) => review(`c${index}#0`, 4, MORNING + index, 2));
    const { shown } = study(cards, events, MORNING + 3 * DAY, [4], NO_LIMITS);
    expect(shown.map(({ was }) => was)).toEqual(['review', 'new', 'review', 'new', 'review', 'new', 'review', 'new']);
    expect(shown.filter(({ was }) => was === 'new').map(({ name }) => name)).toEqual(['c4#0', 'c5#0', 'c6#0', 'c7#0']);
  });

  test('brings a card back in its learning steps as soon as it is due, and early where nothing else is left', () => {
    const again = review('gil#0', 1, MORNING);
    expect(sessionOf(CARDS, [again], MORNING + 30_000).next).not.toBe('gil#0');
    expect(sessionOf(CARDS, [again], MORNING + 61_000).next).toBe('gil#0');
    expect(sessionOf([card('gil#0')], [again], MORNING + 1000).next).toBe('gil#0');
  });

  test('does not bring back today what is due in more than 20 minutes', () => {
    const events = [review('gil#0', 4, MORNING - 30 * DAY, 20), review('gil#0', 3, MORNING, 40)];
    const { next, queue } = sessionOf([card('gil#0')], events, MORNING + MINUTE);
    expect(next).toBeUndefined();
    expect(queue.waiting).toEqual([]);
  });
});

describe('what is put aside', () => {
  test('is not asked: suspended for good, buried for a day', () => {
    const only = [card('gil#0')];
    const suspended = createCardEvent({ k: 'suspend', c: 'gil#0', on: true }, { t: MORNING });
    const buried = createCardEvent({ k: 'bury', c: 'gil#0', day: '2026-11-24' }, { t: MORNING });
    expect(sessionOf(only, [suspended], MORNING + DAY).next).toBeUndefined();
    expect(sessionOf(only, [buried], MORNING + 1).next).toBeUndefined();
    expect(sessionOf(only, [buried], MORNING + DAY).next).toBe('gil#0');
  });

  test('takes nobody’s place: another question of the card is asked', () => {
    const suspended = createCardEvent({ k: 'suspend', c: 'gil#0', on: true }, { t: MORNING });
    expect(sessionOf([card('gil#0'), card('gil#1')], [suspended], MORNING + 1).next).toBe('gil#1');
  });
});

describe('a filter', () => {
  const cards = [
    card('gil#0', { tags: ['threads'] }),
    card('loop#0', { deck: 'python/asyncio' }),
    card('index#0', { deck: 'databases/indexes', area: 'databases', tags: ['threads'] }),
  ];
  const next = (filter: { deck?: string; tag?: string; kind?: CardKind }, events: CardEvent[] = []) => {
    const { queue } = sessionOf(cards, events, MORNING, NO_LIMITS, { deck: '', tag: '', kind: '', ...filter });
    return [...queue.learning, ...queue.review, ...queue.fresh];
  };

  test('is a deck, an area, a tag, or several of them', () => {
    expect(next({ deck: 'python/asyncio' })).toEqual(['loop#0']);
    expect(next({ deck: 'python' })).toEqual(['gil#0', 'loop#0']);
    expect(next({ tag: 'threads' })).toEqual(['gil#0', 'index#0']);
    expect(next({ deck: 'databases', tag: 'threads' })).toEqual(['index#0']);
    expect(next({ kind: 'review' })).toEqual([]);
  });

  test('leaves the limits as they are for the whole day', () => {
    const limits = { newPerDay: 1, reviewsPerDay: 1 };
    const done = [review('loop#0', 4, MORNING - 1)];
    const filter = { deck: 'databases', tag: '', kind: '' } as const;
    expect(sessionOf(cards, done, MORNING, limits, filter).queue.fresh).toEqual([]);
  });
});

test('cramming has every card that is wanted, due or not, and the same order each time', () => {
  const { states } = sessionOf(CARDS, [review('gil#0', 4, MORNING, 30)], MORNING);
  const names = planCram(CARDS, states, { deck: '', tag: '', kind: '' });
  expect(names.toSorted()).toEqual(CARDS.map(({ name }) => name).sort());
  expect(planCram(CARDS.toReversed(), states, { deck: '', tag: '', kind: '' })).toEqual(names);
});

test('a card is of a kind, and may be aside as well', () => {
  expect(kindsOf(NEW_CARD)).toEqual(['new']);
  expect(kindsOf({ ...NEW_CARD, isSuspended: true })).toEqual(['new', 'suspended']);
});
