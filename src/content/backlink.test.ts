import { expect, test } from 'vitest';
import { listBacklinks } from './backlink.ts';
import { createMemoryFiles } from './files/memory-files.ts';

const note = (body: string, more = '') => `---\ntitle: T\nlevel: senior\n${more}---\n\n${body}\n`;
const files = createMemoryFiles({
  'content/docs/a/gil.md': note('A lock. See [below](#x) and [itself](./gil.md).\n\n## x'),
  'content/docs/a/threads.md': note('They share [the GIL](./gil.md#x). Again [the GIL](./gil.md).'),
  'content/docs/b/loop.md': note('No [lock](../a/gil.md) here, [nor there](https://example.org).'),
  'content/docs/b/draft.md': note('A [lock](../a/gil.md).', 'draft: true\n'),
  'content/docs/b/index.md': '---\ntitle: B\n---\n\nOf a [lock](../a/gil.md) and [more](/roadmaps/).\n',
  'content/docs/es/a/threads.md': note('Comparten [el GIL](../../a/gil.md).'),
  'content/docs/es/b/loop.md': note('Un [hilo](../a/threads.md).'),
});
const listed = (locale: string) =>
  Object.fromEntries(
    [...listBacklinks(files, { base: '/kb/', locales: ['es'] }, locale)].map(([path, links]) => [
      path,
      links.map(({ from, citation: { before, words, after } }) => [from.file.slice(13), `${before}[${words}]${after}`]),
    ]),
  );

test('a note is cited by other notes, once each, by no draft, no overview and not by itself', () => {
  expect(listed('root')).toEqual({
    'a/gil': [
      ['a/threads.md', 'They share [the GIL].'],
      ['b/loop.md', 'No [lock] here, nor there.'],
    ],
  });
});

test('readers of a translation see its sentences, those of what is not translated in the main language', () => {
  expect(listed('es')).toEqual({
    'a/gil': [['es/a/threads.md', 'Comparten [el GIL].']],
    'a/threads': [['es/b/loop.md', 'Un [hilo].']],
  });
});
