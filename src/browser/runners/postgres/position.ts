/** Places in SQL text. PostgreSQL counts characters from 1, JavaScript UTF-16 units from 0, a `CodePlace` columns from 0. */
import type { CodePlace } from '../runner.ts';
import type { Statement } from './statement.ts';

/** Where a statement stands in the text that it was split from. */
export function placeOf(sql: string, { text, offset }: Statement): CodePlace {
  return placeBetween(sql, offset, offset + text.length);
}

/**
 * What an error points at: from the character that PostgreSQL names to the end of that word, or that one character.
 * @param position of the statement's text, as the server counts
 */
export function placeOfError(sql: string, { text, offset }: Statement, position: number): CodePlace {
  const start = offset + [...text].slice(0, position - 1).join('').length;
  const [word = ''] = /^([\p{L}\p{N}_$]+|"[^"]*"|\S?)/u.exec(sql.slice(start)) ?? [];
  return placeBetween(sql, start, start + word.length);
}

function placeBetween(sql: string, start: number, end: number): CodePlace {
  const from = lineAndColumn(sql, start);
  const to = lineAndColumn(sql, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function lineAndColumn(sql: string, offset: number): { readonly line: number; readonly column: number } {
  const before = sql.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') - 1 };
}
