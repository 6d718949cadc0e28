/** Runs `sql run engine=sqlite` blocks: the `sqlite3` module of Python in Pyodide, as in the page. */

import { readSqliteReport } from '../../browser/runners/python/report.ts';
import type { CodeBlock } from '../../content/fence.ts';
import { startGroups } from './group.ts';
import type { Outcome } from './outcome.ts';
import type { PyodideExecutor } from './pyodide.ts';

/** Seconds that one block may take. */
const TIME_LIMIT = 10;

export interface SqliteExecutor {
  /** Prints the last rows that a statement returned, and nothing where none did: SQLite has no command tags. */
  run(block: CodeBlock): Outcome;
  /** Forgets the groups, so that the next page starts afresh. */
  startPage(): void;
}

interface SqliteModule {
  run_json(request: string): string;
}

export function startSqlite(pyodide: PyodideExecutor, timeLimit = TIME_LIMIT): SqliteExecutor {
  const sqlite = pyodide.importModule('sqlite_block') as SqliteModule;
  const groups = startGroups<string>();
  return {
    run({ code, meta }) {
      const earlier = groups.add(meta.values.get('group'), code).slice(0, -1);
      const answer = sqlite.run_json(JSON.stringify({ code, earlier, limit: timeLimit }));
      const { report, text } = readSqliteReport(answer, 0);
      const { error } = report;
      const failure = error && { type: error.type, message: error.message, line: error.place?.line ?? null };
      return { printed: text, error: failure ?? null };
    },
    startPage: () => groups.clear(),
  };
}
