import { expect, test } from 'vitest';
import { convertComments } from './comment.ts';

test.each([
  ['a %%not shown%% b', 'a <!-- not shown --> b'],
  ['%%\nfirst\n\nsecond\n%%\n', '<!-- first\n\nsecond -->\n'],
  ['%%a --> b%%', '<!-- a - -> b -->'],
  ['50%% of them', '50%% of them'],
  ['`%%x%%` %%y%%', '`%%x%%` <!-- y -->'],
  ['```mermaid\n%% one %%\n```\n', '```mermaid\n%% one %%\n```\n'],
])('%j becomes %j', (text, expected) => {
  expect(convertComments(text)).toBe(expected);
});
