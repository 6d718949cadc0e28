import { expect, test } from 'vitest';
import { formatProblem } from '../problem.ts';
import type { DATA_CODES } from './data.ts';
import { checkExample } from './example.ts';
import { explain } from './testing/explain.ts';

type Code = keyof typeof DATA_CODES;

/** What it says under one code of another file. */
function check(code: Code, path: string, text: string): string {
  return checkExample([{ path, file: text, shown: text }])
    .filter((problem) => problem.code === code)
    .map(formatProblem)
    .join('\n');
}

/** What it says of frontmatter. */
function checkFrontmatter(code: Code, ...lines: readonly string[]): string {
  return check(code, 'content/docs/a.md', ['---', ...lines, '---', '', 'Text.', ''].join('\n'));
}

test('yaml-syntax', () => {
  expect(explain('yaml-syntax')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:3:8  error  yaml-syntax  a second colon makes a key of this text
        put the whole text in quotes: "…"; a key of its own starts in the column of its neighbors"
  `);
  const titles = [
    '"The GIL',
    '"The GIL" explained',
    '[draft] The GIL',
    '[draft',
    '{{ title }',
    '@property',
    '*args',
    '!important',
    '"a \\d"',
    '- one',
    '],',
  ];
  const said = titles.map((title) => checkFrontmatter('yaml-syntax', `title: ${title}`));
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "content/docs/a.md:2:16  error  yaml-syntax  a quote is never closed
        look for a quote without its second one, here or above
    content/docs/a.md:2:18  error  yaml-syntax  something follows the end of this value
        put the whole text in quotes: "…", or line it up with its neighbors
    content/docs/a.md:2:16  error  yaml-syntax  something follows the end of this value
        put the whole text in quotes: "…", or line it up with its neighbors
    content/docs/a.md:2:14  error  yaml-syntax  a bracket is not closed with ]
        close it, or put a text that begins with a bracket in quotes: "[…"
    content/docs/a.md:2:18  error  yaml-syntax  a bracket is not closed with }
        close it, or put a text that begins with a bracket in quotes: "[…"
    content/docs/a.md:2:8  error  yaml-syntax  a text cannot begin with @ unless it stands in quotes
        put the whole text in quotes: "…"
    content/docs/a.md:2:8  error  yaml-syntax  *args is read as an alias, and nothing has that name
        put a text that begins with * or & in quotes: "*args"
    content/docs/a.md:2:8  error  yaml-syntax  a text that begins with ! is read as a tag, not as text
        put the whole text in quotes: "…"
    content/docs/a.md:2:11  error  yaml-syntax  invalid escape sequence \\d
        write \\\\ for a backslash, or put the text in single quotes
    content/docs/a.md:2:8  error  yaml-syntax  a list begins on the line of its key
        begin it on the next line, or put a text that begins with a hyphen in quotes: "- …"
    content/docs/a.md:2:8  error  yaml-syntax  unexpected flow-seq-end token in YAML stream: "]"
        put the whole text in quotes: "…""
  `);
  const others = [
    ['title: The GIL', '\torder: 1'],
    ['title: The GIL', '  order: 1'],
    ['title: The GIL', 'title: The lock'],
    ['title:The GIL', 'order: 1'],
  ];
  expect(others.map((lines) => checkFrontmatter('yaml-syntax', ...lines)).join('\n')).toMatchInlineSnapshot(`
    "content/docs/a.md:3:1  error  yaml-syntax  a tab stands where the line is indented
        indent with spaces: YAML takes no tabs
    content/docs/a.md:2:8  error  yaml-syntax  a second colon makes a key of this text
        put the whole text in quotes: "…"; a key of its own starts in the column of its neighbors
    content/docs/a.md:3:1  error  yaml-syntax  this key stands here a second time
        keep one of the two
    content/docs/a.md:2:1  error  yaml-syntax  this is not a key, since no colon and space follow
        write key: value, with a space after the colon"
  `);
  expect(check('yaml-syntax', 'content/docs/a.md', '---\nid: a\ntitle: A\n\nText.\n')).toMatchInlineSnapshot(`
    "content/docs/a.md:1:1  error  yaml-syntax  the frontmatter begins here and never ends
        write a second line of three dashes after its last key"
  `);
  expect(check('yaml-syntax', 'content/retired.yaml', '- card:old\n---\n- card:older\n')).toMatchInlineSnapshot(`
    "content/retired.yaml:2:1  error  yaml-syntax  a second document begins at these dashes
        take the dashes out: a file holds one"
  `);
});

test('mdx-syntax', () => {
  expect(explain('mdx-syntax')).toMatchInlineSnapshot(`
    "content/docs/caching/latency.mdx:6:13  error  mdx-syntax  this < begins a tag, and what follows is none
        put a backslash before it or code in backticks, or name the file .md if it uses no components; write a link as [text](url)"
  `);
  const texts = [
    'A set such as {1, 2',
    'A dict such as {"a": 1}',
    'List<int> holds numbers.',
    '<details>',
    '<b>bold</i>',
    '<!-- later -->',
    'import the module first',
  ];
  const said = texts.map((text) => check('mdx-syntax', 'content/docs/a.mdx', `---\nid: a\ntitle: A\n---\n\n${text}\n`));
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "content/docs/a.mdx:6:15  error  mdx-syntax  this { is never closed
        put a backslash before it or code in backticks, or name the file .md if it uses no components
    content/docs/a.mdx:6:20  error  mdx-syntax  what stands in these braces is not JavaScript
        put a backslash before the { or code in backticks, or name the file .md if it uses no components
    content/docs/a.mdx:6:5  error  mdx-syntax  expected a closing tag for \`<int>\` (6:5) before the end of \`paragraph\`
        every <tag> needs its </tag>, or ends in /> where it holds nothing: <br />; put code in backticks
    content/docs/a.mdx:6:1  error  mdx-syntax  expected a closing tag for \`<details>\` (6:1)
        every <tag> needs its </tag>, or ends in /> where it holds nothing: <br />; put code in backticks
    content/docs/a.mdx:6:8  error  mdx-syntax  unexpected closing tag \`</i>\`, expected corresponding closing tag for \`<b>\` (6:1)
        every <tag> needs its </tag>, or ends in /> where it holds nothing: <br />; put code in backticks
    content/docs/a.mdx:6:1  error  mdx-syntax  an HTML comment is not read in MDX
        write it as {/* text */}
    content/docs/a.mdx:6:12  error  mdx-syntax  a line that begins with import or export is JavaScript in MDX, and this is none: Expected \`from\` but found \`module\`
        correct it, or let the sentence begin with another word"
  `);
});

test('key-unknown', () => {
  expect(explain('key-unknown')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:4:1  error  key-unknown  this file has no key "descripton"
        did you mean description?"
  `);
  const source = '- { title: A, url: https://example.org, supports: B, checked: today }';
  expect(checkFrontmatter('key-unknown', 'Title: A', 'sources:', source, 'layout: post')).toMatchInlineSnapshot(`
    "content/docs/a.md:2:1  error  key-unknown  this file has no key "Title"
        did you mean title?
    content/docs/a.md:4:54  error  key-unknown  entry 1 of sources has no key "checked"
        these are known: title, url, supports
    content/docs/a.md:5:1  error  key-unknown  this file has no key "layout"
        these are known: title, description, editUrl, head, tableOfContents, template, hero, lastUpdated, prev, next, sidebar, banner, pagefind, draft, id, was, wasItems, order, color, level, minutes, requires, leadsTo, verified, sources, translated"
  `);
});

test('key-renamed', () => {
  expect(explain('key-renamed')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:4:1  error  key-renamed  "weight" is called order here
        write order instead of weight"
  `);
  expect(checkFrontmatter('key-renamed', 'weight: 1', 'order: 2')).toMatchInlineSnapshot(`
    "content/docs/a.md:2:1  error  key-renamed  "weight" is called order here
        take it out, since order is there too"
  `);
});

test('key-missing', () => {
  expect(explain('key-missing')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:2:1  error  key-missing  title is missing
        add title: …"
  `);
  expect(checkFrontmatter('key-missing', 'title: A', 'level: senior')).toMatchInlineSnapshot(`
    "content/docs/a.md:3:1  error  key-missing  description is missing
        a page with a level is a note and needs it, such as description: What the reader learns.
    content/docs/a.md:3:1  error  key-missing  minutes is missing
        a page with a level is a note and needs it, such as minutes: 25
    content/docs/a.md:3:1  error  key-missing  verified is missing
        a page with a level is a note and needs it, such as verified: { date: 2026-11-24, versions: [CPython 3.14] }
    content/docs/a.md:3:1  error  key-missing  sources is missing
        a page with a level is a note and needs it, such as sources: [{ title: …, url: …, supports: … }]"
  `);
  const roadmap = 'id: a\ntitle: A\ndescription: { es: B }\nstagesAre: days\nstages: [{ id: one, title: One }]\n';
  expect(check('key-missing', 'content/roadmaps/a.yaml', roadmap)).toMatchInlineSnapshot(`
    "content/roadmaps/a.yaml:3:14  error  key-missing  en is missing
        add en: …
    content/roadmaps/a.yaml:5:10  error  key-missing  items is missing
        give the stage items, or sections with items"
  `);
});

test('key-missing: not what is there under another name', () => {
  const resource = '- { id: a, title: A, link: https://example.org, type: book }\n';
  expect(check('key-missing', 'content/resources.yaml', resource)).toMatchInlineSnapshot(`
    "content/resources.yaml:1:3  error  key-missing  topics is missing
        add topics: …
    content/resources.yaml:1:3  error  key-missing  level is missing
        add level: …
    content/resources.yaml:1:3  error  key-missing  lang is missing
        add lang: …
    content/resources.yaml:1:3  error  key-missing  cost is missing
        add cost: …
    content/resources.yaml:1:3  error  key-missing  why is missing
        add why: …
    content/resources.yaml:1:3  error  key-missing  checkedOn is missing
        write a day as 2026-11-24"
  `);
});

test('value-invalid', () => {
  expect(explain('value-invalid')).toMatchInlineSnapshot(`
    "content/docs/databases/indexes.md:4:8  error  value-invalid  draft is "yes"
        write true or false instead"
  `);
  const values = [
    ['title: 2024'],
    ['title:'],
    ['title: " "'],
    ['order: "2"'],
    ['order: first'],
    ['order: 1.5'],
    ['requires: python/gil'],
    ['template: wide'],
    ['level: seniro'],
    ['minutes: 0'],
    ['was: []'],
    ['slug: python/gil'],
    ['editUrl: repository'],
    ['lastUpdated: yesterday'],
    ['prev: 3'],
    ['banner: New!'],
    ['verified: { date: 24/11/2026, versions: [""] }'],
    ['translated: { _top: now }'],
    ['just words'],
  ];
  expect(values.map((lines) => checkFrontmatter('value-invalid', ...lines)).join('\n')).toMatchInlineSnapshot(`
    "content/docs/a.md:2:8  error  value-invalid  title is 2024
        put it in quotes, which make a text of it: "2024"
    content/docs/a.md:2:7  error  value-invalid  title is empty
        write a text
    content/docs/a.md:2:8  error  value-invalid  title is " "
        write a title
    content/docs/a.md:2:8  error  value-invalid  order is "2"
        take the quotes away
    content/docs/a.md:2:8  error  value-invalid  order is "first"
        write a number instead
    content/docs/a.md:2:8  error  value-invalid  order is 1.5
        write a whole number instead
    content/docs/a.md:2:11  error  value-invalid  requires is "python/gil"
        write a list instead: [python/gil]
    content/docs/a.md:2:11  error  value-invalid  template is "wide"
        write doc or splash
    content/docs/a.md:2:8  error  value-invalid  level is "seniro"
        did you mean senior? write beginner, intermediate or senior
    content/docs/a.md:2:10  error  value-invalid  minutes is 0
        write more than 0
    content/docs/a.md:2:6  error  value-invalid  was is []
        give it an entry or more
    content/docs/a.md:2:7  error  value-invalid  slug is "python/gil"
        take it out and name the file as the address should read
    content/docs/a.md:2:10  error  value-invalid  editUrl is "repository"
        write a whole address: https://example.org/page
    content/docs/a.md:2:14  error  value-invalid  lastUpdated is "yesterday"
        write true or false, or a day as 2026-11-24
    content/docs/a.md:2:7  error  value-invalid  prev is 3
        write true or false, or put it in quotes, which make a text of it: "3", or keys and values
    content/docs/a.md:2:9  error  value-invalid  banner is "New!"
        write keys and values instead
    content/docs/a.md:2:19  error  value-invalid  date is "24/11/2026"
        write a day as 2026-11-24
    content/docs/a.md:2:42  error  value-invalid  entry 1 of versions is ""
        write something
    content/docs/a.md:2:21  error  value-invalid  _top is "now"
        let npm run translated write it
    content/docs/a.md:2:1  error  value-invalid  this is "just words"
        write keys and values instead"
  `);
  const roadmap = 'id: a\ntitle: 5\ndescription:\n';
  expect(check('value-invalid', 'content/roadmaps/a.yaml', roadmap)).toMatchInlineSnapshot(`
    "content/roadmaps/a.yaml:2:8  error  value-invalid  title is 5
        write a text; one that looks like a number has quotes
    content/roadmaps/a.yaml:3:13  error  value-invalid  description is empty
        write a text; one that looks like a number has quotes"
  `);
  const interview = 'id: a\nsections: [{ id: b, minutes: -1, draw: { areas: [], count: 1 } }]\n';
  expect(check('value-invalid', 'content/interviews/a.yaml', interview)).toMatchInlineSnapshot(`
    "content/interviews/a.yaml:2:30  error  value-invalid  minutes is -1
        write more than 0
    content/interviews/a.yaml:2:49  error  value-invalid  areas is []
        give it an entry or more"
  `);
  const project = 'id: a\nphase: 9\nhours: 0\nrubric: [{ title: A, levels: [B] }]\n';
  expect(check('value-invalid', 'content/projects/a.yaml', project)).toMatchInlineSnapshot(`
    "content/projects/a.yaml:2:8  error  value-invalid  phase is 9
        write 7 or less
    content/projects/a.yaml:3:8  error  value-invalid  hours is 0
        write more than 0
    content/projects/a.yaml:4:30  error  value-invalid  levels is ["B"]
        give it 2 entries or more"
  `);
  expect(check('value-invalid', 'content/resources.yaml', 'id: a\n')).toMatchInlineSnapshot(`
    "content/resources.yaml:1:1  error  value-invalid  this is {"id":"a"}
        write a list instead"
  `);
});

test('value-invalid: the list of retired ids', () => {
  const texts = ['page:python/gil\n', '- page:python/gil: renamed\n- page:python/threads\n-\n'];
  expect(texts.map((text) => check('value-invalid', 'content/retired.yaml', text)).join('\n')).toMatchInlineSnapshot(`
    "content/retired.yaml:1:1  error  value-invalid  this is not a list
        write one key a line, as the check named it: - "item:area/note#do-it"
    content/retired.yaml:1:3  error  value-invalid  entry 1 is not the key of an id
        write one key a line, as the check named it: - "item:area/note#do-it"
    content/retired.yaml:3:2  error  value-invalid  entry 3 is not the key of an id
        write one key a line, as the check named it: - "item:area/note#do-it""
  `);
});
