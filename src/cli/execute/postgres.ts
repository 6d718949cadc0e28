/**
 * Runs the text of an SQL block on a PostgreSQL database and says what `psql` would: notices, then the last result.
 *
 * The last result is the table of the last statement that returned rows, or, where none did, the command tag of the
 * last one (`INSERT 0 2`). An error ends the block; it stands in place of a result.
 */
import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import { type Column, formatPlan, formatTable } from '../../browser/runners/table.ts';
import type { Outcome } from './outcome.ts';
import { type Statement, splitStatements } from './statement.ts';

/** What a message says beside its text; a position counts characters from 1. */
interface Report {
  readonly severity: string | undefined;
  readonly message: string | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
}

/** What the server sent about one statement. */
interface Answer {
  readonly notices: string;
  /** A table or a plan; empty when no rows were asked for. */
  readonly rows: string;
  readonly tag: string;
  readonly error: messages.DatabaseError | undefined;
}

/** Types whose values psql puts to the right: int8, int2, int4, oid, xid, float4, float8, money, numeric, xid8. */
const NUMERIC = new Set([20, 21, 23, 26, 28, 700, 701, 790, 1700, 5069]);

export async function runStatements(database: PGlite, sql: string): Promise<Outcome> {
  let notices = '';
  let rows = '';
  let tag = '';
  for (const statement of splitStatements(sql)) {
    const query = protocol.serialize.query(statement.text);
    const sent = await database.execProtocol(query, { throwOnError: false });
    const answer = readAnswer(sent.messages);
    notices += answer.notices;
    if (answer.error !== undefined) return { printed: notices, error: describeError(answer.error, statement, sql) };
    rows = answer.rows || rows;
    tag = answer.tag;
  }
  return { printed: notices + (rows || (tag && `${tag}\n`)), error: null };
}

function readAnswer(sent: readonly object[]): Answer {
  const columns: Column[] = [];
  const rows: (string | null)[][] = [];
  let [notices, tag] = ['', ''];
  let error: messages.DatabaseError | undefined;
  for (const message of sent) {
    if (message instanceof messages.NoticeMessage) notices += formatReport(message);
    else if (message instanceof messages.DatabaseError) error = message;
    else if (message instanceof messages.CommandCompleteMessage) tag = message.text;
    else if (message instanceof messages.DataRowMessage) rows.push(message.fields);
    else if (message instanceof messages.RowDescriptionMessage)
      for (const { name, dataTypeID } of message.fields) columns.push({ name, isNumeric: NUMERIC.has(dataTypeID) });
  }
  const table = { columns, rows };
  const hasRows = columns.length > 0 || rows.length > 0;
  return { notices, tag, error, rows: hasRows ? (tag === 'EXPLAIN' ? formatPlan(table) : formatTable(table)) : '' };
}

function describeError(
  error: messages.DatabaseError,
  statement: Statement,
  sql: string,
): NonNullable<Outcome['error']> {
  const within = error.position === undefined ? '' : [...statement.text].slice(0, Number(error.position) - 1).join('');
  const before = sql.slice(0, statement.offset) + within;
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n') - 1;
  const prefix = `LINE ${line}: `;
  const place =
    error.position === undefined
      ? ''
      : `${prefix}${sql.split('\n')[line - 1] ?? ''}\n${' '.repeat(prefix.length + column)}^\n`;
  const context = error.where === undefined ? '' : `CONTEXT:  ${error.where}\n`;
  return { type: error.code ?? 'XX000', message: (formatReport(error, place) + context).trimEnd(), line };
}

/** `NOTICE:  …` and what explains it, each on lines of its own. */
function formatReport({ severity, message, detail, hint }: Report, place = ''): string {
  const lines = [
    [severity ?? 'ERROR', message],
    ['DETAIL', detail],
    ['HINT', hint],
  ].flatMap(([label, text]) => (text === undefined ? [] : [`${label}:  ${text}\n`]));
  return lines.toSpliced(1, 0, place).join('');
}
