/** Every Python and SQL block that runs in the page prints there what the page shows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExecutor } from '../../src/cli/execute/executor.ts';
import { findMismatch } from '../../src/cli/execute/mismatch.ts';
import { getBlockMode } from '../../src/content/fence.ts';
import { listPageBlocks } from './page-blocks.ts';

const executor = createExecutor();
afterAll(() => executor.close());

for (const { file, blocks } of listPageBlocks((block) => getBlockMode(block) === 'run')) {
  describe(file, () => {
    beforeAll(() => executor.startPage());
    for (const block of blocks) {
      test(`${file}:${block.line} prints what is shown`, async () => {
        expect(findMismatch(block, await executor.run(block))).toBeUndefined();
      });
    }
  });
}
