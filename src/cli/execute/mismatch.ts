/** Whether a block did what its page says. */
import type { Code } from '../../content/codes/table.ts';
import type { CodeBlock } from '../../content/fence.ts';
import type { Position, Problem } from '../../content/problem.ts';
import { formatOutcome, normalizeOutput, type Outcome } from './outcome.ts';
import { alignPlan } from './server-plan.ts';

type Mismatch = Omit<Problem, 'file'>;

const FIX = 'if that is right, --fix-output writes it into the page; if not, mend the block';

/** Compares an outcome with what the page says; `undefined` when all is as written. */
export function findMismatch(block: CodeBlock, outcome: Outcome): Mismatch | undefined {
  const { error } = outcome;
  const raises = block.meta.values.get('raises');
  if (error !== null && error.type !== raises) {
    // Of a Python exception the last line says what it is, of an SQL error the first.
    const said = error.message.split('\n').at(block.lang === 'sql' ? 0 : -1);
    const promise = raises === undefined ? 'and its fence does not say so' : `and its fence says raises=${raises}`;
    const hint = `mend the block, or let its fence say raises=${error.type}`;
    const line = block.line + (error.line ?? 0);
    const message = `the block raised ${said}, ${promise}`;
    return { line, column: 1, code: 'code-raised', message, hint };
  }
  if (error === null && raises !== undefined) {
    const hint = `mend the block, or take raises=${raises} out`;
    return {
      ...placeOf(block),
      code: 'code-raised',
      message: `the block did not raise ${raises}, as its fence says`,
      hint,
    };
  }
  const isSample = block.output?.meta.values.has('sample');
  const other = isSample ? undefined : compareOutput(block, normalizeOutput(formatOutcome(outcome)));
  return other ?? compareTimeline(block, outcome);
}

/**
 * Compares what a block did on a server with what the page says.
 * @param version “15.20”
 */
export function findServerMismatch(block: CodeBlock, outcome: Outcome, version: string): Mismatch | undefined {
  const shown = block.output && { ...block.output, code: alignPlan(block.output.code, version) };
  const did = { ...outcome, printed: alignPlan(outcome.printed, version) };
  const mismatch = findMismatch({ ...block, output: shown }, did);
  const hint = 'let it say the same on both, or write the oldest version that does on its fence, as in postgres=18';
  return mismatch && { ...mismatch, message: `on PostgreSQL ${version}, ${mismatch.message}`, hint };
}

function compareTimeline({ line, column, timeline: shown }: CodeBlock, { timeline }: Outcome): Mismatch | undefined {
  if (timeline === undefined) return undefined;
  const report = (position: Position, message: string) => ({
    ...position,
    code: 'timeline-differs' as const,
    message,
    hint: FIX,
  });
  if (shown === undefined) return report({ line, column }, 'the block is recorded, and no timeline follows it');
  const [recorded, written] = [timeline.split('\n'), normalizeOutput(shown.code).split('\n')];
  const index = recorded.findIndex((text, position) => text !== written[position]);
  const at = index === -1 ? recorded.length : index;
  const position = { line: shown.line + at + 1, column: 1 };
  const [now, before] = [recorded[at]?.trim(), written[at]?.trim()];
  if (now === undefined && before === undefined) return undefined;
  if (now === undefined) return report(position, `the tasks no longer do ${quote(before ?? '')}`);
  if (before === undefined) return report(position, `the tasks also do ${quote(now)}`);
  return report(position, `the page shows ${quote(before)}, and the tasks did ${quote(now)}`);
}

function compareOutput(block: CodeBlock, got: string): Mismatch | undefined {
  const shown = normalizeOutput(block.output?.code ?? '');
  if (got === shown) return undefined;
  const report = (position: Position, code: Code, message: string) => ({ ...position, code, message, hint: FIX });
  if (block.output === undefined) {
    return report(placeOf(block), 'output-missing', `the block printed ${quote(got)}, and no output follows it`);
  }
  const [printed, written] = [got.split('\n'), shown.split('\n')];
  const index = printed.findIndex((line, position) => line !== written[position]);
  const at = index === -1 ? printed.length : index;
  const position = { line: block.output.line + at + 1, column: 1 };
  const [now, before] = [printed[at], written[at]];
  if (now === undefined) return report(position, 'output-differs', `the block no longer prints ${quote(before ?? '')}`);
  if (got === '')
    return report(position, 'output-differs', `the page shows ${quote(shown)}, and the block printed nothing`);
  if (before === undefined) return report(position, 'output-differs', `the block also prints ${quote(now)}`);
  return report(position, 'output-differs', `the page shows ${quote(before)}, and the block printed ${quote(now)}`);
}

function placeOf({ line, column }: Position): Position {
  return { line, column };
}

const MAX_SHOWN = 80;

function quote(text: string): string {
  const [first = '', ...more] = text.split('\n');
  if (text === '') return 'an empty line';
  const shown = first.length > MAX_SHOWN ? `${first.slice(0, MAX_SHOWN)}…` : first;
  return more.length > 0 ? `"${shown}" and ${more.length} more lines` : `"${shown}"`;
}
