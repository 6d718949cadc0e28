import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '../check/check-content.ts';
import type { CheckedSite } from '../check/checked-site.ts';
import { createMemoryFiles } from '../files/memory-files.ts';
import { writeIds } from './write-ids.ts';

const SITE: CheckedSite = {
  base: '/',
  strictCode: false,
  strictIds: true,
  locales: { root: { label: 'English', lang: 'en', dir: 'ltr' }, es: { label: 'Español', lang: 'es', dir: 'ltr' } },
};

const write = (files: Record<string, string>) =>
  Object.fromEntries([...writeIds(createMemoryFiles(files), SITE)].map(([path, { text }]) => [path, text]));
/** Codes that say that an id is missing. */
const missing = (files: Record<string, string>) =>
  checkContent(createMemoryFiles(files), SITE, { today: new Date() })
    .filter(({ code, message }) => code === 'id-missing' || code === 'item-id-missing' || message === 'id is missing')
    .map(({ file, code }) => `${file} ${code}`);

test('a page gets its path for an id, an item the id that was derived from its text', () => {
  const files = {
    'content/docs/index.md': '---\ntitle: Home\n---\n',
    'content/docs/a/gil.md':
      '---\ntitle: GIL\n---\n\n- [ ] Explain **why** it exists\n  and since when\n- [x] Explain why it exists and since when\n- [ ] Done ^done\n\n  More of it.\n',
    'content/docs/b.md': 'No frontmatter.\n',
    'content/docs/c.md': '---\ntitle: C\nid:\n---\n',
  };
  expect(write(files)).toMatchInlineSnapshot(`
    {
      "content/docs/a/gil.md": "---
    id: a/gil
    title: GIL
    ---

    - [ ] Explain **why** it exists
      and since when ^explain-why-it-existsand-since-when
    - [x] Explain why it exists and since when ^explain-why-it-exists-and-since-when
    - [ ] Done ^done

      More of it.
    ",
      "content/docs/b.md": "---
    id: b
    ---

    No frontmatter.
    ",
      "content/docs/c.md": "---
    title: C
    id: c
    ---
    ",
      "content/docs/index.md": "---
    id: home
    title: Home
    ---
    ",
    }
  `);
  expect(missing({ ...files, ...write(files) })).toEqual([]);
});

test('a translation gets the ids of its original', () => {
  const files = {
    'content/docs/a.md': '---\nid: old-name\ntitle: A\n---\n\n- [ ] One ^first\n- [ ] Two ^second\n',
    'content/docs/es/a.md': '---\ntitle: A\n---\n\n- [ ] Uno\n- [ ] Dos\n',
  };
  expect(write(files)['content/docs/es/a.md']).toBe(
    '---\nid: old-name\ntitle: A\n---\n\n- [ ] Uno ^first\n- [ ] Dos ^second\n',
  );
});

test('entries of data files get ids from their words in the main language, in block and in flow style', () => {
  const roadmap = `title: My path
description: D
stagesAre: days
stages:
  - title: { en: "First: the GIL", es: Primero }   # kept
    items:
      - { text: The GIL, url: "https://example.org" }
      - text: ¿Señal?
        url: https://example.org
`;
  const files = { 'content/roadmaps/path.yaml': roadmap };
  expect(write(files)['content/roadmaps/path.yaml']).toMatchInlineSnapshot(`
    "id: my-path
    title: My path
    description: D
    stagesAre: days
    stages:
      - id: first-the-gil
        title: { en: "First: the GIL", es: Primero }   # kept
        items:
          - { id: the-gil, text: The GIL, url: "https://example.org" }
          - id: senal
            text: ¿Señal?
            url: https://example.org
    "
  `);
  expect(missing({ ...files, ...write(files) })).toEqual([]);
});

test('cards get ids that no card of another file has', () => {
  const files = {
    'content/flashcards/a.txt': 'Q: What is the GIL?\nA: A lock.\n',
    'content/flashcards/b.txt': 'Q: What is the GIL?\nA: One lock.\n',
  };
  expect(write(files)).toEqual({
    'content/flashcards/a.txt': 'Id: what-is-the-gil\nQ: What is the GIL?\nA: A lock.\n',
    'content/flashcards/b.txt': 'Id: what-is-the-gil-2\nQ: What is the GIL?\nA: One lock.\n',
  });
});

test('where nothing is missing, or a file cannot be read, nothing is written', () => {
  expect(
    write({
      'content/docs/a.md': '---\nid: a\ntitle: A\n---\n\n- [ ] Do ^do\n- [ ] Wrong ^Wrong_Id\n',
      'content/docs/b.md': '---\ntitle: "B\n---\n',
      'content/docs/c.mdx': '---\ntitle: C\n---\n\n<Open\n',
      'content/docs/d.md': '',
    }),
  ).toEqual({});
});

test('everything but the ids stays byte for byte, and a second run finds nothing to write', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '- [ ] Do it',
      '- [x] Do it',
      '1. [ ] One',
      '  - [ ] Nested',
      '> - [ ] Quoted',
      '- [ ] `code` ^known',
      '```',
      '## Title',
      '',
    ),
    fc.string({ unit: fc.constantFrom('a', ' ', 'ñ', '*', '`', '[', ']', '^', '🐍'), maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
      const text = ['---', 'title: T', '---', '', ...lines].join(lineEnd);
      const files = { 'content/docs/a.md': text };
      const [edit] = [...writeIds(createMemoryFiles(files), SITE).values()];
      const after = edit?.text ?? text;
      const [dashes, id, ...rest] = after.split(lineEnd);
      expect([dashes, id]).toEqual(['---', 'id: a']);
      for (const [index, before] of text.split(lineEnd).slice(1).entries()) {
        expect(rest[index]?.slice(0, before.length)).toBe(before);
        expect(rest[index]?.slice(before.length)).toMatch(/^( \^[a-z0-9][a-z0-9-]*)?$/);
      }
      expect([...writeIds(createMemoryFiles({ 'content/docs/a.md': after }), SITE)]).toEqual([]);
    }),
  );
});
