/** Runs `sql run engine=sqlite` blocks: the `sqlite3` module of Python in Pyodide, as in the page. */

import { formatPlan, formatTable, type Table } from '../../browser/runners/postgres/table.ts';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';
import type { PyodideExecutor } from './pyodide.ts';

/** Seconds that one block may take. */
const TIME_LIMIT = 10;
const MODULE = new URL('./sqlite.py', import.meta.url);

export interface SqliteExecutor {
  /** Prints the last rows that a statement returned, and nothing where none did: SQLite has no command tags. */
  run(block: CodeBlock): Outcome;
  /** Forgets the groups, so that the next page starts afresh. */
  startPage(): void;
}

interface SqliteModule {
  run_json(request: string): string;
  forget_groups(): void;
}

interface Answer {
  readonly table: Table | null;
  readonly isPlan: boolean;
  readonly error: Outcome['error'];
}

export async function startSqlite(pyodide: PyodideExecutor, timeLimit = TIME_LIMIT): Promise<SqliteExecutor> {
  const sqlite = (await pyodide.importModule(MODULE)) as SqliteModule;
  return {
    run({ code, meta }) {
      const request = { code, group: meta.values.get('group') ?? null, limit: timeLimit };
      const { table, isPlan, error } = JSON.parse(sqlite.run_json(JSON.stringify(request))) as Answer;
      if (table === null || error !== null) return { printed: '', error };
      return { printed: isPlan ? formatPlan(table) : formatTable(table), error };
    },
    startPage: () => sqlite.forget_groups(),
  };
}
