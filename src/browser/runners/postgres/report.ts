/** What PostgreSQL is asked to run, and what running it came to: plain data that goes between worker and page. */
import type { CodePlace, RunReport } from '../runner.ts';
import type { Table } from './table.ts';

/**
 * Blocks that share one fresh database. The last one is the one that the reader ran; those before it belong to its
 * group and run silently, whatever they come to.
 */
export interface SqlRequest {
  readonly blocks: readonly { readonly code: string }[];
}

/** What the last block came to, statement by statement, up to an error. */
export interface SqlReport extends RunReport {
  readonly results: readonly SqlResult[];
}

export interface SqlResult {
  /** Where the statement stands in its block. */
  readonly place: CodePlace;
  /** `undefined` where the statement returned no rows. */
  readonly table: Table | undefined;
  /** How many rows the database sent. `table` holds fewer when there were more than a page should show. */
  readonly rowCount: number;
  /** `INSERT 0 2`; empty when the statement failed. */
  readonly tag: string;
  readonly notices: readonly SqlNotice[];
}

/** What the server says beside a result: notices, warnings, information. */
export interface SqlNotice {
  /** `NOTICE`, `WARNING`, `INFO`. */
  readonly severity: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
}

/** A result that is a plan, one line a row. */
export function isPlan({ tag, table }: SqlResult): boolean {
  return tag === 'EXPLAIN' && table?.columns.length === 1;
}
