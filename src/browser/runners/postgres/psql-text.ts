/** What a run came to as `psql` prints it; for outputs in the source of a page, for copying, for errors. */
import { isPlan, type SqlNotice, type SqlResult } from './report.ts';
import { formatPlan, formatTable } from './table.ts';

/** A table or the lines of a plan; empty where a statement returned no rows. */
export function formatRows(result: SqlResult): string {
  if (result.table === undefined) return '';
  return isPlan(result) ? formatPlan(result.table) : formatTable(result.table);
}

/** `NOTICE:  …` and what explains it, each on lines of its own. */
export function formatNotice({ severity, message, detail, hint }: SqlNotice, place = ''): string {
  const lines = [
    [severity, message],
    ['DETAIL', detail],
    ['HINT', hint],
  ].flatMap(([label, text]) => (text === undefined ? [] : [`${label}:  ${text}\n`]));
  return lines.toSpliced(1, 0, place).join('');
}
