import { expect, test } from 'vitest';
import { findNearestWord } from './nearest-word.ts';

const KNOWN = ['coroutine', 'decorator', 'routine', 'python', 'garbage', 'cache', 'select_related'].map((word) => ({
  word,
  pages: 1,
}));

test.each([
  ['corutine', 'coroutine'],
  ['decoratr', 'decorator'],
  ['pyhton', 'python'],
  ['gabage', 'garbage'],
  ['cahce', 'cache'],
  ['selct_related', 'select_related'],
])('%s is meant for %s', (typed, meant) => {
  expect(findNearestWord(typed, KNOWN)).toBe(meant);
});

test('what is far from every word, or short, is meant for none', () => {
  expect(findNearestWord('kubernetes', KNOWN)).toBeUndefined();
  expect(findNearestWord('cac', KNOWN)).toBeUndefined();
  expect(findNearestWord('x'.repeat(200), KNOWN)).toBeUndefined();
});

test('of two that are equally near, the one on more pages is meant', () => {
  const known = [
    { word: 'tasks', pages: 1 },
    { word: 'tests', pages: 90 },
  ];
  expect(findNearestWord('tesks', known)).toBe('tests');
});
