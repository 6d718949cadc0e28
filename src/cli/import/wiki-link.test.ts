import { expect, test } from 'vitest';
import { nameWikiLink, parseWikiLink, readWikiWords } from './wiki-link.ts';

test.each([
  ['Note', 'Note'],
  ['folder/Note.md', 'Note'],
  ['Note|the words', 'the words'],
  ['Note\\|in a table', 'in a table'],
  ['Note#Heading', 'Note > Heading'],
  ['#Heading', 'Heading'],
  ['Note#^block-1', 'Note'],
])('[[%s]] shows %j', (inside, shown) => {
  expect(nameWikiLink(parseWikiLink(inside))).toBe(shown);
});

test('parts, words and sizes are told apart', () => {
  const nothing = { target: '', heading: undefined, block: undefined, words: undefined, size: undefined };
  expect(parseWikiLink('A#One#Two')).toEqual({ ...nothing, target: 'A', heading: 'Two' });
  expect(parseWikiLink('A#^b1')).toEqual({ ...nothing, target: 'A', block: 'b1' });
  expect(parseWikiLink('x.png|300x200')).toEqual({ ...nothing, target: 'x.png', size: '300x200' });
  expect(parseWikiLink('x.png|A cat|300')).toEqual({ ...nothing, target: 'x.png', words: 'A cat', size: '300' });
});

test('the words of links stand in their place', () => {
  expect(readWikiWords('see [[A|one]], ![[B]] and [c]')).toBe('see one, B and [c]');
});
