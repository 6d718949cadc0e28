import { expect, test } from 'vitest';
import { validate } from './data/validate.ts';
import { readYaml } from './data/yaml-text.ts';
import { createResourcesSchema } from './kinds/resource.ts';
import { formerResourceIds, type ResourcePageOptions, writeResourcePage } from './resource-page.ts';

const entry = (id: string, further = '') =>
  `- { id: ${id}, title: ${id}, url: "https://a.test/${id}", kind: docs, topics: [django], level: beginner, lang: en, cost: free, why: Why., checkedOn: 2026-11-22${further} }\n`;
const read = (yaml: string) =>
  validate(createResourcesSchema({ main: 'en', others: ['es'] }), readYaml(yaml)).data ?? [];
const options = (language: string): ResourcePageOptions => ({
  language,
  main: 'en',
  lang: language,
  mainLang: 'en',
  t: (key, values) => `${key.replace('study.', '')}${Object.values(values ?? {}).map((value) => ` ${value}`)}`,
  topics: [{ id: 'django', title: 'Django' }],
});

const YAML = `
- id: guide
  was: [old-guide]
  title: The *guide*
  url: https://a.test/a_(b)
  kind: book
  topics: [django, testing]
  level: senior
  lang: es
  cost: paid
  why: { en: "For <those> who ship.", es: Para quien publica. }
  checkedOn: 2026-11-22
- id: other
  title: Other
  url: https://a.test/other
  kind: tool
  topics: [craft]
  level: beginner
  lang: en
  cost: free
  why: For all.
  checkedOn: 2026-11-22
`;

test('a resource is an item under its topic, with what filters need; topics that are no area stand together last', () => {
  const { body } = writeResourcePage(read(YAML), options('en'));
  expect(body).toMatchInlineSnapshot(`
    "<section data-filtered-group>

    ## Django

    - [ ] <span class="study-resource-title" data-search-title lang="es">[The \\*guide\\*](<https://a.test/a_(b)>)</span> ^guide

      <div class="study-resource" data-filtered data-kind="book" data-level="senior" data-cost="paid" data-language="es">

      For \\<those\\> who ship.

      <p class="study-card-facts not-content"><span class="study-level">level.senior</span><span>resources.kinds.book</span><span>resources.costs.paid</span><span>Spanish</span></p>

      </div>

    </section>

    <section data-filtered-group>

    ## resources.other

    - [ ] <span class="study-resource-title" data-search-title>[Other](<https://a.test/other>)</span> ^other

      <div class="study-resource" data-filtered data-kind="tool" data-level="beginner" data-cost="free" data-language="en">

      For all.

      <p class="study-card-facts not-content"><span class="study-level">level.beginner</span><span>resources.kinds.tool</span><span>resources.costs.free</span></p>

      </div>

    </section>"
  `);
});

test('a text in another language than the page says so', () => {
  const { body } = writeResourcePage(read(YAML), options('es'));
  expect(body).toContain('Para quien publica.');
  expect(body).toContain('<div class="study-resource" lang="en" data-filtered data-kind="tool"');
});

test('eight of a topic are seen, the others are in a fold; the reader’s language comes first', () => {
  const yaml = Array.from({ length: 10 }, (_, index) => entry(`r${index}`)).join('');
  const { body } = writeResourcePage(read(yaml.replace(/lang: en(?=[^\n]*\n$)/, 'lang: es')), options('es'));
  const [top = '', fold = ''] = body.split('<details');
  expect(top.match(/\^\w+/g)).toEqual(['^r9', '^r0', '^r1', '^r2', '^r3', '^r4', '^r5', '^r6']);
  expect(fold).toContain('<summary>resources.more 2</summary>');
  expect(fold.match(/\^\w+/g)).toEqual(['^r7', '^r8']);
});

test('what was ticked under a former id still counts', () => {
  expect(formerResourceIds(read(YAML))).toEqual({ wasItems: { guide: ['old-guide'] } });
});
