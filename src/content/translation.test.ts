import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryFiles } from './files/memory-files.ts';
import { readPage } from './page.ts';
import { recordPage } from './record-translation.ts';
import { listSections } from './section.ts';
import { createRecord, findDrift } from './translation.ts';
import { createTranslationTable } from './translation-table.ts';

const ENGLISH =
  '---\nid: a/gil\ntitle: The GIL\n---\n\nOne lock.\n\n## Why\n\nReference counts.\n\n### History\n\n1992.\n\n## When\n\nOften.\n';
const SPANISH = '---\nid: a/gil\ntitle: El GIL\n---\n\nUn candado.\n\n## Por qué\n\nConteos.\n';

const pageOf = (text: string, locale = '') => {
  const path = `content/docs/${locale}a/gil.md`;
  return readPage(createMemoryFiles({ [path]: text }), path, ['es']);
};
const recorded = (english = ENGLISH, spanish = SPANISH) => recordPage(pageOf(english), pageOf(spanish, 'es/'));
const drift = (english: string, spanish: string) => {
  const found = findDrift(pageOf(english), pageOf(spanish, 'es/'));
  return found && [found.changed.map(({ id }) => id), found.added.map(({ id }) => id), found.removed];
};

test('the sections of a page are its top and each heading with what follows it', () => {
  expect(listSections(pageOf(ENGLISH)).map(({ id, title }) => [id, title])).toEqual([
    ['_top', 'The GIL'],
    ['why', 'Why'],
    ['history', 'History'],
    ['when', 'When'],
  ]);
});

test('a translation without a record, or with one that fits, has no drift', () => {
  expect(drift(ENGLISH, SPANISH)).toBeUndefined();
  expect(drift(ENGLISH, recorded())).toBeUndefined();
});

test('the sections that changed, are new or are gone are told apart', () => {
  const changed = ENGLISH.replace('Reference counts.', 'Allocators.')
    .replace('## When', '## How')
    .replace('title: The GIL', 'title: A lock');
  expect(drift(changed, recorded())).toEqual([['_top', 'why'], ['how'], ['when']]);
});

test('blank lines and line ends are no change', () => {
  expect(drift(ENGLISH.replaceAll('\n\n', '\n\n\n'), recorded())).toBeUndefined();
  expect(drift(ENGLISH.replaceAll('\n', '\r\n'), recorded())).toBeUndefined();
});

test('a record is written into the frontmatter and replaces the one that was there', () => {
  const text = recorded();
  expect(text).toMatchInlineSnapshot(`
    "---
    id: a/gil
    title: El GIL
    translated:
      _top: 845ee83b
      why: 80e89e0e
      history: dfeaad08
      when: 0c71496a
    ---

    Un candado.

    ## Por qué

    Conteos.
    "
  `);
  expect(recorded(ENGLISH, text)).toBe(text);
  const between = text.replace('\ntitle: El GIL', '').replace('\n---\n\nUn', '\ntitle: El GIL\n---\n\nUn');
  expect(recorded(ENGLISH, between)).toBe(between);
});

test.each([
  ['without frontmatter', 'Un candado.\n'],
  ['with empty frontmatter', '---\n---\n\nUn candado.\n'],
  ['with Windows line ends', SPANISH.replaceAll('\n', '\r\n')],
])('a record is written into a page %s', (_name, spanish) => {
  const text = recorded(ENGLISH, spanish);
  expect(drift(ENGLISH, text)).toBeUndefined();
  expect(drift(ENGLISH.replace('Often', 'Rarely'), text)).toEqual([['when'], [], []]);
  expect(text.replace(/\r\n/g, '\n').endsWith('Un candado.\n') || text.includes('Por qué')).toBe(true);
});

test('a record is complete for any headings', () => {
  const heading = fc.string({
    unit: fc.constantFrom('a', 'B', 'ñ', ' ', '"', ':', '#', "'", '\\', '日'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 5 }), (headings) => {
      const english = `---\ntitle: T\n---\n\n${headings.map((text) => `## ${text}\n\ntext\n`).join('\n')}`;
      const original = pageOf(english);
      const translation = pageOf(recorded(english), 'es/');
      expect(translation.yaml.problems).toEqual([]);
      expect(translation.yaml.value).toHaveProperty('translated', createRecord(original));
    }),
  );
});

test('the table says of each page and language how far it is', () => {
  const files = createMemoryFiles({
    'content/docs/a/gil.md': ENGLISH,
    'content/docs/es/a/gil.md': recorded(ENGLISH.replace('Often', 'Rarely')),
    'content/docs/b.md': '---\ntitle: B\n---\n',
    'content/docs/es/b.md': '---\ntitle: B\n---\n',
    'content/docs/c.md': '---\ntitle: C\ndraft: true\n---\n',
    'content/docs/d.md': '---\ntitle: D\n---\n',
  });
  const pages = files.list().map((path) => readPage(files, path, ['es']));
  const table = createTranslationTable(pages, ['es']);
  expect(table.map(({ original, cells }) => [original.file, cells.get('es')?.state])).toEqual([
    ['content/docs/a/gil.md', 'behind'],
    ['content/docs/b.md', 'unrecorded'],
    ['content/docs/d.md', 'missing'],
  ]);
});
