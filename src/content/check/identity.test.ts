import { beforeEach, expect, test } from 'vitest';
import { createMemoryFiles } from '../files/memory-files.ts';
import { readPages } from '../page.ts';
import { formatProblem } from '../problem.ts';
import { checkIdentity } from './identity.ts';

let files: Record<string, string>;

beforeEach(() => {
  files = {};
});

function write(file: string, frontmatter: string, body = ''): void {
  files[`content/docs/${file}`] = `---\n${frontmatter}\n---\n\n${body}\n`;
}

function check(): string[] {
  return checkIdentity(readPages(createMemoryFiles(files), ['es'])).map(formatProblem);
}

test('the same id in another language is the same page', () => {
  write('a/gil.md', 'id: a/gil\nrequires: []', '- [ ] Explain it ^explain');
  write('es/a/gil.md', 'id: a/gil', '- [ ] Explícalo ^explain');
  expect(check()).toEqual([]);
});

test('an id that two pages or two items share is named', () => {
  write('a.md', 'id: same', '- [ ] One ^one\n- [ ] Other ^one');
  write('b.md', 'title: B\nid: same');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/b.md:3:5  error  id-duplicate  the id "same" is that of content/docs/a.md too
        give one of them another, since readers’ progress is kept under it",
      "content/docs/a.md:6:1  error  item-duplicate  the item of line 5 has the id "one" too
        give the item another id after its ^",
    ]
  `);
});

test('a translation that loses or invents an id is named, and so is what it did not take over', () => {
  write('a/gil.md', 'id: a/gil', '- [ ] Explain it ^explain\n- [ ] Measure it ^measure');
  write('es/a/gil.md', 'title: El GIL', '- [ ] Explícalo ^explain\n- [ ] Mídelo');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/es/a/gil.md:1:1  error  translation-item  the item "measure" of content/docs/a/gil.md is missing
        translate it, with ^measure at the end of its line",
      "content/docs/es/a/gil.md:6:1  error  translation-item  content/docs/a/gil.md has no item "mídelo"
        end the line with the ^id that the item has in the original, or add the item there",
    ]
  `);
});

test('a page that is named and does not exist, with the nearest', () => {
  write('a/gil.md', 'id: a/gil');
  write('a/async.md', 'id: a/async\nrequires:\n  - a/gli\nleadsTo: [a/gil, nowhere-at-all]');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/a/async.md:4:5  error  reference-unknown  there is no page with the id "a/gli"
        did you mean a/gil?",
      "content/docs/a/async.md:5:18  error  reference-unknown  there is no page with the id "nowhere-at-all"
        name the id of a page",
    ]
  `);
});

test('notes that require each other, as a chain', () => {
  write('a.md', 'id: a\nrequires: [b]');
  write('b.md', 'id: b\nrequires: [c]');
  write('c.md', 'id: c\nrequires: [a]');
  write('d.md', 'id: d\nrequires: [a]');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/c.md:3:12  error  reference-cycle  these notes require each other: a → b → c → a
        take one of them out of \`requires\`",
    ]
  `);
});

test('frontmatter that is missing or not YAML is left to the schema', () => {
  write('a.md', 'title: [');
  expect(check()).toEqual([]);
});
