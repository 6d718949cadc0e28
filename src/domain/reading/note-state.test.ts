import { expect, test } from 'vitest';
import type { TickState } from '../tick.ts';
import { stateOfNote } from './note-state.ts';

const ITEMS = ['gil#a', 'gil#b|threads#b'];
const ticksOf = (states: Record<string, TickState>) =>
  Object.fromEntries(Object.entries(states).map(([key, state]) => [key, { state, at: 1 }]));

test.each([
  [{}, 'open'],
  [{ 'gil#a': 'open' }, 'open'],
  [{ 'gil#a': 'doing' }, 'started'],
  [{ 'gil#a': 'done' }, 'started'],
  [{ 'gil#a': 'done', 'threads#b': 'done' }, 'done'],
  [{ 'gil#a': 'done', 'gil#b': 'skipped' }, 'done'],
  // Who skips everything has not learned it.
  [{ 'gil#a': 'skipped', 'gil#b': 'skipped' }, 'open'],
] as const)('with %j a note is %s', (states, state) => {
  expect(stateOfNote(ITEMS, ticksOf(states))).toBe(state);
});

test('a note with nothing to tick is never done', () => {
  expect(stateOfNote([], ticksOf({ 'gil#a': 'done' }))).toBe('open');
});
