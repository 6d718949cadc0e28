/**
 * The result of a query as plain text, in the form of psql's aligned output:
 *
 *      id | name
 *     ----+------
 *       1 | Ada
 *       2 | NULL
 *     (2 rows)
 *
 * Names are centered, numbers stand to the right. A value of several lines ends each but its last in `+`. What differs
 * from psql: a missing value is `NULL`, so that a reader sees it, and no line ends in a space. Widths are counted in
 * characters: wide ones (CJK, emoji) are out of line.
 */

export interface Column {
  readonly name: string;
  readonly isNumeric: boolean;
}

/** Values as the database writes them; `null` is a missing one. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** One cell, line by line. */
type Cell = readonly string[];

export function formatTable({ columns, rows }: Table): string {
  const names = columns.map(({ name }) => name.replaceAll('\n', ' '));
  const cells = rows.map((row) => row.map((value): Cell => (value ?? 'NULL').replaceAll('\r', '\\r').split('\n')));
  const widths = names.map((name, index) =>
    cells.reduce((width, row) => Math.max(width, ...(row[index] ?? []).map(widthOf)), widthOf(name)),
  );
  const lines = [
    ...(names.length === 0 ? [] : [names.map((name, index) => ` ${center(name, widths[index] ?? 0)} `).join('|')]),
    widths.map((width) => '-'.repeat(width + 2)).join('+') || '--',
    ...cells.flatMap((row) => formatRow(row, columns, widths)),
    rows.length === 1 ? '(1 row)' : `(${rows.length} rows)`,
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** The lines of a plan, which databases return as a table of one column. */
export function formatPlan({ rows }: Table): string {
  return rows.map(([line]) => `${line ?? ''}\n`).join('');
}

function formatRow(row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): string[] {
  const height = Math.max(0, ...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, index) =>
    row
      .map((cell, column) => {
        const text = cell[index] ?? '';
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(text));
        return ` ${columns[column]?.isNumeric ? space + text : text + space}${index + 1 < cell.length ? '+' : ' '}`;
      })
      .join('|'),
  );
}

function center(text: string, width: number): string {
  const space = width - widthOf(text);
  return ' '.repeat(Math.floor(space / 2)) + text + ' '.repeat(Math.ceil(space / 2));
}

/** In characters, without those that stand on another one. */
function widthOf(text: string): number {
  return [...text.replace(/\p{Mn}/gu, '')].length;
}
