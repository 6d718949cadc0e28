import { expect, test } from 'vitest';
import type { MemoryFile } from '../files/memory-files.ts';
import { formatProblem } from '../problem.ts';
import { checkExample } from './example.ts';
import type { FILE_CODES } from './file.ts';
import { explain } from './testing/explain.ts';

type Code = keyof typeof FILE_CODES;

/** What it says under one code of other files. */
function check(code: Code, files: Readonly<Record<string, MemoryFile>>): string {
  const archive = Object.entries(files).map(([path, file]) => ({ path, file, shown: '' }));
  return checkExample(archive)
    .filter((problem) => problem.code === code)
    .map(formatProblem)
    .join('\n');
}

const page = (id: string) => `---\nid: ${id}\ntitle: A page\n---\n\nText.\n`;

test('file-encoding', () => {
  expect(explain('file-encoding')).toMatchInlineSnapshot(`
    "content/docs/caching/stampede.md:3:12  error  file-encoding  this byte is not UTF-8, so the file cannot be read
        save the file as UTF-8; your editor calls it "encoding" or "charset""
  `);
});

test('file-empty', () => {
  expect(explain('file-empty')).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:1:1  error  file-empty  this file is empty
        write it, or take it away"
  `);
  const white = {
    'content/docs/tree.svg': '\n',
    'content/retired.yaml': ' \n',
    'content/exercises/lru/__init__.py': '',
  };
  expect(check('file-empty', white)).toMatchInlineSnapshot(`
    "content/docs/tree.svg:1:1  error  file-empty  this file is empty
        write it, or take it away
    content/retired.yaml:1:1  error  file-empty  this file is empty
        write it, or take it away"
  `);
});

test('file-size', () => {
  expect(explain('file-size')).toMatchInlineSnapshot(`
    "content/docs/databases/slow-queries.md:1:1  error  file-size  this file has 1.3 MiB; 1 MiB is the most
        split it into several pages, or move what is not text out of it"
  `);
});

test('file-name', () => {
  expect(explain('file-name')).toMatchInlineSnapshot(`
    "content/docs/databases/B_Trees.md:1:1  error  file-name  "B_Trees.md" may hold only lower-case letters, digits and hyphens
        rename it b-trees.md; the id stays"
  `);
  const names = {
    'content/docs/Django/orm.md': page('orm'),
    'content/docs/databases/Árbol B.SVG': '<svg/>',
    'content/docs/python-3.14.md': page('python'),
    'content/docs/索引.md': page('indexes'),
    'content/docs/_drafts/locks.md': page('locks'),
    'content/exercises/LRU_Cache/Dockerfile': 'FROM python:3.14\n',
  };
  expect(check('file-name', names)).toMatchInlineSnapshot(`
    "content/docs/Django/orm.md:1:1  error  file-name  "Django" may hold only lower-case letters, digits and hyphens
        rename the folder django; the id stays
    content/docs/_drafts/locks.md:1:1  error  file-name  "_drafts" may hold only lower-case letters, digits and hyphens
        rename the folder drafts; the id stays
    content/docs/databases/Árbol B.SVG:1:1  error  file-name  "Árbol B.SVG" may hold only lower-case letters, digits and hyphens
        rename it arbol-b.svg
    content/docs/python-3.14.md:1:1  error  file-name  "python-3.14.md" may hold only lower-case letters, digits and hyphens
        rename it python-3-14.md; the id stays
    content/docs/索引.md:1:1  error  file-name  "索引.md" may hold only lower-case letters, digits and hyphens
        rename it name.md; the id stays
    content/exercises/LRU_Cache/Dockerfile:1:1  error  file-name  "LRU_Cache" may hold only lower-case letters, digits and hyphens
        rename the folder lru-cache"
  `);
});

test('file-name: an address that two pages have', () => {
  const pages = {
    'content/docs/databases.md': page('databases'),
    'content/docs/databases/index.md': page('indexes'),
    'content/docs/databases/locks.md': page('locks'),
    'content/docs/databases/locks.mdx': page('deadlocks'),
    'content/docs/authoring/errors.md': page('errors'),
  };
  expect(check('file-name', pages)).toMatchInlineSnapshot(`
    "content/docs/authoring/errors.md:1:1  error  file-name  the address /authoring/errors/ is that of a page that the site makes itself too
        rename it
    content/docs/databases/index.md:1:1  error  file-name  the address /databases/ is that of content/docs/databases.md too
        rename one of them, or make one page of both
    content/docs/databases/locks.mdx:1:1  error  file-name  the address /databases/locks/ is that of content/docs/databases/locks.md too
        rename one of them, or make one page of both"
  `);
});

test('file-link', () => {
  expect(explain('file-link')).toMatchInlineSnapshot(`
    "content/docs/deployment/settings.md:1:1  error  file-link  this is a link to ../../../deploy/settings.md, which is not a file of content/
        copy the file here, or take the link away"
  `);
  const links = { 'content/docs/tree.png': { linkTo: '../../tree.png' }, 'content/docs/more': { linkTo: '../more' } };
  expect(check('file-link', links)).toMatchInlineSnapshot(`
    "content/docs/more:1:1  error  file-link  this is a link to ../more, which is not a file of content/
        copy the file here, or take the link away
    content/docs/tree.png:1:1  error  file-link  this is a link to ../../tree.png, which is not a file of content/
        copy the file here, or take the link away"
  `);
});

test('file-unread', () => {
  expect(explain('file-unread')).toMatchInlineSnapshot(`
    "content/flashcard/databases/indexes.txt:1:1  warning  file-unread  nothing reads this file
        did you mean content/flashcards?"
  `);
  const files = [
    'content/docs/talk.mp4',
    'content/exercises/notes.md',
    'content/flashcards/gil.md',
    'content/i18n/fr.json',
    'content/interviews/django/orm.yaml',
    'content/pictures/tree.svg',
    'content/projects/shop.json',
    'content/roadmaps/levels/senior.yaml',
    'content/roadmaps/sprint.yml',
    'content/todo.txt',
  ];
  expect(check('file-unread', Object.fromEntries(files.map((path) => [path, 'text'])))).toMatchInlineSnapshot(`
    "content/docs/talk.mp4:1:1  warning  file-unread  nothing reads this file
        pages end in .md or .mdx, pictures in .svg, .png, .jpg, .webp, .avif or .gif
    content/exercises/notes.md:1:1  warning  file-unread  nothing reads this file
        an exercise is a folder: content/exercises/<id>/exercise.yaml
    content/flashcards/gil.md:1:1  warning  file-unread  nothing reads this file
        flashcards stand in .txt files
    content/i18n/fr.json:1:1  warning  file-unread  nothing reads this file
        the languages in site.config.ts read en.json: rename it, or name its language there
    content/interviews/django/orm.yaml:1:1  warning  file-unread  nothing reads this file
        an interview is one file: content/interviews/<id>.yaml
    content/pictures/tree.svg:1:1  warning  file-unread  nothing reads this file
        content has docs, flashcards, exercises, examples, roadmaps, projects, interviews, questions, i18n
    content/projects/shop.json:1:1  warning  file-unread  nothing reads this file
        a project is content/projects/<id>.yaml, and its pack of tests the folder content/projects/<id>/
    content/roadmaps/levels/senior.yaml:1:1  warning  file-unread  nothing reads this file
        a roadmap is one file: content/roadmaps/<id>.yaml
    content/roadmaps/sprint.yml:1:1  warning  file-unread  nothing reads this file
        name it .yaml
    content/todo.txt:1:1  warning  file-unread  nothing reads this file
        move it to where it is read, or out of content"
  `);
});
