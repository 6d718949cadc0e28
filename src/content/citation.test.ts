import { expect, test } from 'vitest';
import { parseDocument } from './document.ts';

const cite = (text: string, format: 'md' | 'mdx' = 'md') =>
  parseDocument(text, format).citations.map(({ url, before, words, after }) => [url, before, words, after]);

test('a link is cited with its own sentence, whatever is marked in it', () => {
  const text = 'First one. Python 3.14 lets `asyncio.run` **take [the *loop*](./loop.md)** and\nruns it. Last one.\n';
  expect(cite(text)).toEqual([['./loop.md', 'Python 3.14 lets asyncio.run take ', 'the loop', ' and runs it.']]);
});

test('two links of a sentence are cited each, and those of two sentences apart', () => {
  expect(cite('See [a](./a.md) and [b](./b.md). Then [c](./c.md).\n')).toEqual([
    ['./a.md', 'See ', 'a', ' and b.'],
    ['./b.md', 'See a and ', 'b', '.'],
    ['./c.md', 'Then ', 'c', '.'],
  ]);
});

test('lists, cells, asides and items of a checklist hold sentences; an item without its id', () => {
  const text = [
    '- [ ] Explain [it](./it.md) ^explain-it',
    '',
    '| a |\n| - |\n| so [b](./b.md) |',
    '',
    ':::note\nAn [aside](./c.md).\n:::',
    '',
    '## Not [this](./d.md)',
  ].join('\n');
  expect(cite(text)).toEqual([
    ['./it.md', 'Explain ', 'it', ''],
    ['./b.md', 'so ', 'b', ''],
    ['./c.md', 'An ', 'aside', '.'],
  ]);
});

test('a link by reference leads where its definition says; one that is only a picture says nothing', () => {
  expect(cite('As [there][x]. [![a](./p.svg)](./p.md)\n\n[X]: ./there.md\n')).toEqual([
    ['./there.md', 'As ', 'there', '.'],
  ]);
});

test('a sentence without an end is cut on whole words near the link', () => {
  const many = 'word '.repeat(60);
  const [[, before = '', , after = ''] = []] = cite(`${many}[x](./x.md) ${many}\n`);
  expect(before).toMatch(/^… (word )+$/);
  expect(after).toMatch(/^( word)+ …$/);
  expect(Math.max(before.length, after.length)).toBeLessThan(145);
});

test('MDX is read alike', () => {
  expect(cite('<Aside>\n\nHere [a](./a.md).\n\n</Aside>\n', 'mdx')).toEqual([['./a.md', 'Here ', 'a', '.']]);
});
