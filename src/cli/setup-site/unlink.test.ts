import { expect, test } from 'vitest';
import { unlink } from './unlink.ts';

test.each([
  ['See [the GIL](./gil.md#a), and [b](./b.md).', 'See the GIL, and [b](./b.md).'],
  ['[`a[0]` of it](./gil.md#a "title")', '`a[0]` of it'],
  ['[a\nb](<./gil.md#a>)', 'a\nb'],
  ['<a class="x" href="./gil.md#a">the GIL</a>', 'the GIL'],
  ['[the GIL][gil] and [gil].\n\n[gil]: ./gil.md#a\n[b]: ./b.md\n', 'the GIL and gil.\n\n[b]: ./b.md\n'],
  ['[other](./gilxmd#a)', '[other](./gilxmd#a)'],
])('%j', (text, expected) => {
  expect(unlink(text, './gil.md#a')).toBe(expected);
});
