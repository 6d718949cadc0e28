/** What running a block came to, and whether that is what its page says. */
import type { CodeBlock } from '../../content/fence.ts';

/** `printed` is stdout and stderr in the order they came; `line` is 1-based within the block. */
export interface Outcome {
  readonly printed: string;
  readonly error: { type: string; message: string; line: number | null } | null;
}

/** Makes memory addresses and trailing white space equal, since neither says anything to a reader. */
export function normalizeOutput(text: string): string {
  return text
    .replace(/0x[0-9a-f]+/gi, '0x…')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** What the page should show: everything printed, then the last lines of an uncaught exception. */
export function formatOutcome({ printed, error }: Outcome): string {
  const separator = printed === '' || printed.endsWith('\n') ? '' : '\n';
  return error === null ? printed : `${printed}${separator}${error.message}\n`;
}

/**
 * Compares an outcome with what the page says.
 * @returns a sentence that says what differs, or `undefined` when all is as written
 */
export function findMismatch(block: CodeBlock, outcome: Outcome): string | undefined {
  const raises = block.meta.values.get('raises');
  const { error } = outcome;
  if (error !== null && error.type !== raises) {
    const where = error.line === null ? '' : ` (line ${error.line} of the block)`;
    const promise = raises === undefined ? '' : `; the fence says raises=${raises}`;
    return `raised ${error.message}${where}${promise}`;
  }
  if (error === null && raises !== undefined) return `did not raise ${raises}, which its fence says`;
  if (block.output?.meta.values.has('sample')) return undefined;
  const got = normalizeOutput(formatOutcome(outcome));
  const shown = normalizeOutput(block.output?.code ?? '');
  if (got === shown) return undefined;
  if (block.output === undefined) return `printed this, and no \`\`\`output fence follows it:\n${got}`;
  return `the page shows\n${shown}\nbut it printed\n${got}`;
}
