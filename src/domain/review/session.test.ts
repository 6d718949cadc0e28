import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, listEvents, mergeLogs } from '../event-log.ts';
import { countDay } from '../learning-day.ts';
import { type CardEvent, isCardEvent } from './card-event.ts';
import type { QueueCard } from './queue.ts';
import { replayCards } from './replay.ts';
import { findLastChange, planSession } from './session.ts';
import { CARDS, createCardEvent, history, undoOf } from './testing/answers.ts';

const DAY = 86_400_000;
const NO_RENAMES = new Map<string, string>();
const LIMITS = { newPerDay: 2, reviewsPerDay: 3 };
const cards: readonly QueueCard[] = CARDS.map((name) => ({
  name,
  id: name.split('#')[0] ?? '',
  deck: 'd',
  area: 'a',
  tags: [],
}));

function plan(events: readonly CardEvent[], t: number, base = new Map()) {
  return planSession({ cards, former: NO_RENAMES, base, events, limits: LIMITS }, { t, z: 0 });
}

function inOrder(events: readonly CardEvent[]): CardEvent[] {
  return listEvents(createLog(events)).filter(isCardEvent);
}

/** What the reader sees of a session. */
function shown({ queue, work, next }: ReturnType<typeof plan>) {
  return { queue, work, next };
}

test('what is undone leaves the queue and the counts as they were', () => {
  fc.assert(
    fc.property(history, fc.nat(24), (events, pick) => {
      const undone = events[pick];
      const rest = events.filter((event) => event !== undone);
      const now = (events.at(-1)?.t ?? 0) + 1000;
      const all = inOrder(undone ? [...events, undoOf(undone)] : events);
      expect(shown(plan(all, now))).toEqual(shown(plan(rest, now)));
    }),
  );
});

test('a session that is opened again, here or on a device that has merged, goes on where it was', () => {
  fc.assert(
    fc.property(history, fc.nat(25), (events, cut) => {
      const now = (events.at(-1)?.t ?? 0) + 1000;
      const [before, after] = [events.slice(0, cut), events.slice(cut)];
      const { states } = replayCards(before, new Map());
      // Counted are the answers of today, so they have to be among the events.
      const today = countDay({ t: now, z: 0 });
      if (before.some((event) => countDay(event) >= today)) return;
      const merged = listEvents(mergeLogs(createLog(after), createLog(before))).filter(isCardEvent);
      expect(shown(plan(after, now, new Map(states)))).toEqual(shown(plan(merged, now)));
    }),
  );
});

describe('undoing', () => {
  const t = Date.UTC(2026, 10, 24, 8);
  const answer = (name: string, n: number, d = 'laptop') =>
    createCardEvent({ k: 'review', c: name, r: 3, ms: 1 }, { d, n, t: t + n });
  const now = { t: t + 1000, z: 0 };

  test('goes back as far as the day, one after the other', () => {
    const events = [answer('gil#0', 1), answer('loop#0', 2), answer('task#0', 3)];
    const undone: string[] = [];
    for (
      let last = findLastChange(events, NO_RENAMES, 'laptop', now);
      last;
      last = findLastChange(events, NO_RENAMES, 'laptop', now)
    ) {
      undone.push(last.c);
      events.push(undoOf(last));
    }
    expect(undone).toEqual(['task#0', 'loop#0', 'gil#0']);
  });

  test('leaves alone what was done on another day or device', () => {
    expect(findLastChange([answer('gil#0', 1, 'phone')], NO_RENAMES, 'laptop', now)).toBeUndefined();
    expect(findLastChange([answer('gil#0', 1)], NO_RENAMES, 'laptop', { ...now, t: t + DAY })).toBeUndefined();
  });
});
