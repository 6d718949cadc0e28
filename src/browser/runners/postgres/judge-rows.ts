/** Compares the rows of an answer with those of the solution. */
import type { RowOrder } from '../../../domain/sql-check.ts';
import { type GradeWords, sayGrade } from './grade-words.ts';
import { formatTable, type Table } from './table.ts';
import type { Verdict } from './verdict.ts';

/** Rows of a table that a message shows. */
const SHOWN = 8;
type Row = Table['rows'][number];

export function judgeRows(got: Table | undefined, expected: Table, order: RowOrder, words: GradeWords): Verdict {
  if (got === undefined) return { message: words.noRows };
  const names = [got, expected].map(({ columns }) => columns.map(({ name }) => name).join(', '));
  if (names[0] !== names[1]) return { message: words.columns, got: names[0] ?? '', expected: names[1] ?? '' };
  const missing = subtract(expected.rows, got.rows);
  const extra = subtract(got.rows, expected.rows);
  const show = ({ columns }: Table, rows: readonly Row[]) => formatTable({ columns, rows: rows.slice(0, SHOWN) });
  if (missing.length > 0 || extra.length > 0) {
    const counts = { got: got.rows.length, expected: expected.rows.length };
    const differ =
      counts.got === 1 && counts.expected === 1
        ? words.oneRow
        : sayGrade(words.rows, { missing: missing.length, extra: extra.length });
    const message = counts.got === counts.expected ? differ : `${sayGrade(words.count, counts)} ${differ}`;
    return { message, got: show(got, extra), expected: show(expected, missing) };
  }
  if (order === 'set') return undefined;
  const at = expected.rows.findIndex((row, index) => keyOf(row) !== keyOf(got.rows[index] ?? []));
  if (at === -1) return undefined;
  const message = `${words.order} ${sayGrade(words.row, { row: at + 1 })}`;
  return { message, got: show(got, got.rows.slice(at)), expected: show(expected, expected.rows.slice(at)) };
}

function keyOf(row: Row): string {
  return JSON.stringify(row);
}

/** What of the first list the second lacks, each as often as it does. */
function subtract(rows: readonly Row[], others: readonly Row[]): Row[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), count - 1);
    return count <= 0;
  });
}
