import { expect, test } from 'vitest';
import { FreeNames, toPlaceName } from './place-name.ts';

test.each([
  ['Default arguments', 'default-arguments'],
  ['__init__', 'init'],
  ['Señal de alto!', 'senal-de-alto'],
  ['名前', 'note'],
  ['Index', 'overview'],
])('%j lies at %j', (name, place) => {
  expect(toPlaceName(name)).toBe(place);
});

test('no name is handed out twice', () => {
  const names = new FreeNames(['a', 'b-2']);
  expect(['a', 'a', 'b', 'b', 'c'].map((name) => names.take(name))).toEqual(['a-2', 'a-3', 'b', 'b-3', 'c']);
  expect([names.take('c', '.png'), names.take('c', '.png')]).toEqual(['c.png', 'c-2.png']);
});
