import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findRoom } from './map-outline.ts';

const SHEET = readFileSync(new URL('../../styles/outline.css', import.meta.url), 'utf8');

test.each([
  [446, 400],
  [573, 500],
  [659, 550],
  [716, 600],
  [833, 700],
])('a map of %i pixels needs a column of %i for words of 12.5', (width, room) => {
  expect(findRoom(width)).toBe(room);
});

test('a map wider than any column is drawn on a desk all the same', () => {
  expect(findRoom(2000)).toBe(700);
});

test('each column has a rule', () => {
  const rooms = new Set(Array.from({ length: 100 }, (_, step) => findRoom(step * 10)));
  const rules = [...SHEET.matchAll(/@container \(width < (\d+)px\) \{\s*\[data-room='(\d+)'\]/g)];
  expect(rules.map(([, width]) => Number(width))).toEqual([...rooms]);
  expect(rules.every(([, width, room]) => width === room)).toBe(true);
});
