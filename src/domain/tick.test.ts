import { expect, test } from 'vitest';
import { countProgress } from './progress.ts';
import { TICK_STATES, toggleTick } from './tick.ts';

test('a click ticks whatever is not done and unticks what is', () => {
  expect(TICK_STATES.map(toggleTick)).toEqual(['done', 'done', 'open', 'done']);
});

test('progress leaves out what was skipped and what is of other pages', () => {
  const ticks = {
    'a#1': { state: 'done', at: 1 },
    'a#2': { state: 'doing', at: 1 },
    'a#3': { state: 'skipped', at: 1 },
    'b#1': { state: 'done', at: 1 },
  } as const;
  expect(countProgress(['a#1', 'a#2', 'a#3', 'a#4'], ticks)).toEqual({ done: 1, doing: 1, total: 3 });
});
