/** `npm run check -- --run` and `--fix-output`, on the examples of the codes that only running finds. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { checkOutputs } from '../../src/cli/check/outputs.ts';
import { createExecutor } from '../../src/cli/execute/executor.ts';
import { readExample } from '../../src/content/codes/example.ts';
import type { Code } from '../../src/content/codes/table.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { formatProblem } from '../../src/content/problem.ts';

const project = mkdtempSync(path.join(tmpdir(), 'kb-outputs-'));
// One for all: each would start Python anew.
const executor = createExecutor({ project });

afterEach(() => rmSync(path.join(project, 'content'), { recursive: true, force: true }));
afterAll(async () => {
  await executor.close();
  rmSync(project, { recursive: true, force: true });
});

function write(code: Code, kind: 'fail' | 'pass'): void {
  for (const { path: file, shown } of readExample(code, kind)) writeFile(file, shown);
}

function writeFile(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

async function run(isFixing = false) {
  const files = openDiskFiles(project);
  const { problems, notes } = await checkOutputs(project, files, files.list(), { isFixing, executor });
  return { problems: problems.map(formatProblem), notes };
}

test('the examples of codes that running finds say what differs, and pass when mended', async () => {
  const codes = ['output-missing', 'output-differs', 'timeline-differs', 'code-raised'] as const;
  for (const code of codes) write(code, 'fail');
  const { problems: said } = await run();
  for (const code of codes) write(code, 'pass');
  expect((await run()).problems).toEqual([]);
  expect(`\n${said.toSorted().join('\n')}`).toMatchInlineSnapshot(`
    "
    content/docs/dicts.md:10:1  error  code-raised  the block raised KeyError: 'coffee', and its fence does not say so
        mend the block, or let its fence say raises=KeyError
    content/docs/floats.md:13:1  error  output-differs  the page shows "0.3", and the block printed "0.30000000000000004"
        if that is right, --fix-output writes it into the page; if not, mend the block
    content/docs/tasks.md:20:1  error  timeline-differs  the page shows "main 0..2 done", and the tasks did "main 0..3 done"
        if that is right, --fix-output writes it into the page; if not, mend the block
    content/docs/truthiness.md:8:1  error  output-missing  the block printed "empty", and no output follows it
        if that is right, --fix-output writes it into the page; if not, mend the block"
  `);
});

test('real output is written into the page, and nothing else of it changes', async () => {
  const fence = '```';
  const page = (first: string, second: string) => `---
id: a
title: A
---

1. In a list:

   ${fence}python run
   print("one\\n${fence}\\ntwo")
   ${fence}
${first}
${fence}python run
print(6 * 7)
${fence}

${fence}output
${second}
${fence}

${fence}python run
raise KeyError("left alone")
${fence}

${fence}python cpython
import sys; print(sys.version_info.major)
${fence}

${fence}output sample="somewhere"
2
${fence}
`;
  writeFile('content/docs/a.md', page('', '41'));
  const { problems, notes } = await run(true);
  expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
    expect.stringContaining('code-raised  the block raised KeyError'),
  ]);
  expect(notes).toEqual(['4 blocks ran.', 'content/docs/a.md: 2 outputs written.']);
  const written = readFileSync(path.join(project, 'content/docs/a.md'), 'utf8');
  expect(written).toBe(page('\n   ````output\n   one\n   ```\n   two\n   ````\n', '42'));
  expect((await run(true)).notes).toEqual(['4 blocks ran.']);
});

test('what tasks did is written below what the block printed', async () => {
  const block = `\`\`\`python run timeline
import asyncio


async def main() -> None:
    await asyncio.sleep(1)
    print("slept")


asyncio.run(main())
\`\`\`
`;
  const head = '---\nid: a\ntitle: A\n---\n\n';
  const output = '\n```output\nslept\n```\n';
  const timeline = (to: number) => `\n\`\`\`timeline\nmain 0..${to} done\n  sleep 0..${to} at 5\n\`\`\`\n`;
  const page = (text: string) => writeFile('content/docs/a.md', head + text);
  for (const wrong of [block, block + output, block + timeline(2), block + output + timeline(2)]) {
    page(wrong);
    expect((await run(true)).problems).toEqual([]);
    expect(readFileSync(path.join(project, 'content/docs/a.md'), 'utf8')).toBe(head + block + output + timeline(1));
  }
  expect((await run()).problems).toEqual([]);
});

test('what an example prints is written below the fence that shows it, and a block imports what stands beside it', async () => {
  writeFile('content/examples/shop/prices.py', 'TAX = 2\n');
  writeFile(
    'content/examples/shop/orders.py',
    'from prices import TAX\n\n# region: total\nprint(5 + TAX)\n# endregion\n',
  );
  const page = (printed: string) => `---
id: a
title: A
---

\`\`\`python example=shop/orders.py#total
\`\`\`
${printed}
\`\`\`python cpython with=shop/prices.py
import os, prices

print(prices.TAX, sorted(os.listdir()))
\`\`\`

\`\`\`output
2 ['main.py', 'prices.py']
\`\`\`
`;
  writeFile('content/docs/a.md', page(''));
  expect((await run()).problems.map((problem) => problem.split('\n')[0])).toEqual([
    'content/docs/a.md:6:1  error  output-missing  the block printed "7", and no output follows it',
  ]);
  await run(true);
  expect(readFileSync(path.join(project, 'content/docs/a.md'), 'utf8')).toBe(page('\n```output\n7\n```\n'));
});
