/** Reads what the Python side reports: JSON of its own making, with `null` where it has nothing to say. */

import { formatPlan, formatTable, type Table } from '../postgres/table.ts';
import type { RunError } from '../runner.ts';
import type { TestReport } from '../test-report.ts';
import type { FilePlace, PythonReport } from './request.ts';

/** What `runner/program.py` writes. */
interface WrittenReport extends Omit<PythonReport, 'error' | 'tests'> {
  readonly error: WrittenError | null;
  readonly tests:
    | readonly (Omit<TestReport, 'error' | 'task'> & {
        readonly task: number | null;
        readonly error?: WrittenError;
      })[]
    | null;
  readonly dirty: boolean;
}

interface WrittenError extends Omit<RunError, 'place'> {
  readonly place: FilePlace | null;
}

export function readReport(text: string): { readonly report: PythonReport; readonly isDirty: boolean } {
  const { error, tests, dirty, limit, timeline, ...written } = JSON.parse(text) as WrittenReport;
  const report = {
    ...written,
    limit: limit ?? undefined,
    timeline: timeline ?? undefined,
    error: error === null ? undefined : readError(error),
    tests: tests?.map(({ error: failure, task, ...test }) => ({
      ...test,
      task: task ?? undefined,
      ...(failure && { error: readError(failure) }),
    })),
  };
  return { report, isDirty: dirty };
}

function readError({ place, ...error }: WrittenError): RunError {
  return { ...error, place: place ?? undefined };
}

/** What `sqlite_block.py` writes. */
export interface SqliteAnswer {
  readonly table: Table | null;
  readonly isPlan: boolean;
  readonly error: { readonly type: string; readonly message: string; readonly line: number } | null;
  readonly isOverdue: boolean;
}

/** The report of an SQL block on SQLite, and its last result as text. */
export function readSqliteReport(answer: string, ms: number): { readonly report: PythonReport; readonly text: string } {
  const { table, isPlan, error, isOverdue } = JSON.parse(answer) as SqliteAnswer;
  const text = table === null ? '' : isPlan ? formatPlan(table) : formatTable(table);
  if (error === null) return { report: { ending: 'done', error: undefined, ms }, text };
  const { type, message, line } = error;
  const place = { line, column: 0, endLine: line, endColumn: 0 };
  const ending = isOverdue ? 'timeout' : 'error';
  return { report: { ending, error: { type, message, text: message, place }, ms }, text: '' };
}
