/** What a writer sees when the content is wrong: the build fails and names everything at once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FixtureSite } from './site.ts';

const fixture = (file: string) => readFileSync(path.join(import.meta.dirname, 'fixture/content/docs', file), 'utf8');

test('dead links and missing interface words fail the build in one list', () => {
  const spanish: Record<string, string> = JSON.parse(readFileSync('content/i18n/es.json', 'utf8'));
  delete spanish['study.output'];
  const site = new FixtureSite('broken-links', {
    'content/docs/django/signals.md': fixture('django/signals.md').replace(
      './orm.md#lazy-evaluation',
      './orm.md#lazyness',
    ),
    'content/docs/index.mdx': fixture('index.mdx').replace('./django/orm.md', './django/ormm.md'),
    'content/i18n/es.json': JSON.stringify(spanish),
  });
  const { ok, output } = site.build();
  expect(ok).toBe(false);
  const list = output.slice(output.indexOf('The content has'), output.indexOf('Location:')).trim();
  expect(list.replaceAll(`${site.root}/`, '')).toMatchInlineSnapshot(`
    "The content has 3 problems:

    content/docs/django/signals.md:20:30  error  link-anchor  ./orm.md has no heading or item "#lazyness"
        it has #lazy-evaluation, #can-you, #explain-lazy, #count-queries, #an-item-without-an-id
    content/docs/index.mdx:7:12  error  link-file  "./django/ormm.md" leads to a file that does not exist
        did you mean ./django/orm.md, ./django/index.md, ./django/async.mdx?
    content/i18n/es.json:1:1  error  word-missing  "study.output" has no word
        write "study.output": "…""
  `);
});

test('an unknown key in a note’s frontmatter fails the build and is named', () => {
  const site = new FixtureSite('broken-frontmatter', {
    'content/docs/django/signals.md': fixture('django/signals.md').replace(
      'level: intermediate',
      'levle: intermediate',
    ),
  });
  const { ok, output } = site.build();
  expect(ok).toBe(false);
  expect(output).toContain('signals');
  expect(output).toContain('levle');
});
