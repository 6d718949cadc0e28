import { expect, test } from 'vitest';
import { formatProblem } from '../problem.ts';
import { checkExample } from './example.ts';
import type { LINK_CODES } from './link.ts';
import { explain } from './testing/explain.ts';

type Code = keyof typeof LINK_CODES;

/** What it says under one code of a page, beside another one with a heading and an item. */
function check(code: Code, body: string, more: Readonly<Record<string, string>> = {}): string {
  const other = '---\nid: databases/indexes\ntitle: Indexes\n---\n\n## B-tree\n\n- [ ] Explain it ^explain-it\n';
  const files = {
    'content/docs/databases/indexes.md': other,
    'content/docs/databases/locks.md': `---\nid: databases/locks\ntitle: Locks\n---\n\n${body}\n`,
    ...more,
  };
  const archive = Object.entries(files).map(([path, text]) => ({ path, file: text, shown: text }));
  return checkExample(archive)
    .filter((problem) => problem.code === code)
    .map(formatProblem)
    .join('\n');
}

test('link-file', () => {
  expect(explain('link-file')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:25  error  link-file  "../databases/indices.md" leads to a file that does not exist
        did you mean ../databases/indexes.md?"
  `);
  expect(check('link-file', '[a](../../../../a-far/and-wide.md) ![tree](./tree.svg)')).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  link-file  "../../../../a-far/and-wide.md" leads to a file that does not exist
        nothing there has a name like it
    content/docs/databases/locks.md:6:36  error  link-file  "./tree.svg" leads to an image that is not in content
        check its name, or put the file beside the note"
  `);
});

test('link-file: a page without its ending', () => {
  expect(check('link-file', '[a](./indexes) [b](../databases/indexes/) [c](..)')).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  link-file  "./indexes" leads to a file that does not exist
        did you mean ./indexes.md?
    content/docs/databases/locks.md:6:16  error  link-file  "../databases/indexes/" leads to a file that does not exist
        did you mean ./indexes.md?
    content/docs/databases/locks.md:6:43  error  link-file  ".." leads to a file that does not exist
        did you mean ../index.md?"
  `);
});

test('link-anchor: not of a page that cannot be read', () => {
  expect(check('link-anchor', '[a](../gil.mdx#locks)', { 'content/docs/gil.mdx': '## Locks\n\n{' })).toBe('');
});

test('link-anchor', () => {
  expect(explain('link-anchor')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:12  error  link-anchor  ../databases/indexes.md has no heading or item "#cost-of-a-write"
        it has #what-a-write-costs"
  `);
  expect(check('link-anchor', '[a](./indexes.md#b-trees) [b](#rows)')).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  link-anchor  ./indexes.md has no heading or item "#b-trees"
        did you mean #b-tree?
    content/docs/databases/locks.md:6:27  error  link-anchor  this file has no heading or item "#rows"
        it has no headings"
  `);
  expect(
    check('link-anchor', '[a](./indexes.md#hash) [b](./indexes.md#explain-it) [c](#rows)\n\n## Rows'),
  ).toMatchInlineSnapshot(`
      "content/docs/databases/locks.md:6:1  error  link-anchor  ./indexes.md has no heading or item "#hash"
          it has #b-tree, #explain-it"
    `);
});

test('link-absolute', () => {
  expect(explain('link-absolute')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:25  error  link-absolute  "/databases/indexes/" starts with a slash, which is kept for pages that the site makes itself
        link to the file instead, such as ../databases/indexes.md"
  `);
  expect(check('link-absolute', '[a](/authoring/errors/link-flie/)')).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  link-absolute  "/authoring/errors/link-flie/" starts with a slash, which is kept for pages that the site makes itself
        did you mean /authoring/errors/link-file/, /authoring/errors/link-asset/, /authoring/errors/link-html/?"
  `);
});

test('link-asset', () => {
  expect(explain('link-asset')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:11  error  link-asset  "./queries.csv" is not a page, and files beside notes are not published
        link to it on the repository host, or show it in the note"
  `);
});

test('link-asset: another site, and a file that is there and not published', () => {
  const files = { 'content/docs/databases/_plan.md': 'Later.\n' };
  expect(check('link-asset', '[a](www.python.org) [b](./_plan.md)', files)).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  link-asset  "www.python.org" is not a page, and files beside notes are not published
        write the whole address: https://www.python.org
    content/docs/databases/locks.md:6:21  error  link-asset  "./_plan.md" leads to a file that is not published
        link to it on the repository host, or to a page that is"
  `);
});

test('link-draft', () => {
  expect(explain('link-draft')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:25  error  link-draft  "../databases/indexes.md" leads to a draft, which is not published
        publish it, or take the link out"
  `);
});

test('link-html', () => {
  expect(explain('link-html')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:1  error  link-html  "../databases/indexes.md" stands in raw HTML, so it is put on the page as it is, without base and language
        write it in Markdown: [words](./page.md), ![words](./picture.svg)"
  `);
  expect(check('link-html', '<a href="https://example.org">a</a> <a href="#b">b</a>')).toBe('');
});

test('link-html: pictures and MDX too, comments and pictures by reference not', () => {
  const html =
    '<img src="./tree.svg" alt="A tree"> <!-- <a href="./indexes.md">a</a> -->\n\n![tree][t]\n\n[t]: ./tree.svg';
  const mdx = '---\nid: gil\ntitle: A\n---\n\n<a href="./databases/indexes.md">a</a>\n';
  const files = { 'content/docs/gil.mdx': mdx, 'content/docs/databases/tree.svg': '<svg/>' };
  expect(check('link-html', html, files)).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  link-html  "./tree.svg" stands in raw HTML, so it is put on the page as it is, without base and language
        write it in Markdown: [words](./page.md), ![words](./picture.svg)
    content/docs/gil.mdx:6:1  error  link-html  "./databases/indexes.md" stands in raw HTML, so it is put on the page as it is, without base and language
        write it in Markdown: [words](./page.md), ![words](./picture.svg)"
  `);
  expect(check('link-asset', html, files)).toBe('');
});

test('diagram-link', () => {
  expect(explain('diagram-link')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:10:1  error  diagram-link  the diagram has no box \`signal\`
        did you mean signals?"
  `);
  const diagram = '```mermaid\n%% alt: A leads to B.\ngraph TD\n  a --> b\n  click a "./nothing.md"\n```';
  expect(check('link-file', diagram)).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:10:1  error  link-file  "./nothing.md" leads to a file that does not exist
        did you mean ./locks.md?"
  `);
});

test('picture-words', () => {
  expect(explain('picture-words')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:1  error  picture-words  this picture says nothing to those who do not see it
        say what it shows in the first line of the fence: %% alt: …"
  `);
  const pictures = ['![](https://example.org/tree.png)', '![][t]', '<img src="https://example.org/tree.png">'];
  const diagram = '```mermaid\n%% alt:\nflowchart LR\n```\n\n[t]: https://example.org/tree.png';
  expect(check('picture-words', [...pictures, diagram].join('\n\n'))).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  error  picture-words  this picture says nothing to those who do not see it
        say what it shows between the brackets: ![words](./picture.svg)
    content/docs/databases/locks.md:8:1  error  picture-words  this picture says nothing to those who do not see it
        say what it shows between the brackets: ![words](./picture.svg)
    content/docs/databases/locks.md:10:1  error  picture-words  this picture says nothing to those who do not see it
        say what it shows between the brackets: ![words](./picture.svg)
    content/docs/databases/locks.md:12:1  error  picture-words  this picture says nothing to those who do not see it
        say what it shows in the first line of the fence: %% alt: …"
  `);
});

test('picture-foreign', () => {
  expect(explain('picture-foreign')).toMatchInlineSnapshot(`
    "content/docs/django/orm.md:6:1  warning  picture-foreign  the picture https://example.org/query.png comes from another site, which readers are not shown
        put it beside the page, ![words](./picture.png), or link to it: [words](https://…)"
  `);
  const elsewhere = '![a](//example.org/a.png) ![b][t]\n\n[t]: HTTPS://example.org/b.png';
  expect(check('picture-foreign', `${elsewhere}\n\n[c](https://example.org/c.png)`)).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:6:1  warning  picture-foreign  the picture //example.org/a.png comes from another site, which readers are not shown
        put it beside the page, ![words](./picture.png), or link to it: [words](https://…)
    content/docs/databases/locks.md:8:1  warning  picture-foreign  the picture HTTPS://example.org/b.png comes from another site, which readers are not shown
        put it beside the page, ![words](./picture.png), or link to it: [words](https://…)"
  `);
  expect(check('picture-foreign', '![a](./a.png)')).toBe('');
});
