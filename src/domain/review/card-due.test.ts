import { expect, test } from 'vitest';
import { countDay, nameDay } from '../learning-day.ts';
import { daysLeft, listDue } from './card-due.ts';
import { type CardEvent, isCardEvent } from './card-event.ts';
import { NEW_CARD, replayCards } from './replay.ts';
import { createCardEvent } from './testing/answers.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 24, 12);
const at = (days: number) => countDay({ t: NOON + days * DAY, z: 0 });

function statesOf(...events: readonly CardEvent[]) {
  return replayCards(events.filter(isCardEvent), new Map()).states;
}

test('a card is due from the learning day that its interval leads to', () => {
  const states = statesOf(createCardEvent({ k: 'review', c: 'gil#0', r: 4, ms: 1000, i: 8 }, { t: NOON }));
  expect([...listDue(states, at(7))]).toEqual([]);
  expect([...listDue(states, at(8))]).toEqual(['gil']);
  expect(daysLeft(states.get('gil#0') ?? NEW_CARD, at(5))).toBe(3);
});

test('a card with two sides is due when one of them is', () => {
  const states = statesOf(
    createCardEvent({ k: 'review', c: 'slots#0', r: 4, ms: 1000, i: 8 }, { t: NOON }),
    createCardEvent({ k: 'review', c: 'slots#1', r: 1, ms: 1000 }, { t: NOON + 1 }),
  );
  expect([...listDue(states, at(0))]).toEqual(['slots']);
});

test('new cards, suspended cards and cards put aside for today are not due', () => {
  const learning = createCardEvent({ k: 'review', c: 'gil#0', r: 1, ms: 1000 }, { t: NOON });
  const later = { t: NOON + 1 };
  expect([...listDue(statesOf(), at(0))]).toEqual([]);
  const suspended = statesOf(learning, createCardEvent({ k: 'suspend', c: 'gil#0', on: true }, later));
  expect([...listDue(suspended, at(0))]).toEqual([]);
  const buried = statesOf(learning, createCardEvent({ k: 'bury', c: 'gil#0', day: nameDay(at(0)) }, later));
  expect([...listDue(buried, at(0))]).toEqual([]);
  expect([...listDue(buried, at(1))]).toEqual(['gil']);
});
