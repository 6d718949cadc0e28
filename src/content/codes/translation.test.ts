import { expect, test } from 'vitest';
import { createMemoryFiles } from '../files/memory-files.ts';
import { checkInterfaceWords } from '../interface-words.ts';
import { formatProblem } from '../problem.ts';
import { check, explain } from './testing/explain.ts';

const page = (path: string, text = '', frontmatter = '') =>
  `-- content/docs/${path}.md --\n---\nid: ${path.replace('es/', '')}\ntitle: A page\n${frontmatter}---\n\n${text}\n`;
/** Cards, an exercise and their translations, each with a record or none. */
const others = (cards: string, exercise: string) => `-- content/flashcards/gil.txt --
Id: gil-why
Q: Why is there a GIL?
A: Reference counts.
-- content/flashcards/es/gil.txt --
${cards}Id: gil-why
Q: ¿Por qué hay un GIL?
A: Por los contadores de referencias.
-- content/exercises/retry/exercise.yaml --
id: retry
-- content/exercises/retry/hints.md --
Count.
-- content/exercises/retry/hints.es.md --
${exercise}Cuenta.
`;

test('translation-missing', () => {
  expect(explain('translation-missing')).toMatchInlineSnapshot(`
    "content/docs/es:1:1  warning  translation-missing  the es translation lacks 1 of 3 pages: indexes
        copy a page to the same path below content/docs/es, translate it, then run npm run translated -- <file>"
  `);
  const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((path) => page(path)).join('');
  expect(
    check('translation-missing', `${pages}${page('h', '', 'draft: true\n')}${page('es/a')}`),
  ).toMatchInlineSnapshot(`
    "content/docs/es:1:1  warning  translation-missing  the es translation lacks 6 of 8 pages: b, c, d, e, f, …
        copy a page to the same path below content/docs/es, translate it, then run npm run translated -- <file>"
  `);
  expect(
    check(
      'translation-missing',
      `-- content/roadmaps/sprint.yaml --
title: { en: Sprint, es: Sprint }
description: { en: Two weeks. }
duration: { en: 14 days }
-- content/exercises/retry/exercise.yaml --
id: retry
-- content/exercises/retry/hints.md --
Count.
-- content/flashcards/gil.txt --
Id: gil-why
Q: Why is there a GIL?
A: Reference counts.
`,
    ),
  ).toMatchInlineSnapshot(`
    "content/exercises/retry/exercise.yaml:1:1  warning  translation-missing  there is no content/exercises/retry/hints.es.md, so readers get the text in the main language
        write content/exercises/retry/hints.es.md
    content/flashcards/es:1:1  warning  translation-missing  the es translation lacks 1 of 1 card files: gil
        copy a file to the same path below content/flashcards/es, translate it, then run npm run translated -- <file>
    content/roadmaps/sprint.yaml:2:20  warning  translation-missing  the es translation lacks 2 of 3 texts
        add es: … beside en: …; until then readers see en"
  `);
});

test('translation-behind', () => {
  expect(explain('translation-behind')).toMatchInlineSnapshot(`
    "content/docs/es/indexes.md:4:1  warning  translation-behind  content/docs/indexes.md changed since it was translated: "What it costs"
        translate what changed, then run npm run translated -- content/docs/es/indexes.md"
  `);
  const record = 'translated:\n  _top: "00000000"\n  why: "00000000"\n  gone: "00000000"\n';
  expect(
    check('translation-behind', page('gil', '## Why\n\n## When') + page('es/gil', '', record)),
  ).toMatchInlineSnapshot(`
    "content/docs/es/gil.md:4:1  warning  translation-behind  content/docs/gil.md changed since it was translated: what stands above the first heading, "Why", "When" (new), #gone (gone)
        translate what changed, then run npm run translated -- content/docs/es/gil.md"
  `);
  expect(
    check('translation-behind', others('Translated: 00000000\n', '---\ntranslated: "00000000"\n---\n\n')),
  ).toMatchInlineSnapshot(`
    "content/exercises/retry/hints.es.md:1:1  warning  translation-behind  content/exercises/retry/hints.md changed since it was translated
        translate what changed, then run npm run translated -- content/exercises/retry/hints.es.md
    content/flashcards/es/gil.txt:1:13  warning  translation-behind  content/flashcards/gil.txt changed since it was translated
        translate what changed, then run npm run translated -- content/flashcards/es/gil.txt"
  `);
});

test('translation-unrecorded', () => {
  expect(explain('translation-unrecorded')).toMatchInlineSnapshot(`
    "content/docs/es/indexes.md:1:1  warning  translation-unrecorded  this translation does not say which state of content/docs/indexes.md it was made from
        when it says what the original says, run npm run translated -- content/docs/es/indexes.md"
  `);
  expect(check('translation-unrecorded', others('', ''))).toMatchInlineSnapshot(`
    "content/exercises/retry/hints.es.md:1:1  warning  translation-unrecorded  this translation does not say which state of content/exercises/retry/hints.md it was made from
        when it says what the original says, run npm run translated -- content/exercises/retry/hints.es.md
    content/flashcards/es/gil.txt:1:1  warning  translation-unrecorded  these cards do not say which state of content/flashcards/gil.txt they were made from
        when they say what the original says, run npm run translated -- content/flashcards/es/gil.txt"
  `);
});

test('of a page that cannot be read nothing is said about its age', () => {
  const broken = page('gil', '## Why').replace('title: A page', 'title: "A page');
  const record = 'translated:\n  _top: "00000000"\n';
  expect(check('translation-behind', broken + page('es/gil', '', record))).toBe('');
  expect(check('translation-unrecorded', page('gil') + broken.replace('docs/', 'docs/es/'))).toBe('');
});

test('translation-orphan', () => {
  expect(explain('translation-orphan')).toMatchInlineSnapshot(`
    "content/docs/es/indexes.md:1:1  warning  translation-orphan  there is no content/docs/indexes.md that this could be a translation of
        move it to the path that its original has, or write the original"
  `);
  const pages = page('es/databases/index') + page('gil', '', 'draft: true\n') + page('es/gil');
  const cards = '-- content/flashcards/es/databases/indexes.txt --\nId: index-why\nQ: ¿Por qué?\nA: Por esto.\n';
  expect(check('translation-orphan', pages + cards)).toMatchInlineSnapshot(`
    "content/docs/es/databases/index.md:1:1  warning  translation-orphan  there is no content/docs/databases/index.md that this could be a translation of
        move it to the path that its original has, or write the original
    content/docs/es/gil.md:1:1  warning  translation-orphan  content/docs/gil.md is a draft, so on the site this translation has no original
        publish the original, or make this page a draft too
    content/flashcards/es/databases/indexes.txt:1:1  warning  translation-orphan  there is no content/flashcards/databases/indexes.txt that this could be a translation of
        move it to the path that its original has, or write the original"
  `);
});

test('translation-id', () => {
  expect(explain('translation-id')).toMatchInlineSnapshot(`
    "content/docs/es/indexes.md:2:5  error  translation-id  the id is "indices" here and "indexes" in content/docs/indexes.md
        write id: indexes, since readers’ progress is kept under it in every language"
  `);
  const [original, translation] = [page('gil'), page('es/gil')];
  expect(check('translation-id', original + translation.replace('id: gil\n', ''))).toBe('');
  expect(check('translation-id', original.replace('id: gil\n', '') + translation)).toBe('');
});

test('translation-item', () => {
  expect(explain('translation-item')).toMatchInlineSnapshot(`
    "content/docs/es/indexes.md:2:5  error  translation-item  the item "read-a-plan" of content/docs/indexes.md is missing
        translate it, with ^read-a-plan at the end of its line
    content/docs/es/indexes.md:11:1  error  translation-item  content/docs/indexes.md has no item "leer-un-plan"
        end the line with the ^id that the item has in the original, or add the item there"
  `);
  const original = page('gil', '- [ ] Explain it ^explain-it');
  expect(check('translation-item', original + page('es/gil', 'Pronto.', 'draft: true\n'))).toBe('');
});

/** `cards/card-translation.test.ts` has every message. */
test('translation-card', () => {
  const nameless = others('Translated: 00000000\n', '').replace('00000000\nId: gil-why\n', '00000000\n');
  expect(check('id-missing', nameless)).toMatchInlineSnapshot(`
    "content/flashcards/es/gil.txt:2:1  error  id-missing  the card "¿Por qué hay un GIL?" has no id
        write the Id: that this card has in the original above it"
  `);
  expect(explain('translation-card')).toMatchInlineSnapshot(`
    "content/flashcards/es/indexes.txt:5:7  error  translation-card  the tags of the card "index-column-order" are bases-de-datos, indexes; its original has databases, indexes
        tags are not translated: write the same"
  `);
});

test('translation-code', () => {
  expect(explain('translation-code')).toMatchInlineSnapshot(`
    "content/docs/es/truthiness.md:10:1  warning  translation-code  this block is not the one in line 8 of content/docs/truthiness.md
        copy it as it is, with its output"
  `);
  const block = (text: string) => `\n\`\`\`python run\nassert ${text}\n\`\`\`\n`;
  const shorter = page('gil', block('1') + block('2')) + page('es/gil', block('1'));
  expect(check('translation-code', shorter)).toMatchInlineSnapshot(`
    "content/docs/es/gil.md:7:1  warning  translation-code  content/docs/gil.md has 2 blocks that run, and this page has 1
        copy those that are missing as they are, with their output"
  `);
  const longer = page('gil', block('1')) + page('es/gil', block('1') + block('2'));
  expect(check('translation-code', longer)).toMatchInlineSnapshot(`
    "content/docs/es/gil.md:11:1  warning  translation-code  content/docs/gil.md has no block that runs in this place
        take it out, or add it to the original"
  `);
  expect(check('translation-code', page('gil', block('1')) + page('es/gil'))).toMatchInlineSnapshot(`
    "content/docs/es/gil.md:1:1  warning  translation-code  content/docs/gil.md has 1 block that runs, and this page has 0
        copy those that are missing as they are, with their output"
  `);
});

const words = (text: string) => `-- content/i18n/en.json --\n${text}\n`;

test('words-missing', () => {
  expect(explain('words-missing')).toMatchInlineSnapshot(`
    "content/i18n/es.json:1:1  error  words-missing  there are no interface words for es
        copy the file of another language to content/i18n/es.json and translate its values"
  `);
});

test('words-json', () => {
  expect(explain('words-json')).toMatchInlineSnapshot(`
    "content/i18n/es.json:3:3  error  words-json  from here on this is not JSON
        look here and just before for a missing quote, a missing comma or a comma too many"
  `);
  expect(check('words-json', words('["Read first"]'))).toMatchInlineSnapshot(`
    "content/i18n/en.json:1:1  error  words-json  this is not an object of keys and texts
        write { "study.minutes": "…" }"
  `);
  expect(check('words-json', words('{\n  "study.minutes": 5\n}'))).toMatchInlineSnapshot(`
    "content/i18n/en.json:2:3  error  words-json  "study.minutes" is not a text
        write its words in quotes"
  `);
  expect(check('words-json', words('{ "study.sources": "Sources'))).toMatchInlineSnapshot(`
    "content/i18n/en.json:1:28  error  words-json  from here on this is not JSON
        look here and just before for a missing quote, a missing comma or a comma too many"
  `);
  expect(check('words-json', words(''))).toBe('');
});

test('word-missing', () => {
  expect(explain('word-missing')).toMatchInlineSnapshot(`
    "content/i18n/es.json:2:3  error  word-missing  "study.requires" has no word
        write "study.requires": "…""
  `);
  const [first] = checkInterfaceWords(createMemoryFiles({ 'content/i18n/en.json': '{}' }), ['en']);
  expect(first && formatProblem(first)).toMatchInlineSnapshot(`
    "content/i18n/en.json:1:1  error  word-missing  "study.summary" has no word
        write "study.summary": "…""
  `);
});

test('word-unknown', () => {
  expect(explain('word-unknown')).toMatchInlineSnapshot(`
    "content/i18n/es.json:2:3  warning  word-unknown  nothing uses "study.prerequisites"
        take it out, or add the key to src/content/interface-keys.ts"
  `);
  const misspelled = words('{\n  "study.requires": "",\n  "study.require": "Read first"\n}');
  expect(check('word-unknown', misspelled)).toMatchInlineSnapshot(`
    "content/i18n/en.json:3:3  warning  word-unknown  nothing uses "study.require"
        did you mean study.requires?"
  `);
});
