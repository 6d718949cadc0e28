/**
 * Every block that runs outside of the page prints what the page shows: scripts on CPython, with the servers that they
 * need, and the page's SQL once more on a PostgreSQL server. They wait for others most of the time, so that they go beside
 * those of blocks.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExecutor } from '../../src/cli/execute/executor.ts';
import { findMismatch, findServerMismatch } from '../../src/cli/execute/mismatch.ts';
import type { Outcome } from '../../src/cli/execute/outcome.ts';
import { createQueue } from '../../src/cli/execute/queue.ts';
import { type CodeBlock, getBlockMode, isPostgres } from '../../src/content/fence.ts';
import { listPageBlocks } from './page-blocks.ts';

const executor = createExecutor();
afterAll(() => executor.close());

/** Two at once; those that talk to a server one after the other, since they share its data. */
const scripts = createQueue(2);
const guests = createQueue(1);

/** Milliseconds for a test: most of them is waiting in line, and a script that hangs is ended long before. */
const PATIENCE = 15 * 60_000;

/** What came of a script, or what it needs and this machine lacks. */
type Result = { readonly outcome: Outcome } | { readonly missing: string };

async function run(block: CodeBlock): Promise<Result> {
  const missing = await executor.findMissing(block);
  return missing.length > 0 ? { missing: missing.join(', ') } : { outcome: await executor.run(block) };
}

function startScript(block: CodeBlock): Promise<Result> {
  const start = () => scripts(() => run(block));
  const result = block.meta.values.has('needs') ? guests(start) : start();
  // Its test reports it; until then nobody listens.
  result.catch(() => {});
  return result;
}

/**
 * A server tidies up when it likes: while it analyzes a table, nothing that died since can be vacuumed away. What differs
 * once is run again, after the blocks before it.
 */
async function runAgain(blocks: readonly CodeBlock[], block: CodeBlock): Promise<unknown> {
  await executor.startPage();
  const before = blocks.slice(0, blocks.indexOf(block) + 1).filter(isPostgres);
  const results: Awaited<ReturnType<typeof executor.runOnServer>>[] = [];
  for (const one of before) results.push(await executor.runOnServer(one));
  const last = results.at(-1);
  return last === undefined || 'missing' in last ? last : findServerMismatch(block, last.outcome, last.version);
}

const isScript = (block: CodeBlock) => getBlockMode(block) !== 'run';

for (const { file, blocks } of listPageBlocks((block) => isScript(block) || isPostgres(block))) {
  describe(file, () => {
    beforeAll(() => executor.startPage());
    for (const block of blocks) {
      if (isScript(block)) {
        const started = startScript(block);
        test(`${file}:${block.line} prints what is shown`, { timeout: PATIENCE }, async ({ skip }) => {
          const result = await started;
          if ('missing' in result) {
            console.warn(`${file}:${block.line} is not run: it needs ${result.missing}`);
            return skip(`needs ${result.missing}`);
          }
          expect(findMismatch(block, result.outcome)).toBeUndefined();
        });
      } else {
        test(`${file}:${block.line} prints it on a PostgreSQL server, too`, async ({ skip }) => {
          const result = await executor.runOnServer(block);
          if (result === undefined || 'missing' in result) {
            console.warn(`${file}:${block.line} is not run on a PostgreSQL server: it needs ${result?.missing}`);
            return skip(`needs ${result?.missing}`);
          }
          const mismatch = findServerMismatch(block, result.outcome, result.version);
          if (mismatch !== undefined) expect(await runAgain(blocks, block)).toBeUndefined();
        });
      }
    }
  });
}
