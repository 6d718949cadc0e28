/** The blocks of every page that are run, page by page. */
import path from 'node:path';
import { formatOf } from '../../src/content/document.ts';
import { type CodeBlock, isExecuted, readCodeBlocks } from '../../src/content/fence.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { isPagePath } from '../../src/content/page.ts';

const files = openDiskFiles(path.resolve(import.meta.dirname, '../..'));

/** @returns the pages that have any, each with those that are wanted */
export function listPageBlocks(
  isWanted: (block: CodeBlock) => boolean,
): { readonly file: string; readonly blocks: readonly CodeBlock[] }[] {
  return files
    .list()
    .filter(isPagePath)
    .map((file) => {
      const blocks = readCodeBlocks(files.read(file).text, formatOf(file));
      return { file, blocks: blocks.filter((block) => isExecuted(block) && isWanted(block)) };
    })
    .filter(({ blocks }) => blocks.length > 0);
}
