/**
 * Runs the text of a block on a PostgreSQL database, statement by statement, as `psql` does: what came before an error
 * stays, and the error ends the block.
 */
import { messages, protocol } from '@electric-sql/pglite';
import type { RunError } from '../runner.ts';
import { placeOf, placeOfError } from './position.ts';
import { formatNotice } from './psql-text.ts';
import type { SqlNotice, SqlResult } from './report.ts';
import { createRowBudget, type RowBudget } from './row-budget.ts';
import { type Statement, splitStatements } from './statement.ts';
import type { Column } from './table.ts';

/** What answers messages of the protocol: PGlite, and in the tests a server. */
export interface ProtocolDatabase {
  execProtocolRawStream(
    request: Uint8Array,
    options: { readonly onRawData: (bytes: Uint8Array) => void },
  ): Promise<void>;
}

/** `results` holds the failed statement too when the server said something before it failed. */
export interface Execution {
  readonly results: readonly SqlResult[];
  readonly error: RunError | undefined;
}

/** Types whose values psql puts to the right: int8, int2, int4, oid, xid, float4, float8, money, numeric, xid8. */
const NUMERIC = new Set([20, 21, 23, 26, 28, 700, 701, 790, 1700, 5069]);

/** @param budget the rows that are kept; the rest is counted */
export async function executeBlock(
  database: ProtocolDatabase,
  sql: string,
  budget: RowBudget = createRowBudget(),
): Promise<Execution> {
  const results: SqlResult[] = [];
  for (const statement of splitStatements(sql)) {
    const { result, error } = await executeStatement(database, statement, sql, budget);
    if (error === undefined || result.notices.length > 0) results.push(result);
    if (error !== undefined) return { results, error: describeError(error, statement, sql) };
  }
  return { results, error: undefined };
}

/** Rows are read as they come, so that a table of millions does not lie in memory before it is cut. */
async function executeStatement(
  database: ProtocolDatabase,
  statement: Statement,
  sql: string,
  budget: RowBudget,
): Promise<{ readonly result: SqlResult; readonly error: messages.DatabaseError | undefined }> {
  let columns: readonly Column[] | undefined;
  const rows: (readonly (string | null)[])[] = [];
  const notices: SqlNotice[] = [];
  let [rowCount, tag] = [0, ''];
  let error: messages.DatabaseError | undefined;
  const read = (message: object): void => {
    if (message instanceof messages.DataRowMessage) {
      rowCount += 1;
      if (budget.takes(message.fields)) rows.push(message.fields);
    } else if (message instanceof messages.RowDescriptionMessage) {
      columns = message.fields.map(({ name, dataTypeID }) => ({ name, isNumeric: NUMERIC.has(dataTypeID) }));
    } else if (message instanceof messages.CommandCompleteMessage) tag = message.text;
    else if (message instanceof messages.DatabaseError) error ??= message;
    else if (message instanceof messages.NoticeMessage) notices.push(readNotice(message));
  };
  const parser = new protocol.Parser();
  await database.execProtocolRawStream(protocol.serialize.query(statement.text), {
    onRawData: (bytes) => parser.parse(bytes, read),
  });
  const table = columns === undefined ? undefined : { columns, rows };
  return { result: { place: placeOf(sql, statement), table, rowCount, tag, notices }, error };
}

function describeError(error: messages.DatabaseError, statement: Statement, sql: string): RunError {
  const position = Number(error.position ?? Number.NaN);
  const isPlaced = position > 0;
  const place = isPlaced ? placeOfError(sql, statement, position) : placeOf(sql, statement);
  const prefix = `LINE ${place.line}: `;
  const caret = `${prefix}${sql.split('\n')[place.line - 1] ?? ''}\n${' '.repeat(prefix.length + place.column)}^\n`;
  const context = error.where === undefined ? '' : `CONTEXT:  ${error.where}\n`;
  return {
    type: error.code ?? 'XX000',
    message: error.message,
    text: (formatNotice(readNotice(error), isPlaced ? caret : '') + context).trimEnd(),
    place,
  };
}

function readNotice(message: messages.NoticeMessage | messages.DatabaseError): SqlNotice {
  const { severity = 'ERROR', message: text = '', detail, hint } = message;
  return { severity, message: text, detail, hint };
}
