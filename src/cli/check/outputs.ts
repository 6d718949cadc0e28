/** Runs the blocks of pages and compares what they print with what the page shows; writes the real output if asked. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatOf } from '../../content/document.ts';
import { type CodeBlock, isExecuted, readCodeBlocks } from '../../content/fence.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { isPagePath } from '../../content/page.ts';
import type { Problem } from '../../content/problem.ts';
import { createExecutor, type Executor } from '../execute/executor.ts';
import { findMismatch } from '../execute/mismatch.ts';
import { formatOutcome, normalizeOutput, type Outcome } from '../execute/outcome.ts';

/** What came of running the blocks. */
export interface OutputCheck {
  readonly problems: readonly Problem[];
  /** Sentences about what could not be run here, and what was written. */
  readonly notes: readonly string[];
}

/** A block whose page shows something else than it printed. */
interface Fix {
  readonly block: CodeBlock;
  readonly outcome: Outcome;
}

/**
 * @param project absolute path that the paths are relative to
 * @param paths of the pages to run; other files are passed over
 */
export async function checkOutputs(
  project: string,
  files: ContentFiles,
  paths: readonly string[],
  { isFixing }: { readonly isFixing: boolean },
): Promise<OutputCheck> {
  const executor = createExecutor();
  const problems: Problem[] = [];
  const notes: string[] = [];
  let ran = 0;
  for (const file of paths.filter(isPagePath)) {
    const { text } = files.read(file);
    const blocks = readCodeBlocks(text, formatOf(file)).filter(isExecuted);
    if (blocks.length === 0) continue;
    await executor.startPage();
    const fixes: Fix[] = [];
    for (const block of blocks) {
      const outcome = await tryRun(executor, block);
      if (typeof outcome === 'string') {
        notes.push(`${file}:${block.line} was not run: this machine lacks ${outcome}.`);
        continue;
      }
      ran += 1;
      const mismatch = findMismatch(block, outcome);
      if (mismatch === undefined) continue;
      if (isFixing && mismatch.code !== 'code-raised') fixes.push({ block, outcome });
      else problems.push({ file, ...mismatch });
    }
    if (fixes.length === 0) continue;
    writeFileSync(path.join(project, file), applyOutputs(text, fixes));
    notes.push(`${file}: ${fixes.length === 1 ? '1 output' : `${fixes.length} outputs`} written.`);
  }
  return { problems, notes: [`${ran === 1 ? '1 block' : `${ran} blocks`} ran.`, ...notes] };
}

/** What running came to, or what this machine lacks for it. */
async function tryRun(executor: Executor, block: CodeBlock): Promise<Outcome | string> {
  const missing = await executor.findMissing(block);
  return missing.length > 0 ? missing.join(', ') : executor.run(block);
}

/**
 * Replaces or adds the output fences, from the last block to the first so that line numbers stay true. A fence in a
 * list is indented, and so is its output.
 */
function applyOutputs(source: string, fixes: readonly Fix[]): string {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = source.split(/\r?\n/);
  for (const { block, outcome } of fixes.toReversed()) {
    const indent = /^\s*/.exec(lines[block.line - 1] ?? '')?.[0] ?? '';
    const printed = formatOutcome(outcome)
      .trimEnd()
      .split('\n')
      .map((line) => (indent + line).trimEnd());
    if (block.output !== undefined) {
      const length = block.output.endLine - block.output.line - 1;
      lines.splice(block.output.line, length, ...printed);
    } else if (normalizeOutput(formatOutcome(outcome)) !== '') {
      const marker = indent + fenceAround(printed);
      lines.splice(block.endLine, 0, '', `${marker}output`, ...printed, marker);
    }
  }
  return lines.join(lineEnd);
}

/** Longer than any fence that was printed. */
function fenceAround(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`{3,})/.exec(line)?.[1]?.length ?? 0));
  return '`'.repeat(longest + 1);
}
