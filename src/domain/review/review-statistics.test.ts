import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDay } from '../learning-day.ts';
import type { CardEvent, Rating } from './card-event.ts';
import type { QueueCard } from './queue.ts';
import { replayCards } from './replay.ts';
import {
  countButtons,
  countCollection,
  countLearned,
  forecastDue,
  listAnswers,
  measureRetention,
  sumDays,
} from './review-statistics.ts';
import { createCardEvent, history, undoOf } from './testing/answers.ts';

const DAY = 86_400_000;
const MORNING = Date.UTC(2026, 10, 24, 8);
const TODAY = countDay({ t: MORNING, z: 0 });

function answer(c: string, r: Rating, day: number, i?: number): CardEvent {
  const facts = { k: 'review', c, r, ms: 6000, ...(i !== undefined && { i }) } as const;
  return createCardEvent(facts, { t: MORNING + day * DAY });
}

function answersOf(...events: readonly CardEvent[]) {
  return listAnswers(events, new Map());
}

describe('an answer', () => {
  test('is of a young or a mature card by the days it had been away', () => {
    const ages = answersOf(
      answer('a#0', 3, 0),
      answer('a#0', 3, 0, 20),
      answer('a#0', 3, 20, 21),
      answer('a#0', 1, 41),
    );
    expect(ages.map(({ age }) => age)).toEqual(['learning', 'learning', 'young', 'mature']);
  });

  test('after one that failed is of a card in its learning steps, and so is one after it was forgotten', () => {
    const forget = createCardEvent({ k: 'forget', c: 'b#0' }, { t: MORNING + 5 * DAY });
    const answers = answersOf(
      answer('a#0', 4, 0, 5),
      answer('b#0', 4, 0, 5),
      answer('a#0', 1, 5),
      answer('a#0', 3, 5, 1),
      forget,
      answer('b#0', 3, 6),
    );
    expect(answers.map(({ age }) => age)).toEqual(['learning', 'learning', 'young', 'learning', 'learning']);
  });

  test('that was undone does not count', () => {
    fc.assert(
      fc.property(history, fc.nat(24), (events, pick) => {
        const undone = events[pick];
        if (undone === undefined) return;
        expect(answersOf(...events, undoOf(undone))).toEqual(answersOf(...events.filter((event) => event !== undone)));
      }),
    );
  });
});

test('true retention leaves out learning steps and cramming', () => {
  const cram = createCardEvent({ k: 'review', c: 'a#0', r: 1, ms: 1, cram: true }, { t: MORNING + 4 * DAY });
  const answers = answersOf(
    answer('a#0', 4, 0, 5),
    cram,
    answer('a#0', 3, 5, 30),
    answer('a#0', 1, 35),
    answer('a#0', 1, 35),
  );
  expect(measureRetention(answers, 0)).toEqual({ young: { known: 1, total: 1 }, mature: { known: 0, total: 1 } });
  expect(measureRetention(answers, TODAY + 6).young).toEqual({ known: 0, total: 0 });
});

test('every answer is one of a button and one of a day', () => {
  fc.assert(
    fc.property(history, (events) => {
      const answers = answersOf(...events);
      const buttons = Object.values(countButtons(answers)).flat();
      expect(buttons.reduce((sum, count) => sum + count, 0)).toBe(answers.length);
      const days = [...sumDays(answers).values()];
      expect(days.reduce((sum, day) => sum + day.answers, 0)).toBe(answers.length);
    }),
  );
});

describe('cards', () => {
  const cards: readonly QueueCard[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    name: `${id}#0`,
    id,
    deck: 'x',
    area: 'x',
    tags: [],
  }));
  const suspend = createCardEvent({ k: 'suspend', c: 'd#0', on: true }, { t: MORNING });
  const events = [answer('a#0', 4, -9, 2), answer('b#0', 4, -1, 30), answer('c#0', 1, 0), suspend];
  const { states } = replayCards(events, new Map());

  test('that are late, or in their learning steps, come up today', () => {
    const forecast = forecastDue(cards, states, TODAY, 30);
    expect(forecast).toHaveLength(30);
    expect(forecast[0]).toEqual({ day: '2026-11-24', count: 2 });
    expect(forecast[29]).toEqual({ day: '2026-12-23', count: 1 });
  });

  test('are counted once', () => {
    expect(countCollection(cards, states)).toEqual({ fresh: 1, learning: 1, young: 1, mature: 1, suspended: 1 });
  });

  test('are learned when each of their questions is', () => {
    expect(countLearned(cards, states)).toEqual({ learned: 2, total: 5 });
    const sides = [...cards, { name: 'a#1', id: 'a', deck: 'x', area: 'x', tags: [] }];
    expect(countLearned(sides, states)).toEqual({ learned: 1, total: 5 });
    const both = replayCards([...events, answer('a#1', 4, 0, 4)], new Map());
    expect(countLearned(sides, both.states)).toEqual({ learned: 2, total: 5 });
  });
});
