import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClozes } from './cloze.ts';

test('each cloze is found with its number and content, braces within it included', () => {
  const text = 'The {{c1::GIL::a lock}} guards {{c12::{"a": {}}}} and {{c1::f"{x}"}}';
  const clozes = findClozes(text);
  expect(clozes.map(({ number, content }) => [number, content])).toEqual([
    [1, 'GIL::a lock'],
    [12, '{"a": {}}'],
    [1, 'f"{x}"'],
  ]);
  expect(clozes.map(({ start, end }) => text.slice(start, end))).toEqual([
    '{{c1::GIL::a lock}}',
    '{{c12::{"a": {}}}}',
    '{{c1::f"{x}"}}',
  ]);
});

test('what is not closed has no end', () => {
  expect(findClozes('{{c1::a} {{c2::b}}')).toMatchObject([
    { number: 1, end: undefined },
    { number: 2, content: 'b' },
  ]);
  expect(findClozes('{{c1: a}} {{ x }} {c1::a}')).toEqual([]);
});

test('no text makes it fail, and what it finds stands there', () => {
  const text = fc
    .array(fc.constantFrom('{{c1::', '{{', '}}', '{', '}', '::', 'a', '{{c2::'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (value) => {
      for (const { start, end, content, number } of findClozes(value)) {
        if (end !== undefined) expect(value.slice(start, end)).toBe(`{{c${number}::${content}}}`);
      }
    }),
  );
});
