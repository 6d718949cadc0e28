/**
 * Runs the text of an SQL block on a PostgreSQL database and says what `psql` would: notices, then the last result.
 *
 * The last result is the table of the last statement that returned rows, or, where none did, the command tag of the
 * last one (`INSERT 0 2`). An error ends the block; it stands in place of a result.
 */
import { executeBlock, type ProtocolDatabase } from '../../browser/runners/postgres/execution.ts';
import { formatNotice, formatRows } from '../../browser/runners/postgres/psql-text.ts';
import type { Outcome } from './outcome.ts';

export async function runStatements(database: ProtocolDatabase, sql: string): Promise<Outcome> {
  const { results, error } = await executeBlock(database, sql);
  const notices = results.flatMap((result) => result.notices.map((notice) => formatNotice(notice))).join('');
  if (error !== undefined) {
    return { printed: notices, error: { type: error.type, message: error.text, line: error.place?.line ?? null } };
  }
  const rows = results.map(formatRows).findLast((text) => text !== '') ?? '';
  const tag = results.at(-1)?.tag ?? '';
  return { printed: notices + (rows || (tag && `${tag}\n`)), error: null };
}
