/** The line that a problem stands on, with a caret below its place, as compilers show it. */
import type { Position } from './problem.ts';

/** Characters of a line that are shown: paragraphs of a note often stand on one line. */
const WIDTH = 96;
const BEFORE = 40;

/**
 * @param lines of the file
 * @returns nothing where there is no such line, or nothing on it
 * @example formatFrame(['- [ ] Explain it'], { line: 1, column: 3 }) // '1 │ - [ ] Explain it\n  │   ^'
 */
export function formatFrame(lines: readonly string[], { line, column }: Position): string {
  const text = (lines[line - 1] ?? '').replaceAll('\t', ' ');
  if (text.trim() === '') return '';
  const at = Math.min(column - 1, text.length);
  const start = text.length <= WIDTH ? 0 : Math.max(0, Math.min(at - BEFORE, text.length - WIDTH));
  const shown = text.slice(start, start + WIDTH);
  const left = start > 0 ? '…' : '';
  const right = start + WIDTH < text.length ? '…' : '';
  const number = String(line);
  const indent = ' '.repeat(at - start + left.length);
  return `${number} │ ${left}${shown}${right}\n${' '.repeat(number.length)} │ ${indent}^`;
}
