/** Whatever is asked for, the content check finds no error in what comes of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCodeBlocks } from '../../content/fence.ts';
import { findNewErrors } from './conflict.ts';
import { createFiles, type Wanted } from './create.ts';
import { createExampleSite, EXAMPLE_PAGES } from './example-site.ts';
import { KIND_NAMES, KINDS, type Kind } from './kind.ts';
import { cleanTitle } from './title.ts';

const AROUND = createExampleSite();

function wanted(kind: Kind, title?: string): Wanted {
  const { place, title: usual } = KINDS[kind].example;
  return { kind, place, title: title ?? usual, level: 'senior' };
}

describe.each(KIND_NAMES)('%s', (kind) => {
  test('passes the check, in every language', () => {
    const files = createFiles(wanted(kind), AROUND);
    expect(Object.keys(files)).toMatchSnapshot();
    expect(findNewErrors(AROUND, files)).toEqual([]);
  });

  test('passes the check when it is published as it is', () => {
    const files = Object.entries(createFiles(wanted(kind), AROUND));
    const published = files.map(([path, text]) => [path, text.replace('draft: true\n', '')]);
    expect(findNewErrors(AROUND, Object.fromEntries(published))).toEqual([]);
  });

  test('passes the check on a site of one language, which has no words here', () => {
    const french = createExampleSite(EXAMPLE_PAGES, { root: { label: 'Français', lang: 'fr', dir: 'ltr' } });
    const files = createFiles(wanted(kind), french);
    expect(findNewErrors(french, files)).toEqual([]);
    expect(Object.values(files).join('\n')).not.toMatch(/^ +fr:/m);
  });

  test('passes the check on a site whose main language is Spanish', () => {
    const spanish = createExampleSite(EXAMPLE_PAGES, {
      en: { label: 'English', lang: 'en', dir: 'ltr' },
      root: { label: 'Español', lang: 'es-MX', dir: 'ltr' },
    });
    expect(findNewErrors(spanish, createFiles(wanted(kind), spanish))).toEqual([]);
  });

  test('any title is written so that it reads the same', () => {
    const characters = fc.array(fc.constantFrom(...`a:"'\\#-[]{}&*!|>%@\`,?\t 😀שא\u202E\u0085\u0007\uD800\uFFFE`));
    const texts = fc.oneof(
      characters.map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('2026-11-24', 'yes', 'null', '1_000', '12:30', '---', '- [ ] a', 'a: b', '"', "'", '~', '<<'),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const title = cleanTitle(text);
        fc.pre(title !== undefined);
        const files = createFiles(wanted(kind, title), AROUND);
        expect(findNewErrors(AROUND, files)).toEqual([]);
        for (const [path, written] of Object.entries(files)) {
          if ((path.endsWith('/index.md') && kind !== 'area') || !KINDS[kind].needsTitle) continue;
          const [, yaml = ''] = /^---\n(.*?\n)---\n/s.exec(written) ?? ['', path.endsWith('.yaml') ? written : ''];
          const found: unknown = Reflect.get(parse(yaml) ?? {}, 'title');
          const expected = path.endsWith('.yaml') ? { en: title, es: title, 'pt-br': title } : title;
          if (yaml !== '') expect(found).toEqual(expected);
        }
      }),
      { numRuns: 15 },
    );
  });
});

test('a note is a draft with the whole spine, and a block whose output is shown', () => {
  const files = createFiles(wanted('note'), AROUND);
  const text = files['content/docs/databases/cassandra.md'] ?? '';
  expect(text).toMatchSnapshot();
  expect(readCodeBlocks(text, 'md').map(({ output }) => output?.code)).toEqual(['[1, 2, 3] [3, 1, 2]']);
});

test('a note in an area with an overview brings none', () => {
  const files = createFiles({ ...wanted('note'), place: 'python/slots' }, AROUND);
  expect(Object.keys(files)).toEqual([
    'content/docs/python/slots.md',
    'content/docs/es/python/slots.md',
    'content/docs/pt-br/python/slots.md',
  ]);
});

test('names that YAML would read as numbers and days stay ids', () => {
  for (const place of ['2026/2026-11-24', '007/1e3', 'null/true']) {
    const note = createFiles({ ...wanted('note'), place }, AROUND);
    expect(findNewErrors(AROUND, note)).toEqual([]);
  }
  const project = createFiles({ ...wanted('project'), place: '2026' }, AROUND);
  expect(findNewErrors(AROUND, project)).toEqual([]);
});

test('cards link to the note of the same place where there is one', () => {
  const files = createFiles({ kind: 'cards', place: 'python/gil', title: undefined, level: undefined }, AROUND);
  expect(files['content/flashcards/python/gil.txt']).toMatchInlineSnapshot(`
    "Id: python-gil-why
    Q: One question about one fact: why, how, when or what happens?
    A: The answer, in fewer than 600 characters. Markdown, blank lines and code fences are fine.
    Tags: python
    Link: python/gil

    Id: python-gil-term
    Type: cloze
    Q: A sentence that hides {{c1::what is to be remembered}} until the reader has guessed.
    Tags: python
    Link: python/gil
    "
  `);
  expect(findNewErrors(AROUND, files)).toEqual([]);
});

test('a published page stands in for the notes of an exercise until they are named', () => {
  const without = createExampleSite({ 'content/docs/python/gil.md': EXAMPLE_PAGES['content/docs/python/gil.md'] });
  const files = createFiles(wanted('exercise'), without);
  expect(parse(files['content/exercises/lru-cache/exercise.yaml'] ?? '')).toMatchObject({ notes: ['python/gil'] });
  expect(() => createFiles(wanted('roadmap'), createExampleSite({}))).toThrowErrorMatchingInlineSnapshot(
    `[Refusal: a roadmap names a page that teaches what it takes, and content/docs has none: write one first]`,
  );
});

test('an interview needs questions to draw, and questions a page that teaches the answers', () => {
  const without = createExampleSite({ 'content/docs/index.md': EXAMPLE_PAGES['content/docs/index.md'] });
  const said = (['interview', 'questions'] as const).map((kind) => {
    try {
      return createFiles(wanted(kind), without);
    } catch (error) {
      return String(error);
    }
  });
  expect(said).toMatchInlineSnapshot(`
    [
      "Refusal: an interview draws questions, and content/questions has none: write npm run new questions <area>",
      "Refusal: content/docs has no page in "python" that could teach the answers: write one first",
    ]
  `);
});
