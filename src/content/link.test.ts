import { beforeEach, expect, test } from 'vitest';
import { createMemoryFiles } from './files/memory-files.ts';
import { checkLinks, resolveLink } from './link.ts';
import { formatProblem } from './problem.ts';

let files: Record<string, string>;
const shape = { base: '/kb/', locales: ['es'] };

beforeEach(() => {
  files = {};
});

function write(file: string, text: string): string {
  files[`content/docs/${file}`] = text;
  return `content/docs/${file}`;
}

function check(): string[] {
  return checkLinks(createMemoryFiles(files), shape).map(formatProblem);
}

function resolve(file: string, url: string) {
  return resolveLink(createMemoryFiles(files), file, { url, kind: 'link', line: 1, column: 1 }, shape);
}

test('a link by file becomes the address for base and language', () => {
  const orm = write('django/orm.md', '## Lazy evaluation\n');
  const signals = write('es/django/signals.mdx', '## Señales\n');
  expect(resolve(orm, '../es/django/signals.mdx#señales')).toEqual({
    kind: 'document',
    address: '/kb/es/django/signals/#señales',
    locale: 'es',
  });
  expect(resolve(orm, '../es/django/signals.mdx#se%C3%B1ales')).toEqual({
    kind: 'document',
    address: '/kb/es/django/signals/#señales',
    locale: 'es',
  });
  expect(resolve(signals, '../../django/orm.md')).toEqual({
    kind: 'document',
    address: '/kb/django/orm/',
    locale: 'root',
  });
  expect(resolve(orm, '#lazy-evaluation')).toEqual({
    kind: 'document',
    address: '#lazy-evaluation',
    locale: undefined,
  });
});

test.each(['https://example.org/x.md', 'mailto:a@example.org', '//example.org/x'])('%s is left alone', (url) => {
  const file = write('a.md', '');
  expect(resolve(file, url)).toEqual({ kind: 'external' });
});

test('every dead link of every file is named, with place and nearest candidates', () => {
  write('databases/indexes.md', '## B-tree\n\n- [ ] Explain it ^explain-btree\n');
  write('a.md', 'One [dead](./databases/indices.md)\nand [anchor](databases/indexes.md#b-trees), ![gone](./x.svg).\n');
  write('b.mdx', 'Bad [slash](/databases/indexes/) and [self](#none).\n\n[ref]: ./c.md\n');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/a.md:1:5  error  link-file  "./databases/indices.md" leads to a file that does not exist
        did you mean ./databases/indexes.md?",
      "content/docs/a.md:2:5  error  link-anchor  ./databases/indexes.md has no heading or item "#b-trees"
        did you mean #b-tree?",
      "content/docs/a.md:2:45  error  link-file  "./x.svg" leads to an image that is not in content
        check its name, or put the file beside the note",
      "content/docs/b.mdx:1:5  error  link-absolute  "/databases/indexes/" starts with a slash, which is kept for pages that the site makes itself
        link to the file instead, such as ./databases/indexes.md",
      "content/docs/b.mdx:1:38  error  link-anchor  this file has no heading or item "#none"
        it has no headings",
      "content/docs/b.mdx:3:1  error  link-file  "./c.md" leads to a file that does not exist
        did you mean ./a.md, ./b.mdx?",
    ]
  `);
});

test('items of a checklist can be linked to', () => {
  write('a.md', '- [ ] Explain it ^explain-it\n\nSee [it](#explain-it).\n');
  expect(check()).toEqual([]);
});

test('a changed file is read again', () => {
  write('a.md', '[x](./b.md#new)');
  write('b.md', '## Old\n');
  expect(check()).toHaveLength(1);
  const file = write('b.md', '## New heading\n\n## New\n');
  expect(resolve(file, '#new')).toEqual({ kind: 'document', address: '#new', locale: undefined });
});

test('what would be dead on the site though it is there in the repository is named too', () => {
  write('a.md', '[data](./data.txt) [draft](./b.md)\n\n<a href="./c.md">raw</a> <a href="#gone">gone</a>\n');
  write('b.md', '---\ntitle: B\ndraft: true\n---\n\n[back](./a.md)\n');
  write('c.md', 'draft: true is only a word here\n');
  write('data.txt', '');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/a.md:1:1  error  link-asset  "./data.txt" is not a page, and files beside notes are not published
        link to it on the repository host, or show it in the note",
      "content/docs/a.md:1:20  error  link-draft  "./b.md" leads to a draft, which is not published
        publish it, or take the link out",
      "content/docs/a.md:3:1  error  link-html  "./c.md" stands in raw HTML, so it is put on the page as it is, without base and language
        write it in Markdown: [words](./page.md), ![words](./picture.svg)",
      "content/docs/a.md:3:26  error  link-anchor  this file has no heading or item "#gone"
        it has no headings",
    ]
  `);
});

test('pages that are made of data have addresses', () => {
  const note = write('django/orm.md', '');
  expect(resolve(note, '/interviews/mock-1/')).toMatchObject({ kind: 'broken' });
  files['content/interviews/mock-1.yaml'] = 'id: mock-1\n';
  files['content/projects/todo-api.yaml'] = 'id: todo-api\n';
  files['content/questions/django.yaml'] = '';
  files['content/examples/shop/orders.py'] = '';
  for (const page of ['interviews/mock-1', 'interviews', 'interviews/own', 'projects/todo-api', 'examples']) {
    expect(resolve(note, `/${page}/`)).toMatchObject({ kind: 'document', address: `/kb/${page}/` });
  }
});
