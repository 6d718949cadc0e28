import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog, listEvents } from '../../domain/event-log.ts';
import { isCardEvent, type Rating } from '../../domain/review/card-event.ts';
import { type CardStates, replayCards } from '../../domain/review/replay.ts';
import { createEvent } from '../../domain/study-event.ts';
import { createReviewCache } from './review-cache.ts';
import { countCalls, FAULTS, resetDatabases } from './testing/faulty-database.ts';
import { connect, openRaw, openTab } from './testing/log-tab.ts';

const DAY = 86_400_000;
const MORNING = Date.UTC(2026, 10, 24, 9);
const NAMES = new Map<string, string>();

beforeEach(resetDatabases);
afterEach(() => void vi.restoreAllMocks());

function openCache() {
  return createReviewCache(connect());
}

async function answer(day: number, c = 'gil#0', r: Rating = 3): Promise<void> {
  const moment = { t: MORNING + day * DAY, z: 60 };
  await openTab().append({ k: 'review', c, r, ms: 1000 }, moment);
}

/** What a replay of the whole log before a day gives. */
async function rebuild(day: string, former = NAMES): Promise<CardStates> {
  const log = [...(await openTab().read())].filter(([name]) => name.slice(-10) < day);
  return replayCards(listEvents(new Map(log)).filter(isCardEvent), former).states;
}

/** Marks what is kept, so that it can be told from what was made anew. */
async function isKept(day: string): Promise<boolean> {
  const database = await openRaw();
  const kept = await database.get('reviews', 'day');
  database.close();
  return kept === day;
}

describe('what is known of the cards when a day begins', () => {
  test('is what a replay of the days before gives, however often it was kept on the way', async () => {
    for (const day of [0, 1, 2, 5, 9]) {
      await answer(day, 'gil#0', day === 5 ? 1 : 3);
      await answer(day, `card-${day}#0`);
      const name = new Date(MORNING + day * DAY).toISOString().slice(0, 10);
      const known = await openCache().open(name, NAMES);
      expect(known).toEqual({ day: name, states: await rebuild(name) });
      expect(await openCache().open(name, NAMES)).toEqual(known);
    }
  });

  test('is made anew when an import brings answers from before', async () => {
    await answer(0);
    await openCache().open('2026-11-26', NAMES);
    const before = createEvent({ k: 'review', c: 'gil#0', r: 1, ms: 5 }, 'phone', 1, { t: MORNING - DAY, z: 0 });
    await openTab().change({ added: { log: createLog([before]) } });
    expect(await isKept('2026-11-26')).toBe(false);
    expect((await openCache().open('2026-11-26', NAMES))?.states).toEqual(await rebuild('2026-11-26'));
  });

  test('is kept when the day itself goes on', async () => {
    await openCache().open('2026-11-24', NAMES);
    await answer(0);
    expect(await isKept('2026-11-24')).toBe(true);
  });

  test('is made anew when an answer from before is undone today', async () => {
    await answer(0);
    await openCache().open('2026-11-25', NAMES);
    const [event] = listEvents(await openTab().read());
    const of = { d: event?.d ?? '', n: event?.n ?? 0, t: event?.t ?? 0 };
    await openTab().append({ k: 'undo', of }, { t: MORNING + DAY, z: 60 });
    expect((await openCache().open('2026-11-27', NAMES))?.states).toEqual(new Map());
  });

  test('follows a renaming', async () => {
    await answer(0, 'lock#0');
    await openCache().open('2026-11-25', NAMES);
    const former = new Map([['lock', 'gil']]);
    expect([...((await openCache().open('2026-11-25', former))?.states.keys() ?? [])]).toEqual(['gil#0']);
  });

  test.each([
    ['another form', { form: 0, former: '[]', states: new Map() }],
    ['no states', { form: 1, former: '[]', states: { 'gil#0': {} } }],
    ['states that are none', { form: 1, former: '[]', states: new Map([['gil#0', 5]]) }],
  ])('is made anew where there is %s', async (_, value) => {
    await answer(0);
    const database = await openRaw();
    await database.put('reviews', '2026-11-25', 'day');
    await database.put('reviews', value, 'states');
    database.close();
    expect((await openCache().open('2026-11-25', NAMES))?.states).toEqual(await rebuild('2026-11-25'));
  });

  test('is right or missing, wherever the browser fails', async () => {
    await answer(0);
    for (const fault of FAULTS) {
      for (let call = 1; call <= 12; call += 1) {
        countCalls((count) => (count === call ? fault : undefined));
        const known = await openCache().open('2026-11-25', NAMES);
        vi.restoreAllMocks();
        if (known) expect(known.states).toEqual(await rebuild('2026-11-25'));
        await openCache().drop();
      }
    }
  });
});
