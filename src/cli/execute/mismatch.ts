/** Whether a block did what its page says. */
import type { Code } from '../../content/codes/table.ts';
import type { CodeBlock } from '../../content/fence.ts';
import type { Position, Problem } from '../../content/problem.ts';
import { formatOutcome, normalizeOutput, type Outcome } from './outcome.ts';

const FIX = 'if that is right, --fix-output writes it into the page; if not, mend the block';

/** Compares an outcome with what the page says; `undefined` when all is as written. */
export function findMismatch(block: CodeBlock, outcome: Outcome): Omit<Problem, 'file'> | undefined {
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
  if (block.output?.meta.values.has('sample')) return undefined;
  return compareOutput(block, normalizeOutput(formatOutcome(outcome)));
}

function compareOutput(block: CodeBlock, got: string): Omit<Problem, 'file'> | undefined {
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
