import { expect, test } from 'vitest';
import { listEndings, pickForm } from './plural.ts';

const words = { rows: 'rows', rows_one: 'row', rows_few: 'few rows', cards: 'cards' };

test.each([
  ['en', 0, 'rows'],
  ['en', 1, 'row'],
  ['en', 2, 'rows'],
  ['es', 1, 'row'],
  ['pt-BR', 0, 'row'],
  ['pt-BR', 2, 'rows'],
  ['pl', 3, 'few rows'],
  ['pl', 5, 'rows'],
  ['ja', 1, 'rows'],
])('in %s, %i goes with “%s”', (lang, count, form) => {
  expect(pickForm(words, 'rows', count, lang)).toBe(form);
});

test('a word without that form is said in its only one', () => {
  expect(pickForm(words, 'cards', 1, 'en')).toBe('cards');
});

test.each([
  ['en', ['_one']],
  ['es', ['_one']],
  ['pt-BR', ['_one']],
  ['fr', ['_one']],
  ['ja', []],
  ['pl', ['_many', '_one', '_few']],
])('%s needs the forms %j', (lang, endings) => {
  expect(listEndings(lang)).toEqual(endings);
});
