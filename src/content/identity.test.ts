import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkIdentity } from './identity.ts';
import { readPageFiles } from './page-file.ts';
import { formatProblem } from './problem.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'kb-identity-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, frontmatter: string, body = ''): void {
  const target = path.join(project, 'content/docs', file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `---\n${frontmatter}\n---\n\n${body}\n`);
}

function check(): string[] {
  return checkIdentity(readPageFiles(path.join(project, 'content/docs'), project, ['es'])).map(formatProblem);
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
      "content/docs/b.md:3:5  id-duplicate  the id "same" is that of content/docs/a.md too
        give one of them another, since readers’ progress is kept under it; or name the language of its folder in site.config.ts",
      "content/docs/a.md:6:1  item-duplicate  another item or a heading of this page has the id "one"
        give the item another id after its ^",
    ]
  `);
});

test('a translation that loses or invents an id is named, and so is what it did not take over', () => {
  write('a/gil.md', 'id: a/gil', '- [ ] Explain it ^explain\n- [ ] Measure it ^measure');
  write('es/a/gil.md', 'title: El GIL', '- [ ] Explícalo ^explain\n- [ ] Mídelo');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/es/a/gil.md:1:1  translation-item  the item "measure" of content/docs/a/gil.md is missing
        translate it and end its line with ^measure",
      "content/docs/es/a/gil.md:6:1  translation-item  content/docs/a/gil.md has no item "mídelo"
        end the line with the ^id that the original has",
    ]
  `);
});

test('a page that is named and does not exist, with the nearest', () => {
  write('a/gil.md', 'id: a/gil');
  write('a/async.md', 'id: a/async\nrequires:\n  - a/gli\nleadsTo: [a/gil, nowhere-at-all]');
  expect(check()).toMatchInlineSnapshot(`
    [
      "content/docs/a/async.md:4:5  reference-unknown  there is no page with the id "a/gli"
        did you mean a/gil?",
      "content/docs/a/async.md:5:18  reference-unknown  there is no page with the id "nowhere-at-all"
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
      "content/docs/c.md:3:12  reference-cycle  these notes require each other: a → b → c → a
        take one of them out of \`requires\`",
    ]
  `);
});

test('frontmatter that is missing or not YAML is left to the schema', () => {
  write('a.md', 'title: [');
  expect(check()).toEqual([]);
});
