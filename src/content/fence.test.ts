import { describe, expect, test } from 'vitest';
import { getBlockMode, parseFenceMeta, readFences, readPythonBlocks } from './fence.ts';

describe('the words after a fence’s language', () => {
  test('are flags and values, quoted or bare', () => {
    const { flags, values } = parseFenceMeta('run group=cells stdin="a\\nb" norun="needs \\"it\\""');
    expect([...flags]).toEqual(['run']);
    expect(Object.fromEntries(values)).toEqual({ group: 'cells', stdin: 'a\nb', norun: 'needs "it"' });
  });

  test.each([null, undefined, ''])('may be missing: %j', (meta) => {
    expect(parseFenceMeta(meta)).toEqual({ flags: new Set(), values: new Map() });
  });
});

const NOTE = `---
title: A note
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
  const blocks = readPythonBlocks(NOTE, format);
  expect(blocks.map((block) => [block.line, getBlockMode(block), block.code, block.output?.code])).toEqual([
    [5, 'run', 'print(1)', '1'],
    [17, 'cpython', 'print(2)', undefined],
    [25, 'norun', "print('''\n```\n''')", undefined],
    [31, 'unlabelled', 'x = 1', undefined],
  ]);
});

test('the lines of a fence are those of its back-ticks', () => {
  expect(readFences('a\n\n```output\n1\n2\n```\n', 'md')[0]).toMatchObject({ line: 3, endLine: 6 });
});
