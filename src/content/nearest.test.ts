import { expect, test } from 'vitest';
import { findNearest } from './nearest.ts';

test('the nearest names come first, three at most', () => {
  expect(findNearest('gill', ['async-await', 'gills', 'gil-lock', 'gil', 'glib', 'gull'])).toEqual([
    'gills',
    'gil',
    'gull',
  ]);
});

test('nothing is suggested when nothing is like it', () => {
  expect(findNearest('transactions', ['gil', 'orm'])).toEqual([]);
});
