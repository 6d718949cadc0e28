import { expect, test } from 'vitest';
import { listFetchedFiles, listOverBudget, PARTS, sumBytes } from './page-bytes.ts';

const FILES: Readonly<Record<string, string>> = {
  'gil/index.html': `<link rel="canonical" href="/study/gil/"><link rel="shortcut icon" href="/study/mark.svg">
    <link rel="stylesheet" href="/study/_astro/common.Cn6zYssi.css"><link rel="stylesheet" href="/study/_astro/later.abcdefgh.css" disabled>
    <link rel="stylesheet" href="/study/_astro/print.Ab-12_xy.css" media="print">
    <script type="module" src="/study/_astro/page.cNngjUgL.js"></script><script src="https://elsewhere.org/a.js"></script>
    <img src="/study/seen.svg"><img src="/study/below.svg" loading="lazy">`,
  'mark.svg': '<svg/>',
  'seen.svg': '<svg></svg>',
  '_astro/common.Cn6zYssi.css': 'p{color:red}',
  '_astro/print.Ab-12_xy.css': 'p{color:#000}',
  '_astro/page.cNngjUgL.js': `import{a}from"./shared.B8xY_1-z.js";import"./side.12345678.js";import("./later.87654321.js");`,
  '_astro/shared.B8xY_1-z.js': `import './side.12345678.js';export const a = 1`,
  '_astro/side.12345678.js': '1',
};

async function read(file: string): Promise<Buffer> {
  const text = FILES[file];
  if (text === undefined) throw new Error(`${file} is not fetched`);
  return Buffer.from(text);
}

test('a first visit fetches styles, scripts with what they import, and pictures, each once, and nothing that waits', async () => {
  const files = await listFetchedFiles('gil/', '/study/', read);
  expect(files.map(({ file, part }) => `${part} ${file}`)).toEqual([
    'html gil/index.html',
    'media mark.svg',
    'css _astro/common.Cn6zYssi.css',
    'css _astro/print.Ab-12_xy.css',
    'js _astro/page.cNngjUgL.js',
    'js _astro/shared.B8xY_1-z.js',
    'js _astro/side.12345678.js',
    'media seen.svg',
  ]);
});

test('the sum is of all parts, or of one', async () => {
  const files = await listFetchedFiles('gil/', '/study/', read);
  const parts = PARTS.map((part) => sumBytes(files, part));
  expect(Math.min(...parts)).toBeGreaterThan(0);
  expect(sumBytes(files)).toBe(parts.reduce((sum, bytes) => sum + bytes, 0));
});

test('what is over its budget is told with its files, the largest first', () => {
  const files = [
    { file: '_astro/small.js', part: 'js', bytes: 400 },
    { file: '_astro/large.js', part: 'js', bytes: 800 },
    { file: '_astro/a.css', part: 'css', bytes: 900 },
  ] as const;
  expect(listOverBudget(files, { js: 1.2, css: 0.9 })).toEqual([]);
  expect(listOverBudget(files, { js: 1.1, css: 0.9 })).toMatchInlineSnapshot(`
    [
      "js: 1.2 kB, budget 1.1 kB: _astro/large.js 800, _astro/small.js 400",
    ]
  `);
});
