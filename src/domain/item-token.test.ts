import { expect, test } from 'vitest';
import { createItemToken, keysOfItem, presentKeys, stateOfItem } from './item-token.ts';
import { countProgress } from './progress.ts';

const token = createItemToken('b/lock#explain', ['a/gil#explain', 'a/gil#say-why']);
const done = (at: number) => ({ state: 'done', at }) as const;
const skipped = (at: number) => ({ state: 'skipped', at }) as const;

test('a token holds the present key first', () => {
  expect(keysOfItem(token)).toEqual(['b/lock#explain', 'a/gil#explain', 'a/gil#say-why']);
  expect(keysOfItem('a#b')).toEqual(['a#b']);
});

test('what was ticked under a former key counts, the latest of several', () => {
  expect(stateOfItem(token, {})).toBe('open');
  expect(stateOfItem(token, { 'a/gil#explain': done(1) })).toBe('done');
  expect(stateOfItem(token, { 'a/gil#explain': done(1), 'a/gil#say-why': skipped(2) })).toBe('skipped');
  expect(countProgress([token, 'a#c'], { 'a/gil#say-why': done(1) })).toEqual({ done: 1, doing: 0, total: 2 });
});

test('once it is ticked under its present key, that counts, whatever the clocks said', () => {
  expect(stateOfItem(token, { 'b/lock#explain': { state: 'open', at: 1 }, 'a/gil#explain': done(99) })).toBe('open');
});

test('a former key leads to the present one, unless something else has it now', () => {
  const present = presentKeys([createItemToken('c', ['b', 'a']), 'b']);
  expect([...present]).toEqual([
    ['b', 'b'],
    ['a', 'c'],
    ['c', 'c'],
  ]);
});
