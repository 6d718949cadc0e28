import { expect, test } from 'vitest';
import { stateOfProject } from './project-state.ts';
import type { Tick, TickState } from './tick.ts';

const MUST = ['projects/shop#sells', 'projects/shop#ships|projects/store#ships'];
const OTHERS = ['projects/shop#fast'];

function stateWith(ticks: Readonly<Record<string, TickState>>) {
  const stamped = Object.entries(ticks).map(([key, state]): [string, Tick] => [key, { state, at: 1 }]);
  return stateOfProject(MUST, OTHERS, Object.fromEntries(stamped));
}

test('a project is done when all that it must meet is done, under former ids too', () => {
  expect(stateWith({ 'projects/shop#sells': 'done', 'projects/store#ships': 'done' })).toBe('done');
});

test('what is skipped is not done, and what it should meet does not count', () => {
  expect(stateWith({ 'projects/shop#sells': 'done', 'projects/shop#ships': 'skipped' })).toBe('started');
  expect(stateWith({ 'projects/shop#sells': 'done', 'projects/shop#fast': 'done' })).toBe('started');
});

test('it is started with the first thing that is ticked', () => {
  expect(stateWith({})).toBe('open');
  expect(stateWith({ 'projects/shop#fast': 'skipped' })).toBe('open');
  expect(stateWith({ 'projects/shop#fast': 'doing' })).toBe('started');
});

test('a project that asks for nothing is never done', () => {
  expect(stateOfProject([], OTHERS, {})).toBe('open');
});
