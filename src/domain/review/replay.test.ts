import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, listEvents, mergeLogs } from '../event-log.ts';
import { type CardEvent, isCardEvent, type Rating } from './card-event.ts';
import { type CardStates, isLeech, replayCards } from './replay.ts';
import { createCardEvent, history, undoOf } from './testing/answers.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 24, 12);

function statesOf(events: readonly CardEvent[], former = new Map<string, string>()): CardStates {
  return replayCards(events, former).states;
}

function inOrder(events: readonly CardEvent[]): CardEvent[] {
  return listEvents(createLog(events)).filter(isCardEvent);
}

/** A card's state but for when it was changed, which an undone event may have been the last to do. */
function known(states: CardStates): unknown {
  const entries = [...states].map(([name, { changedAt: _, ...state }]) => [name, state]);
  return Object.fromEntries(entries.filter(([, state]) => JSON.stringify(state) !== NOTHING));
}
/** Of a card that nothing is known of. */
const NOTHING = JSON.stringify({ isSuspended: false, buriedOn: '' });

function review(c: string, r: Rating, t: number): CardEvent {
  return createCardEvent({ k: 'review', c, r, ms: 1000 }, { t });
}

describe('an undone event', () => {
  test('is as if it had never been, wherever its undoing stands', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(24), { maxLength: 6 }), (events, picks) => {
        const undone = events.filter((_, index) => picks.includes(index));
        const rest = events.filter((event) => !undone.includes(event));
        const all = inOrder([...events, ...undone.map(undoOf)]);
        expect(known(statesOf(all))).toEqual(known(statesOf(rest)));
      }),
    );
  });

  test('needs only to be named: an undoing of nothing does nothing', () => {
    const event = review('gil#0', 3, NOON);
    expect(known(statesOf([undoOf(event)]))).toEqual({});
    expect(known(statesOf([event, undoOf(undoOf(event))]))).toEqual(known(statesOf([event])));
  });
});

test('two devices that exchange their logs, in any order and more than once, know the same', () => {
  fc.assert(
    fc.property(history, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (events, sides) => {
      const withUndo = [...events, ...events.slice(0, 2).map(undoOf)];
      const one = createLog(withUndo.filter((_, index) => sides[index % 25]));
      const other = createLog(withUndo.filter((_, index) => !sides[index % 25] || index % 3 === 0));
      const there = listEvents(mergeLogs(one, other)).filter(isCardEvent);
      const back = listEvents(mergeLogs(mergeLogs(other, one), one)).filter(isCardEvent);
      expect(replayCards(there, new Map())).toEqual(replayCards(back, new Map()));
      expect(statesOf(there)).toEqual(statesOf(inOrder(withUndo)));
    }),
  );
});

test('a replay that goes on from an earlier one knows what a replay of everything knows, or says that it may not', () => {
  fc.assert(
    fc.property(history, fc.nat(25), fc.nat(4), (events, cut, count) => {
      const undone = events.slice(cut).slice(0, count).map(undoOf);
      const later = inOrder([...events.slice(cut), ...undone]);
      const base = statesOf(events.slice(0, cut));
      const { states, isWhole } = replayCards(later, new Map(), base);
      expect(isWhole).toBe(true);
      expect(states).toEqual(statesOf(inOrder([...events.slice(0, cut), ...later])));
    }),
  );
  const events = [review('gil#0', 3, NOON), review('gil#0', 3, NOON + DAY)];
  const base = statesOf(events);
  expect(replayCards([review('gil#0', 1, NOON + 5)], new Map(), base).isWhole).toBe(false);
  expect(replayCards(events.slice(1).map(undoOf), new Map(), base).isWhole).toBe(false);
});

test('the zone of the machine that replays changes nothing', () => {
  const zones = ['UTC', 'Asia/Tokyo', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Pacific/Honolulu'];
  const home = process.env.TZ;
  try {
    fc.assert(
      fc.property(history, (events) => {
        const [first, ...others] = zones.map((zone) => {
          process.env.TZ = zone;
          return statesOf(events);
        });
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 20 },
    );
  } finally {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  }
});

test('an answer that crams schedules nothing', () => {
  const cram = createCardEvent({ k: 'review', c: 'gil#0', r: 1, ms: 1000, cram: true }, { t: NOON });
  expect(statesOf([cram]).get('gil#0')?.memory).toBeUndefined();
});

test('suspending, burying and forgetting', () => {
  const events = [
    review('gil#0', 4, NOON),
    createCardEvent({ k: 'suspend', c: 'gil#0', on: true }, { t: NOON + 1 }),
    createCardEvent({ k: 'bury', c: 'gil#0', day: '2026-11-24' }, { t: NOON + 2 }),
  ];
  expect(statesOf(events).get('gil#0')).toMatchObject({ isSuspended: true, buriedOn: '2026-11-24' });
  const back = createCardEvent({ k: 'suspend', c: 'gil#0', on: false }, { t: NOON + 3 });
  expect(statesOf([...events, back]).get('gil#0')).toMatchObject({ isSuspended: false, memory: { reps: 1 } });
  const forgotten = createCardEvent({ k: 'forget', c: 'gil#0' }, { t: NOON + 4 });
  expect(statesOf([...events, forgotten]).get('gil#0')?.memory).toBeUndefined();
});

test('what was learned under a former id goes on under the present one, each face by itself', () => {
  const events = [review('lock#1', 3, NOON), review('gil#1', 3, NOON + DAY)];
  const states = statesOf(events, new Map([['lock', 'gil']]));
  expect([...states.keys()]).toEqual(['gil#1']);
  expect(states.get('gil#1')?.memory?.reps).toBe(2);
});

test('a card that is forgotten 8 times is suspended, and again 4 times later when it was taken back', () => {
  const events: CardEvent[] = [review('gil#0', 4, NOON)];
  const suspendedAt: number[] = [];
  for (let lapses = 1, t = NOON; lapses <= 17; lapses += 1) {
    t += 20 * DAY;
    events.push(review('gil#0', 1, t));
    if (statesOf(events).get('gil#0')?.isSuspended) {
      suspendedAt.push(lapses);
      events.push(createCardEvent({ k: 'suspend', c: 'gil#0', on: false }, { t: t + 1 }));
    }
    events.push(review('gil#0', 3, t + 600_000));
  }
  expect(suspendedAt).toEqual([8, 12, 16]);
  const state = statesOf(events).get('gil#0');
  expect(state && isLeech(state)).toBe(true);
});
