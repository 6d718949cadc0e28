/** Runs the blocks of pages and compares what they print with what the page shows; writes the real output if asked. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatOf } from '../../content/document.ts';
import { type CodeBlock, type Fence, isExecuted, readCodeBlocks } from '../../content/fence.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { isPagePath } from '../../content/page.ts';
import type { Problem } from '../../content/problem.ts';
import { createExecutor, type Executor } from '../execute/executor.ts';
import { findMismatch, findServerMismatch } from '../execute/mismatch.ts';
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

export interface OutputOptions {
  /** Whether real output is written into the pages. */
  readonly isFixing: boolean;
  /** One that runs already, since starting one takes seconds; the caller closes it. */
  readonly executor?: Executor;
}

/**
 * @param project absolute path that the paths are relative to
 * @param paths of the pages to run; other files are passed over
 */
export async function checkOutputs(
  project: string,
  files: ContentFiles,
  paths: readonly string[],
  { isFixing, executor: given }: OutputOptions,
): Promise<OutputCheck> {
  const executor = given ?? createExecutor({ project });
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
      const again = await executor.runOnServer(block);
      if (again !== undefined && 'missing' in again)
        notes.push(`${file}:${block.line} was not run on a PostgreSQL server: this machine lacks ${again.missing}.`);
      if (mismatch === undefined) {
        const other =
          again !== undefined && 'outcome' in again
            ? findServerMismatch(block, again.outcome, again.version)
            : undefined;
        if (other !== undefined) problems.push({ file, ...other });
        continue;
      }
      if (isFixing && mismatch.code !== 'code-raised') fixes.push({ block, outcome });
      else problems.push({ file, ...mismatch });
    }
    if (fixes.length === 0) continue;
    writeFileSync(path.join(project, file), applyOutputs(text, fixes));
    notes.push(`${file}: ${fixes.length === 1 ? '1 output' : `${fixes.length} outputs`} written.`);
  }
  if (given === undefined) await executor.close();
  return { problems, notes: [`${ran === 1 ? '1 block' : `${ran} blocks`} ran.`, ...notes] };
}

/** What running came to, or what this machine lacks for it. */
async function tryRun(executor: Executor, block: CodeBlock): Promise<Outcome | string> {
  const missing = await executor.findMissing(block);
  return missing.length > 0 ? missing.join(', ') : executor.run(block);
}

/**
 * Replaces or adds the fences of outputs and timelines, from the last block to the first so that line numbers stay true. A fence in a
 * list is indented, and so is its output.
 */
function applyOutputs(source: string, fixes: readonly Fix[]): string {
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = source.split(/\r?\n/);
  for (const { block, outcome } of fixes.toReversed()) {
    const indent = /^\s*/.exec(lines[block.line - 1] ?? '')?.[0] ?? '';
    const { output, timeline } = block;
    const shift = (text: string) => text.split('\n').map((line) => (indent + line).trimEnd());
    const added = (lang: string, text: string): string[] => {
      const marker = indent + fenceAround(shift(text));
      return ['', `${marker}${lang}`, ...shift(text), marker];
    };
    // From the last fence to the first, so that the places of the others stay true.
    if (outcome.timeline !== undefined) {
      if (timeline !== undefined) replaceFence(lines, timeline, shift(outcome.timeline));
      else lines.splice((output ?? block).endLine, 0, ...added('timeline', outcome.timeline));
    }
    if (output?.meta.values.has('sample')) continue;
    const printed = formatOutcome(outcome).trimEnd();
    if (output !== undefined) replaceFence(lines, output, shift(printed));
    else if (normalizeOutput(printed) !== '') lines.splice(block.endLine, 0, ...added('output', printed));
  }
  return lines.join(lineEnd);
}

function replaceFence(lines: string[], { line, endLine }: Fence, texts: readonly string[]): void {
  lines.splice(line, endLine - line - 1, ...texts);
}

/** Longer than any fence that was printed. */
function fenceAround(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`{3,})/.exec(line)?.[1]?.length ?? 0));
  return '`'.repeat(longest + 1);
}
