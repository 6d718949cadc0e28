import { expect, test } from 'vitest';
import { writeCell, writeInline } from './inline-text.ts';

test('a text becomes one line, and what looks like a tag is text', () => {
  expect(writeInline('Ask for <id>,\n  as `GET /todos/<id>`')).toBe('Ask for \\<id>, as `GET /todos/<id>`');
  expect(writeInline('``a ` <b>`` and <c>')).toBe('``a ` <b>`` and \\<c>');
  expect(writeInline('a lone ` before <b>')).toBe('a lone ` before \\<b>');
});

test('a bar ends no cell', () => {
  expect(writeCell('`a | b` or c|d')).toBe('`a \\| b` or c\\|d');
});
