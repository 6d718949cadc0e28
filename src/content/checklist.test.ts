import { describe, expect, test } from 'vitest';
import { itemKey, splitBlockId } from './checklist.ts';
import { parseDocument } from './document.ts';

function readItems(source: string, format: 'md' | 'mdx') {
  return parseDocument(source, format).items;
}

describe('an item’s id', () => {
  test('stands after ^ at the end of its line', () => {
    expect(splitBlockId('Explain it ^explain-it ')).toEqual({ text: 'Explain it', id: 'explain-it' });
  });

  test.each(['2^10 is 1024', 'ends with ^', 'a ^UPPER', 'x^y'])('is not read from %j', (text) => {
    expect(splitBlockId(text)).toEqual({ text, id: undefined });
  });

  test('joins its note’s id in the reader’s record', () => {
    expect(itemKey('python-internals/gil', 'explain-gil')).toBe('python-internals/gil#explain-gil');
  });
});

test('items are read in order; without an id theirs comes from the text, told apart by a number', () => {
  const items = readItems('- [ ] Use `d[k]` ^use-dict\n- [x] Same\n- [ ] Same\n- plain\n', 'md');
  expect(items).toEqual([
    { id: 'use-dict', text: 'Use d[k]', isExplicit: true, line: 1, endLine: 1 },
    { id: 'same', text: 'Same', isExplicit: false, line: 2, endLine: 2 },
    { id: 'same-1', text: 'Same', isExplicit: false, line: 3, endLine: 3 },
  ]);
});

test('the id is the same in a translation', () => {
  const english = readItems('- [ ] Explain why ^explain-why', 'md');
  const spanish = readItems('- [ ] Explica por qué ^explain-why', 'mdx');
  expect(spanish[0]?.id).toBe(english[0]?.id);
});

test('an item in an aside is read as it is shown, whatever stands around it', () => {
  expect(readItems(':::note\n- [ ] Explain it ^explain\n:::\n', 'md').map(({ id }) => id)).toEqual(['explain']);
});
