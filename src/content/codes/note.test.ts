import { expect, test } from 'vitest';
import { check, explain } from './testing/explain.ts';

/** A note in an area that has its overview. */
function note(frontmatter: string, text: string): string {
  return `-- content/docs/databases/index.md --
---
id: databases
title: Databases
---
-- content/docs/databases/pools.md --
---
id: databases/pools
title: Connection pools
level: senior
minutes: 20
description: How many connections a backend needs.
verified: { date: 2026-11-02, versions: [PostgreSQL 18] }
${frontmatter}
---

${text}
`;
}

test('note-summary', () => {
  expect(explain('note-summary')).toMatchInlineSnapshot(`
    "content/docs/databases/n-plus-one.md:20:1  warning  note-summary  this note does not begin with a paragraph, so it has no summary
        begin with the idea in five sentences or fewer, as someone could repeat it in an interview"
  `);
  expect(
    check('note-summary', note('sources: []', '- A list.\n\nA paragraph.\n\n## A heading')),
  ).toMatchInlineSnapshot(`
    "content/docs/databases/pools.md:11:1  warning  note-summary  this note does not begin with a paragraph, so it has no summary
        begin with the idea in five sentences or fewer, as someone could repeat it in an interview"
  `);
});

test('note-checklist', () => {
  expect(explain('note-checklist')).toMatchInlineSnapshot(`
    "content/docs/databases/n-plus-one.md:1:1  warning  note-checklist  this note has no checklist
        add four to eight abilities that the reader can test: - [ ] Explain … ^explain-it"
  `);
});

test('note-questions', () => {
  expect(explain('note-questions')).toMatchInlineSnapshot(`
    "content/docs/databases/n-plus-one.md:1:1  warning  note-questions  this note asks its reader no question
        add three to seven, with folded answers: <details class="check">"
  `);
  expect(
    check('note-questions', note('sources: []', '<details\n  class="check"\n>\n\nA question.\n\n</details>')),
  ).toBe('');
  const shown = note('sources: []', '```html\n<details class="check">\n```');
  expect(check('note-questions', shown)).not.toBe('');
});

test('note-sources', () => {
  expect(explain('note-sources')).toMatchInlineSnapshot(`
    "content/docs/databases/n-plus-one.md:9:3  warning  note-sources  this note rests on 1 source
        name at least 3 that you have read, each with what it supports"
  `);
  expect(check('note-sources', note('sources: []', 'A paragraph.'))).toMatchInlineSnapshot(`
    "content/docs/databases/pools.md:8:10  warning  note-sources  this note rests on 0 sources
        name at least 3 that you have read, each with what it supports"
  `);
});

test('note-verified-old', () => {
  expect(explain('note-verified-old')).toMatchInlineSnapshot(`
    "content/docs/databases/n-plus-one.md:7:19  warning  note-verified-old  the claims of this note were last checked 624 days ago
        check them against the versions of today, then write the day and those versions"
  `);
});

test('note-description', () => {
  expect(explain('note-description')).toMatchInlineSnapshot(`
    "content/docs/caching.md:4:14  warning  note-description  the description has 178 characters; search engines show 160
        keep what the reader learns, cut the rest"
  `);
  const description = (text: string) => `-- content/docs/a.md --\n---\nid: a\ntitle: A\ndescription: ${text}\n---\n`;
  expect(check('note-description', description('🐍'.repeat(160)))).toBe('');
});

test('nothing of it is asked of a draft', () => {
  const draft = note('sources: []\ndraft: true', '## A heading');
  for (const code of ['note-summary', 'note-checklist', 'note-questions', 'note-sources'] as const) {
    expect(check(code, draft)).toBe('');
  }
});

test('heading-title', () => {
  expect(explain('heading-title')).toMatchInlineSnapshot(`
    "content/docs/migrations.md:6:1  warning  heading-title  "Migrate without downtime" is a second title beside that of the frontmatter
        begin it with ##, or take it out where it only repeats the title"
  `);
});

test('heading-skipped', () => {
  expect(explain('heading-skipped')).toMatchInlineSnapshot(`
    "content/docs/indexes.md:10:1  warning  heading-skipped  "Column order" is of level 4, and the heading before it of level 2
        begin it with ###"
  `);
  const page =
    '-- content/docs/a.md --\n---\nid: a\ntitle: A\n---\n\n### First\n\n## Second\n\n### Third\n\n## Fourth\n';
  expect(check('heading-skipped', page)).toMatchInlineSnapshot(`
    "content/docs/a.md:6:1  warning  heading-skipped  "First" is of level 3, and the title above it of level 1
        begin it with ##"
  `);
});

test('area-overview', () => {
  expect(explain('area-overview')).toMatchInlineSnapshot(`
    "content/docs/databases/n-plus-one.md:1:1  error  area-overview  the area of this note has no overview, so no page leads to it
        write content/docs/databases/index.md"
  `);
  const draft = note('', '').replace('title: Databases\n', 'title: Databases\ndraft: true\n');
  expect(check('area-overview', draft)).toMatchInlineSnapshot(`
    "content/docs/databases/pools.md:1:1  error  area-overview  content/docs/databases/index.md, the overview of this area, is a draft, so no page leads to this note
        publish the overview, or make this note a draft too"
  `);
  expect(check('area-overview', draft.replace('level:', 'draft: true\nlevel:'))).toBe('');
  const alone = '-- content/docs/pools.md --\n---\nid: pools\ntitle: Connection pools\nlevel: senior\n---\n';
  expect(check('area-overview', `${alone}${alone.replace('docs/', 'docs/es/')}`)).toMatchInlineSnapshot(`
    "content/docs/pools.md:1:1  error  area-overview  this note lies in no area, so no page leads to it
        move it into the folder of an area: content/docs/<area>/pools.md"
  `);
});
