import { expect, test } from 'vitest';
import { parseDocument } from './document.ts';

const idsOf = (text: string, format: 'md' | 'mdx' = 'md') => parseDocument(text, format).headings.map(({ id }) => id);

test.each(['md', 'mdx'] as const)('a colon in a heading of %s is text, not a directive, as on the page', (format) => {
  expect(idsOf('## Ports 80:443 open\n\n## What :name[x]{y=z} is\n', format)).toEqual([
    'ports-80443-open',
    'what-namexyz-is',
  ]);
});

test('headings in asides count, and stand where they are written', () => {
  const { headings } = parseDocument('---\ntitle: T\n---\n\n## One\n\n:::note\n### Two\n:::\n', 'md');
  expect(headings.map(({ id, depth, line }) => [id, depth, line])).toEqual([
    ['one', 2, 5],
    ['two', 3, 8],
  ]);
});

test.each([
  ['---\ntitle: T\n---\n\nText.\n', 'title: T'],
  ['---\r\ntitle: T\r\n---\r\n', 'title: T'],
  ['---\n---\n', ''],
  ['Text.\n\n---\n', undefined],
  ['---\ntitle: T\n', undefined],
])('the frontmatter of %j is %j', (text, frontmatter) => {
  expect(parseDocument(text, 'md').frontmatter).toBe(frontmatter);
});

test('MDX that cannot be read says where and why, and offers nothing', () => {
  const { syntaxProblem, headings, fences } = parseDocument('---\ntitle: T\n---\n\n## One\n\n<Tabs>\n', 'mdx');
  expect(syntaxProblem).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  expect(syntaxProblem?.message).toContain('Tabs');
  expect([headings, fences]).toEqual([[], []]);
});
