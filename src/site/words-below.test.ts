import { expect, test } from 'vitest';
import { templatesBelow, wordsBelow } from './words-below.ts';

const all = { 'study.week.edit': 'Edit', 'study.totals.learned': '{{done}} of {{total}} learned' };

test('words are named by what their keys say below the prefix; one that is missing says nothing', () => {
  const words = wordsBelow(all, 'study.totals.');
  expect(words.learned).toBe('{{done}} of {{total}} learned');
  expect(words.cards).toBe('');
  expect(words).not.toHaveProperty('edit');
});

test('what is counted comes with its forms', () => {
  const counted = { 'study.sql.rows': '{{count}} rows', 'study.sql.rows_one': '{{count}} row' };
  expect(templatesBelow(counted, 'study.sql.')).toMatchObject({ rows: '{count} rows', rows_one: '{count} row' });
});

test('scripts get gaps that they fill in', () => {
  expect(templatesBelow(all, 'study.totals.').learned).toBe('{done} of {total} learned');
});
