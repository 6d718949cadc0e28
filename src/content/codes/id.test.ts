import { expect, test } from 'vitest';
import { formatProblem } from '../problem.ts';
import { checkExample } from './example.ts';
import type { ID_CODES } from './id.ts';
import { explain } from './testing/explain.ts';

type Code = keyof typeof ID_CODES;

/** What it says under one code of other files. */
function check(code: Code, files: Readonly<Record<string, string>>): string {
  const archive = Object.entries(files).map(([path, text]) => ({ path, file: text, shown: text }));
  return checkExample(archive)
    .filter((problem) => problem.code === code)
    .map(formatProblem)
    .join('\n');
}

function page(id: string, body = 'Text.', ...lines: readonly string[]): string {
  return ['---', ...(id === '' ? [] : [`id: ${id}`]), 'title: A page', ...lines, '---', '', body, ''].join('\n');
}

const roadmap = (...items: readonly string[]) =>
  `id: sprint\ntitle: A\ndescription: B\nstagesAre: days\nstages:\n  - id: one\n    title: One\n    items:\n${items.map((item) => `      - ${item}\n`).join('')}`;

test('id-missing', () => {
  expect(explain('id-missing')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:1:1  error  id-missing  this page has no id
        add id: databases/indexes between the dashes, or run npm run ids"
  `);
  const pages = {
    'content/docs/index.md': page(''),
    'content/docs/plain.md': 'Text.\n',
    'content/docs/python/gil.md': page('python/lock'),
    'content/docs/es/python/gil.md': page(''),
  };
  expect(check('id-missing', pages)).toMatchInlineSnapshot(`
    "content/docs/es/python/gil.md:1:1  error  id-missing  this page has no id
        add id: python/lock between the dashes, or run npm run ids
    content/docs/index.md:1:1  error  id-missing  this page has no id
        add id: home between the dashes, or run npm run ids
    content/docs/plain.md:1:1  error  id-missing  this page has no id
        begin the file with a line ---, a line id: plain, a line title: … and a second line ---"
  `);
  const items = roadmap('{ id: gil, text: The GIL }', '{ text: Threads }').replace('id: sprint\n', '');
  expect(check('id-missing', { 'content/roadmaps/sprint.yaml': items })).toMatchInlineSnapshot(`
    "content/roadmaps/sprint.yaml:1:1  error  id-missing  this file has no id
        run npm run ids, or add id: …
    content/roadmaps/sprint.yaml:9:9  error  id-missing  this entry has no id
        run npm run ids, or add id: …"
  `);
});

test('id-form', () => {
  expect(explain('id-form')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:2:5  error  id-form  id is "Databases/Indexes"
        write lower-case letters, digits, hyphens and slashes, such as python-internals/gil"
  `);
  const lines = ['requires: [python/gil#part]', 'wasItems: { Read it: [read] }', 'was: [python--gil]'];
  expect(check('id-form', { 'content/docs/a.md': page('a', 'Text.', ...lines) })).toMatchInlineSnapshot(`
    "content/docs/a.md:4:12  error  id-form  entry 1 of requires is "python/gil#part"
        write lower-case letters, digits, hyphens and slashes, such as python-internals/gil
    content/docs/a.md:5:13  error  id-form  wasItems has the key "Read it"
        write lower-case letters, digits and hyphens, such as lru-cache
    content/docs/a.md:6:7  error  id-form  entry 1 of was is "python--gil"
        write lower-case letters, digits, hyphens and slashes, such as python-internals/gil"
  `);
  const items = roadmap('{ id: The GIL, text: The GIL, note: ../home.md }');
  expect(check('id-form', { 'content/roadmaps/sprint.yaml': items })).toMatchInlineSnapshot(`
    "content/roadmaps/sprint.yaml:9:15  error  id-form  id is "The GIL"
        write lower-case letters, digits and hyphens, such as lru-cache
    content/roadmaps/sprint.yaml:9:45  error  id-form  note is "../home.md"
        write the id of a page, such as python-internals/gil, or of a part of it, python-internals/gil#part"
  `);
});

test('id-duplicate', () => {
  expect(explain('id-duplicate')).toMatchInlineSnapshot(`
    "content/docs/databases/locks.md:2:5  error  id-duplicate  the id "databases/indexes" is that of content/docs/databases/indexes.md too
        give one of them another, since readers’ progress is kept under it"
  `);
  const pages = { 'content/docs/gil.md': page('gil'), 'content/docs/fr/gil.md': page('gil') };
  expect(check('id-duplicate', pages)).toMatchInlineSnapshot(`
    "content/docs/gil.md:2:5  error  id-duplicate  the id "gil" is that of content/docs/fr/gil.md too
        give one of them another, since readers’ progress is kept under it; if one translates the other, name its language in site.config.ts"
  `);
  const roadmaps = {
    'content/roadmaps/sprint.yaml': roadmap('{ id: gil, text: The GIL }', '{ id: gil, text: Threads }'),
    'content/roadmaps/week.yaml': roadmap('{ id: gil, text: The GIL }'),
  };
  expect(check('id-duplicate', roadmaps)).toMatchInlineSnapshot(`
    "content/roadmaps/sprint.yaml:10:15  error  id-duplicate  the id "gil" is that of line 9 too
        give one of them another, since readers’ progress is kept under it
    content/roadmaps/week.yaml:1:5  error  id-duplicate  the id "sprint" is that of content/roadmaps/sprint.yaml too
        give one of them another, since readers’ progress is kept under it"
  `);
});

test('id-vanished', () => {
  expect(explain('id-vanished')).toMatchInlineSnapshot(`
    "content/docs/databases/indices.md:1:1  error  id-vanished  "page:databases/indices" was published in v1.0.0 and is gone, with all that readers keep under it
        if it is "page:databases/indexes" now, add \`was: [databases/indices]\` beside its id; if it is gone for good, add \`- "page:databases/indices"\` to content/retired.yaml"
  `);
  const items = ['- [ ] Explain it ^explain', '- [ ] Read a query plan ^read-plan', '- [ ] Time it ^time'];
  const files = {
    'v1.0.0:content/docs/plans.md': page('plans', items.join('\n')),
    'content/docs/plans.md': page('plans', '- [ ] Read a query plan ^read-plans'),
    'content/docs/indexes.md': page('indexes', '- [ ] Explain it ^explain'),
    'v1.0.0:content/flashcards/gil.txt': 'Id: gil-why\nQ: Why?\nA: Reference counts.\n',
    'content/flashcards/gil.txt': 'Id: gil-reason\nQ: Why?\nA: Reference counts.\n',
    'v1.0.0:content/roadmaps/sprint.yaml': roadmap('{ id: gil, text: The GIL }', '{ id: threads, text: Threads }'),
    'content/roadmaps/sprint.yaml': roadmap('{ id: the-gil, text: The GIL }'),
  };
  expect(check('id-vanished', files)).toMatchInlineSnapshot(`
    "content/docs/plans.md:1:1  error  id-vanished  "item:plans#explain" was published in v1.0.0 and is gone, with all that readers keep under it
        if it is "item:indexes#explain" now, add \`wasItems: { explain: ["plans#explain"] }\` to the frontmatter of its page; if it is gone for good, add \`- "item:plans#explain"\` to content/retired.yaml
    content/docs/plans.md:1:1  error  id-vanished  "item:plans#read-plan" was published in v1.0.0 and is gone, with all that readers keep under it
        if it is "item:plans#read-plans" now, add \`wasItems: { read-plans: [read-plan] }\` to the frontmatter of its page; if it is gone for good, add \`- "item:plans#read-plan"\` to content/retired.yaml
    content/docs/plans.md:1:1  error  id-vanished  "item:plans#time" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add \`wasItems: { its-id-now: [time] }\` to the frontmatter of its page; if it is gone for good, add \`- "item:plans#time"\` to content/retired.yaml
    content/flashcards/gil.txt:1:1  error  id-vanished  "card:gil-why" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add the line \`Was: gil-why\` to its card; if it is gone for good, add \`- "card:gil-why"\` to content/retired.yaml
    content/roadmaps/sprint.yaml:1:1  error  id-vanished  "roadmap:sprint#gil" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add \`was: [gil]\` beside its id; if it is gone for good, add \`- "roadmap:sprint#gil"\` to content/retired.yaml
    content/roadmaps/sprint.yaml:1:1  error  id-vanished  "roadmap:sprint#threads" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add \`was: [threads]\` beside its id; if it is gone for good, add \`- "roadmap:sprint#threads"\` to content/retired.yaml"
  `);
});

test('id-vanished: a whole is named without its parts, and retires with them', () => {
  const released = {
    'v1.0.0:content/docs/plans.md': page('plans', '- [ ] Read a query plan ^read-plan'),
    'v1.0.0:content/roadmaps/sprint.yaml': roadmap('{ id: gil, text: The GIL }'),
  };
  expect(check('id-vanished', released)).toMatchInlineSnapshot(`
    "content/docs/plans.md:1:1  error  id-vanished  "page:plans" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add \`was: [plans]\` beside its id; if it is gone for good, add \`- "page:plans"\` to content/retired.yaml
    content/roadmaps/sprint.yaml:1:1  error  id-vanished  "roadmap:sprint" was published in v1.0.0 and is gone, with all that readers keep under it
        if it has another id now, add \`was: [sprint]\` beside its id; if it is gone for good, add \`- "roadmap:sprint"\` to content/retired.yaml"
  `);
  const retired = { ...released, 'content/retired.yaml': '- page:plans\n- roadmap:sprint\n' };
  expect(check('id-vanished', retired)).toBe('');
});

test('id-vanished: not what stands in a file that cannot be read', () => {
  const released = {
    'v1.0.0:content/docs/indexes.md': page('databases/indexes', '- [ ] Explain it ^explain'),
    'v1.0.0:content/docs/locks.md': page('databases/locks'),
    'v1.0.0:content/docs/plans.mdx': page('databases/plans', '- [ ] Read one ^read'),
    'v1.0.0:content/roadmaps/sprint.yaml': roadmap('{ id: gil, text: The GIL }'),
  };
  const broken = {
    'content/docs/indexes.md': page('databases/indexes', '', 'order: ['),
    'content/docs/locks.md': '',
    'content/docs/plans.mdx': page('databases/plans', '- [ ] Read one ^read\n\n{'),
    'content/roadmaps/sprint.yaml': 'id: [',
  };
  expect(check('id-vanished', { ...released, ...broken })).toBe('');
});

test('item-id-missing', () => {
  expect(explain('item-id-missing')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:8:1  warning  item-id-missing  this item's id is derived from its text, "explain-why-a-write-gets-slower-with-every-index"
        run npm run ids, or end the line with an id of your own, such as ^explain-it"
  `);
  const pages = {
    'content/docs/gil.md': page('gil', '- [ ] Explain it'),
    'content/docs/es/gil.md': page('gil', '- [ ] Explícalo ^explain-it'),
  };
  expect(check('item-id-missing', pages)).toMatchInlineSnapshot(`
    "content/docs/gil.md:6:1  error  item-id-missing  this item's id is derived from its text, "explain-it"
        run npm run ids, or end the line with an id of your own, such as ^explain-it"
  `);
});

test('item-id-form', () => {
  expect(explain('item-id-form')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:8:1  error  item-id-form  "^Write_Cost" is not an id, so it is shown as text
        write lower-case letters, digits and hyphens after the ^: ^write-cost"
  `);
  const items = '- [ ] Explain it ^--explain--it\n- [ ] Read\n  a plan ^?';
  expect(check('item-id-form', { 'content/docs/a.md': page('a', items) })).toMatchInlineSnapshot(`
    "content/docs/a.md:6:1  error  item-id-form  "^--explain--it" is not an id, so it is shown as text
        write lower-case letters, digits and hyphens after the ^: ^explain-it
    content/docs/a.md:7:1  error  item-id-form  "^?" is not an id, so it is shown as text
        write lower-case letters, digits and hyphens after the ^: ^explain-it"
  `);
});

test('item-duplicate', () => {
  expect(explain('item-duplicate')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:9:1  error  item-duplicate  the item of line 8 has the id "explain-it" too
        give the item another id after its ^"
  `);
  const items = '- [ ] Explain it ^locks\n- [ ] Read plans ^plans\n- [ ] Plans\n\n## Locks';
  expect(check('item-duplicate', { 'content/docs/a.md': page('a', items) })).toMatchInlineSnapshot(`
    "content/docs/a.md:6:1  error  item-duplicate  the heading of line 10 has the id "locks" too
        give the item another id after its ^
    content/docs/a.md:8:1  error  item-duplicate  the item of line 7 has the id "plans" too
        end the line with an id of its own, such as ^plans-2"
  `);
});

test('item-form', () => {
  expect(explain('item-form')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:8:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them"
  `);
  const almost = ['- [] a', '- [  ] b', '- [ ]c', '1. [ x] d', '> - [] e', '- [ ]'];
  expect(check('item-form', { 'content/docs/a.md': page('a', almost.join('\n\n')) })).toMatchInlineSnapshot(`
    "content/docs/a.md:6:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them
    content/docs/a.md:8:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them
    content/docs/a.md:10:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them
    content/docs/a.md:12:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them
    content/docs/a.md:14:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them
    content/docs/a.md:16:1  warning  item-form  this is not read as a checklist item
        write it as - [ ] text: one space between the brackets, one before and one after them"
  `);
});

test('item-form: not in frontmatter, code and links', () => {
  const body = '```\n- [] a\n```\n\n- [](https://example.org)\n- [x][plan]\n\n[plan]: https://example.org\n';
  expect(check('item-form', { 'content/docs/a.md': page('a', body, 'was:', '  - []') })).toBe('');
});

test('reference-unknown', () => {
  expect(explain('reference-unknown')).toMatchInlineSnapshot(`
    "content/docs/python/threads.md:4:12  error  reference-unknown  there is no page with the id "python/gli"
        did you mean python/gil?"
  `);
  const pages = {
    'content/docs/gil.md': page('python/gil', '- [ ] Explain it ^explain-it', 'was: [internals/lock]'),
    'content/docs/empty.md': page('empty'),
    'content/docs/a.md': page(
      'a',
      '- [ ] Read one ^read-plan',
      'requires: [internals/lock, somewhere-else]',
      'wasItems: { raed-plan: [read], time: [measure] }',
    ),
    'content/flashcards/gil.txt': 'Id: gil-why\nQ: Why?\nA: Reference counts.\nLink: python/gil#explain\n',
    'content/roadmaps/sprint.yaml': roadmap(
      '{ id: a, text: A, note: python/gil#history }',
      '{ id: b, text: B, note: empty#part }',
      '{ id: c, text: C, exercise: lru-cache }',
      '{ id: d, text: D, project: shpo }',
    ),
    'content/projects/shop.yaml': 'id: shop\n',
  };
  expect(check('reference-unknown', pages)).toMatchInlineSnapshot(`
    "content/docs/a.md:4:12  error  reference-unknown  there is no page with the id "internals/lock"
        did you mean python/gil?
    content/docs/a.md:4:28  error  reference-unknown  there is no page with the id "somewhere-else"
        name the id of a page
    content/docs/a.md:5:13  error  reference-unknown  this page has no checklist item "raed-plan"
        did you mean read-plan?
    content/docs/a.md:5:32  error  reference-unknown  this page has no checklist item "time"
        name the id that the item has now
    content/flashcards/gil.txt:4:7  error  reference-unknown  the page "python/gil" has no heading or item "#explain"
        did you mean python/gil#explain-it?
    content/roadmaps/sprint.yaml:9:33  error  reference-unknown  the page "python/gil" has no heading or item "#history"
        it has python/gil#explain-it
    content/roadmaps/sprint.yaml:10:33  error  reference-unknown  the page "empty" has no heading or item "#part"
        it has none: name the page as a whole
    content/roadmaps/sprint.yaml:11:37  error  reference-unknown  there is no exercise with the id "lru-cache"
        name one that is there
    content/roadmaps/sprint.yaml:12:36  error  reference-unknown  there is no project with the id "shpo"
        did you mean shop?"
  `);
});

test('reference-unknown: not the parts of a page that cannot be read', () => {
  const files = {
    'content/docs/gil.mdx': page('gil', '## Locks\n\n{'),
    'content/flashcards/gil.txt': 'Id: gil-why\nQ: Why?\nA: Reference counts.\nLink: gil#locks\n',
  };
  expect(check('reference-unknown', files)).toBe('');
});

test('reference-cycle', () => {
  expect(explain('reference-cycle')).toMatchInlineSnapshot(`
    "content/docs/python/threads.md:4:12  error  reference-cycle  these notes require each other: python/gil → python/threads → python/gil
        take one of them out of \`requires\`"
  `);
  const itself = { 'content/docs/a.md': page('a', 'Text.', 'requires: [a]') };
  expect(check('reference-cycle', itself)).toMatchInlineSnapshot(`
    "content/docs/a.md:4:12  error  reference-cycle  this note requires itself
        take it out of \`requires\`"
  `);
});

test('reference-repeated', () => {
  expect(explain('reference-repeated')).toMatchInlineSnapshot(`
    "content/docs/python/threads.md:4:24  warning  reference-repeated  "python/gil" is named a second time
        take one of the two out"
  `);
  const items = roadmap(
    '{ id: a, text: A, note: home }',
    '{ id: b, text: B, note: home }',
    '{ id: c, text: C, project: shop }',
    '{ id: d, text: D, project: shop }',
  );
  const files = { 'content/roadmaps/sprint.yaml': items, 'content/projects/shop.yaml': 'id: shop\n' };
  expect(check('reference-repeated', files)).toMatchInlineSnapshot(`
    "content/roadmaps/sprint.yaml:10:33  warning  reference-repeated  page "home" is named a second time
        take one of the two out, or name the part that is meant: page#part
    content/roadmaps/sprint.yaml:12:36  warning  reference-repeated  project "shop" is named a second time
        take one of the two out"
  `);
});
