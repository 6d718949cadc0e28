import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getBlockMode, isExecuted, parseFenceMeta, readCodeBlocks, readFences } from './fence.ts';

describe('the words after a fence’s language', () => {
  test('are flags and values, quoted or bare', () => {
    const { flags, values } = parseFenceMeta('run group=cells stdin="a\\nb" norun="needs \\"it\\"" raises=');
    expect([...flags]).toEqual(['run']);
    expect(Object.fromEntries(values)).toEqual({ group: 'cells', stdin: 'a\nb', norun: 'needs "it"', raises: '' });
  });

  test('keep their order and their places', () => {
    expect(parseFenceMeta(' run  title="a b" {1-3}').words).toEqual([
      { text: 'run', name: 'run', value: undefined, offset: 1 },
      { text: 'title="a b"', name: 'title', value: 'a b', offset: 6 },
      { text: '{1-3}', name: '', value: undefined, offset: 18 },
    ]);
  });

  test('that mark text for the highlighter are not ours, whatever they say', () => {
    const { words, flags, values } = parseFenceMeta(
      `"run" 'cpython' /group=a/ {"run":1-2} ins={4} del="norun" mark=/a b/ title = "run it"`,
    );
    expect([...flags]).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({ ins: '{4}', del: 'norun', mark: '/a b/', title: 'run it' });
    expect(words.map(({ text }) => text)).toEqual([
      ...['"run"', "'cpython'", '/group=a/', '{"run":1-2}'],
      ...['ins={4}', 'del="norun"', 'mark=/a b/', 'title = "run it"'],
    ]);
  });

  test('may hold quotes: other ones, or where a backslash is lost to the Markdown parser, inside of words', () => {
    const [fence] = readFences(`\`\`\`python norun='needs "it" now' stdin="a\\"b" run\n\`\`\``, 'md');
    expect(fence?.meta.values.get('norun')).toBe('needs "it" now');
    expect(fence?.meta.values.get('stdin')).toBe('a"b');
    expect(fence?.meta.flags.has('run')).toBe(true);
  });

  test.each([null, undefined, '', '  '])('may be missing: %j', (meta) => {
    expect(parseFenceMeta(meta)).toEqual({ words: [], flags: new Set(), values: new Map() });
  });

  test('cover the meta from left to right, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`ab="'/{}\\ \t1`) }), (meta) => {
        let end = 0;
        for (const { text, offset } of parseFenceMeta(meta).words) {
          expect(meta.slice(end, offset).trim()).toBe('');
          expect(meta.slice(offset, offset + text.length)).toBe(text);
          end = offset + text.length;
        }
        expect(meta.slice(end).trim()).toBe('');
      }),
    );
  });
});

const NOTE = `---
title: |
  \`\`\`python run
---

\`\`\`python run
print(1)
\`\`\`

Some words.

\`\`\`output sample="CPython 3.11"
1
\`\`\`

- in a list

  \`\`\`python cpython
  print(2)
  \`\`\`

\`\`\`sql run
SELECT 1
\`\`\`

\`\`\`\`python norun="no network"
print('''
\`\`\`
''')
\`\`\`\`

\`\`\`python
x = 1
\`\`\`
`;

test.each(['md', 'mdx'] as const)('blocks of a %s text are found with their lines and outputs', (format) => {
  const blocks = readCodeBlocks(NOTE, format);
  expect(blocks.map((block) => [block.line, block.lang, getBlockMode(block), block.code, block.output?.code])).toEqual([
    [6, 'python', 'run', 'print(1)', '1'],
    [18, 'python', 'cpython', 'print(2)', undefined],
    [22, 'sql', 'run', 'SELECT 1', undefined],
    [26, 'python', 'norun', "print('''\n```\n''')", undefined],
    [32, 'python', 'unlabelled', 'x = 1', undefined],
  ]);
  expect(blocks.map(isExecuted)).toEqual([true, true, true, false, false]);
});

test('CPython runs no SQL', () => {
  expect(readCodeBlocks('```sql cpython\n```', 'md').map(getBlockMode)).toEqual(['unlabelled']);
});

test('the lines of a fence are those of its back-ticks', () => {
  expect(readFences('a\n\n```output\n1\n2\n```\n', 'md')[0]).toMatchObject({ line: 3, column: 1, endLine: 6 });
});

test.each([
  ['```python run', 1, 11],
  ['- ```python  run {1} \n', 3, 14],
  ['> ~~~ python run\r\n> ~~~', 3, 14],
  ['```python', 1, undefined],
  ['```python run title="a \\" b"', 1, undefined],
])('the column of a fence and of its words: %j', (source, column, metaColumn) => {
  expect(readFences(source, 'md')[0]).toMatchObject({ column, metaColumn });
});
