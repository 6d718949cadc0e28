/** Whatever a vault holds, what comes of it passes the check, and its words are there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '../../content/check/check-content.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { isError } from '../../content/problem.ts';
import { createExampleSite, EXAMPLE_PAGES } from '../new/example-site.ts';
import { planImport } from './import-vault.ts';

function importNotes(
  notes: Readonly<Record<string, string>>,
  images: readonly string[] = [],
  site = createExampleSite(),
) {
  const plan = planImport(
    {
      notes: Object.entries(notes).map(([path, text]) => ({ path, text })),
      images: images.map((path) => ({ path, text: undefined })),
    },
    { ...site, area: 'vault', areaTitle: 'Vault', level: 'intermediate' },
  );
  const pictures = plan.images.map(({ target }) => [target, new Uint8Array()] as const);
  const all = createMemoryFiles({ ...EXAMPLE_PAGES, ...plan.texts, ...Object.fromEntries(pictures) });
  const errors = checkContent(all, site.site, { today: site.today }).filter(isError);
  return {
    ...plan,
    errors: errors.filter(({ file }) => !file.startsWith('content/i18n')),
    bodies: Object.fromEntries(
      plan.notes.map(({ path, target }) => [path, plan.texts[target]?.replace(/^---\n.*?\n---\n\n/s, '').trimEnd()]),
    ),
    said: plan.remarks.map(({ file, message }) => `${file}: ${message}`),
  };
}

const countWords = (text: string) => text.split('word').length - 1;

const VAULT = {
  'Start here.md': `---
aliases: [Home base]
tags: [moc, python]
---
# Start here

Read [[Memory Model|the model]], [[memory model#How it works]] and [[Memory Model#^claim]].
Also [[Nowhere]], [[Home base]], [[#Second part]], [a file](Deep/Memory%20Model.md#How%20it%20works), [gone](gone.md) and [out](https://example.org).

![[Cat picture.png|300]] ![[Deep/dog.jpg|A dog]] ![](Deep/dog.jpg) ![[Memory Model]] ![[song.mp3]]

> [!warning]- Careful with [[Nowhere|that]]
> ==Never== do %%really%% this.

## Second part

- [ ] Explain [[Memory Model]] ^Explain-It
- [x] Second part
- plain ^plain

| a | b |
| - | - |
| [[Memory Model\\|in a table]] | \`[[code]]\` |

\`\`\`python
print("[[not a link]]")
\`\`\`

\`\`\`mermaid
graph TD
  a --> b
\`\`\`
`,
  'Deep/Memory Model.md': `Intro with <img src="dog.jpg" width="20"> inline. ^claim

# How it works

![[Start here]]

## Details
`,
};

test('a small vault, construct by construct', () => {
  const { errors, bodies, texts, images, said } = importNotes(VAULT, ['Cat picture.png', 'Deep/dog.jpg', 'unused.png']);
  expect(errors).toEqual([]);
  expect(Object.keys(texts)).toEqual([
    'content/docs/vault/index.md',
    'content/docs/vault/start-here.md',
    'content/docs/vault/deep/memory-model.md',
  ]);
  expect(images.map(({ target }) => target)).toEqual([
    'content/docs/vault/cat-picture.png',
    'content/docs/vault/deep/dog.jpg',
  ]);
  expect(bodies).toMatchInlineSnapshot(`
    {
      "Deep/Memory Model.md": "Intro with ![dog](./dog.jpg) inline. <!-- ^claim -->

    ## How it works

    [Start here](../start-here.md)

    ### Details",
      "Start here.md": "Read [the model](./deep/memory-model.md), [memory model \\> How it works](./deep/memory-model.md#how-it-works) and [Memory Model](./deep/memory-model.md).
    Also [[Nowhere]], [Home base](./start-here.md), [Second part](#second-part), [a file](./deep/memory-model.md#how-it-works), gone (\`gone.md\`) and [out](https://example.org).

    ![Cat picture](./cat-picture.png) ![A dog](./deep/dog.jpg) ![dog](./deep/dog.jpg) [Memory Model](./deep/memory-model.md) ![[song.mp3]]

    <details>
    <summary>Careful with that</summary>

    <mark>Never</mark> do <!-- really --> this.

    </details>

    ## Second part

    - [ ] Explain [Memory Model](./deep/memory-model.md) ^explain-it
    - [x] Second part ^second-part-2
    - plain <!-- ^plain -->

    | a | b |
    | - | - |
    | [in a table](./deep/memory-model.md) | \`[[code]]\` |

    \`\`\`python norun="imported, not run here yet"
    print("[[not a link]]")
    \`\`\`

    \`\`\`mermaid
    %% alt: Diagram of Start here
    graph TD
      a --> b
    \`\`\`",
    }
  `);
  expect(texts['content/docs/vault/start-here.md']?.split('\n\n', 1)[0]).toMatchInlineSnapshot(`
    "---
    id: vault/start-here
    title: Start here
    description: Read the model, memory model > How it works and Memory Model. Also [[Nowhere]], Home base, Second part, a file, gone (gone.md) and out.
    level: intermediate
    minutes: 1
    verified:
      date: 2026-11-24
      versions:
        - imported, not checked yet
    sources: []
    # aliases:
    #   - Home base
    # tags:
    #   - moc
    #   - python
    ---"
  `);
  expect(said).toMatchInlineSnapshot(`
    [
      "Start here.md: the link to gone.md leads nowhere here and was kept as text",
      "Start here.md: nobody has written what dog.jpg shows; its name stands there",
      "Start here.md: [[Nowhere]] leads nowhere here and was kept as text",
      "Start here.md: Cat picture.png is shown as wide as the page lets it, not 300",
      "Start here.md: nobody has written what Cat picture.png shows; its name stands there",
      "Start here.md: ![[Memory Model]] shows another note in its place; here it is a link to it",
      "Start here.md: ![[song.mp3]] leads nowhere here and was kept as text",
      "Deep/Memory Model.md: Deep/dog.jpg is shown as wide as the page lets it, not 20",
      "Deep/Memory Model.md: nobody has written what dog.jpg shows; its name stands there",
      "Deep/Memory Model.md: ![[Start here]] shows another note in its place; here it is a link to it",
      "unused.png: no note shows it, so it was left out",
    ]
  `);
});

test('names that are the same once they are addresses get numbers, and nothing that is there is replaced', () => {
  const there = { ...EXAMPLE_PAGES, 'content/docs/vault/index.md': '---\nid: vault\ntitle: Vault\n---\n\nText.\n' };
  const site = createExampleSite({
    ...there,
    'content/docs/vault/a-b.md': '---\nid: vault/a-b\ntitle: A\n---\n\nA.\n',
  });
  const { texts, bodies } = importNotes(
    { 'A b.md': 'One', 'a-b.md': 'Two', 'A-B.md': '[[a b]] [[a-b]]', '名.md': 'x' },
    [],
    site,
  );
  expect(Object.keys(texts)).toEqual([
    'content/docs/vault/a-b-2.md',
    'content/docs/vault/a-b-3.md',
    'content/docs/vault/a-b-4.md',
    'content/docs/vault/note.md',
  ]);
  expect(bodies['A-B.md']).toBe('[a b](./a-b-2.md) [a-b](./a-b-3.md)');
});

test('notes that show each other in a circle are links', () => {
  const { errors, bodies } = importNotes({ 'a.md': '![[b]]', 'b.md': '![[a]] ![[b]]' });
  expect(errors).toEqual([]);
  expect(bodies).toEqual({ 'a.md': '[b](./b.md)', 'b.md': '[a](./a.md) [b](./b.md)' });
});

test('a draft stays one, and published notes name it without a link', () => {
  const { errors, bodies, texts } = importNotes({
    'a.md': 'See [[b|this]] or [it](b.md).',
    'b.md': '---\ndraft: true\n---\n[[a]]',
  });
  expect(errors).toEqual([]);
  expect(bodies).toEqual({ 'a.md': 'See this or it (`b.md`).', 'b.md': '[a](./a.md)' });
  expect(texts['content/docs/vault/b.md']).toContain('draft: true');
});

test('anything that is typed passes the check, and no word is lost', () => {
  const pieces = fc.constantFrom(
    ...[
      'word',
      ' ',
      '\n',
      '\n\n',
      '# ',
      '## H',
      '[[a]]',
      '[[b#H|x]]',
      '![[a]]',
      '![[p.png|9]]',
      '> [!note] T\n> q',
      '> ',
    ],
    ...[
      '- [ ] do',
      '- [x] H ^h',
      ' ^id',
      '```py\n',
      '```\n',
      '%%',
      '==',
      '<img src="p.png">',
      '<a href="a.md">x</a>',
      ':::',
    ],
    ...[
      '![](p.png)',
      '[x](b.md#H)',
      '[x](no.md)',
      '[r]: no.md',
      '[r]',
      '![r]',
      '| a |\n| - |\n',
      '[[',
      ']]',
      '$x$',
      '---\n',
    ],
    ...[
      '<details>',
      '=====',
      '\t',
      '1. ',
      '{',
      '\\',
      '`',
      '😀',
      '[^1]',
      '[^1]: f',
      ':::note[x]\n',
      '<!--',
      '-->',
      '"',
      '/x',
    ],
  );
  const text = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { errors, texts } = importNotes({ 'a.md': a, 'b.md': b }, ['p.png']);
      expect(errors).toEqual([]);
      for (const [path, given] of [
        ['a', a],
        ['b', b],
      ] as const) {
        // The description repeats words of the text.
        const written = texts[`content/docs/vault/${path}.md`]?.replace(/^description: .*$/m, '') ?? '';
        expect(countWords(written)).toBeGreaterThanOrEqual(countWords(given));
      }
    }),
    { numRuns: 15 },
  );
});
