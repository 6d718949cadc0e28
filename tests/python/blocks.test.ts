/** Every Python and SQL block of every page that runs prints what the page shows. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createExecutor } from '../../src/cli/execute/executor.ts';
import { findMismatch } from '../../src/cli/execute/mismatch.ts';
import { formatOf } from '../../src/content/document.ts';
import { isExecuted, readCodeBlocks } from '../../src/content/fence.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { isPagePath } from '../../src/content/page.ts';

const executor = createExecutor();
const files = openDiskFiles(path.resolve(import.meta.dirname, '../..'));

for (const file of files.list().filter(isPagePath)) {
  const blocks = readCodeBlocks(files.read(file).text, formatOf(file)).filter(isExecuted);
  if (blocks.length === 0) continue;
  describe(file, () => {
    beforeAll(() => executor.startPage());
    for (const block of blocks) {
      test(`${file}:${block.line} prints what is shown`, async ({ skip }) => {
        const missing = await executor.findMissing(block);
        if (missing.length > 0) {
          console.warn(`${file}:${block.line} is not run: it needs ${missing.join(', ')}`);
          skip(`needs ${missing.join(', ')}`);
        }
        expect(findMismatch(block, await executor.run(block))).toBeUndefined();
      });
    }
  });
}
