import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPageFiles } from './page-file.ts';
import { checkPages } from './page-problems.ts';
import { formatProblem } from './problem.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'kb-pages-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const target = path.join(project, 'content/docs', file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

test('a note that nothing leads to and pictures without words are named', () => {
  write('a/index.md', '---\ntitle: A\n---\n');
  write('a/good.md', '---\nlevel: senior\n---\n\n![A box](./box.svg)\n\n```mermaid\n%% alt: A to B\ngraph LR\n```\n');
  write('b/lost.md', '\uFEFF---\nlevel: senior\n---\n\n![](./box.svg)\n\n```mermaid\ngraph LR\n```\n');
  write('es/b/index.md', '---\ntitle: B\n---\n');
  expect(
    checkPages(readPageFiles(path.join(project, 'content/docs'), project, ['es'])).map(formatProblem),
  ).toMatchInlineSnapshot(`
    [
      "content/docs/b/lost.md:1:1  area-overview  this note's area has no overview, so no page leads to it
        write content/docs/b/index.md",
      "content/docs/b/lost.md:5:1  picture-words  this picture says nothing to those who do not see it
        say what it shows: ![words](./picture.svg), or %% alt: words as the first line of a mermaid fence",
      "content/docs/b/lost.md:7:1  picture-words  this picture says nothing to those who do not see it
        say what it shows: ![words](./picture.svg), or %% alt: words as the first line of a mermaid fence",
    ]
  `);
});
