import { expect, test } from 'vitest';
import { KEYS, readExactKey, readKeyLine } from './card-key.ts';

test.each(KEYS)('%s is a key with and without a space behind it', (key) => {
  expect(readKeyLine(`${key}: some value `)).toEqual({
    key,
    written: `${key}:`,
    value: 'some value ',
    column: key.length + 3,
  });
  expect(readKeyLine(`${key}:\t value`)).toMatchObject({ value: 'value', column: key.length + 4 });
  expect(readKeyLine(`${key}:value`)).toMatchObject({ key, column: key.length + 2 });
  expect(readKeyLine(`${key}:`)).toMatchObject({ key, value: '' });
  expect(readExactKey(`${key}: value`)).toBe(key);
});

test.each([
  ...(['tags:', 'TAGS: x', 'Tag: x', 'Tgas: x', 'Taggs: x', 'Tafs: x', 'Tags : x', 'tag\t:'] as const).map((line) => [
    line,
    'Tags',
  ]),
  ...(['type: x', 'Tpye: x', 'Typ: x'] as const).map((line) => [line, 'Type']),
  ...(['link: x', 'Links: x', 'Lnik: x'] as const).map((line) => [line, 'Link']),
  ...(['id: x', 'ID: x', 'Id : x'] as const).map((line) => [line, 'Id']),
  ...(['q: x', 'Q : x', 'Question: x'] as const).map((line) => [line, 'Q']),
  ...(['a: x', 'answer: x'] as const).map((line) => [line, 'A']),
  ...[
    ['was: x', 'Was'],
    ['Decks: x', 'Deck'],
    ['Translate: x', 'Translated'],
  ],
])('%j is meant for %s', (line, key) => {
  expect(readKeyLine(line)?.key).toBe(key);
  expect(readExactKey(line)).toBeUndefined();
});

test.each([
  ...['', ' Tags: x', '\tId: x', '- Id: x', '> Q: x', '**Q:** x', 'Q', 'Tags x', 'Two words: x', ': x', '\u00a0Q: x'],
  ...[
    'Note: x',
    'Hint: x',
    'In: x',
    'If: x',
    'It: x',
    'Is: x',
    'Has: x',
    'Way: x',
    'C: x',
    'B: x',
    'Page: x',
    'Time: x',
  ],
  ...['Line: x', 'Tabs: x', 'Types: x', 'Duck: x', 'Ink: x', 'Blink: x', 'Check: x', 'Tasks: x', 'Like: x', 'List: x'],
  ...['A::b', 'Q://x', 'A:\\x', 'A:=x', 'Id::x', 'id:x', 'tags:x', 'type:Field', 'links:[x]'],
])('%j is text', (line) => {
  expect(readKeyLine(line)).toBeUndefined();
});
