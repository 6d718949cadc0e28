/** Runs an answer on the data of its exercise, and notes what the checks will ask for. */
import type { PlanRule, SqlCheck } from '../../../domain/sql-check.ts';
import { plainWords, splitTasks } from '../../../domain/task-code.ts';
import type { RunError } from '../runner.ts';
import type { Execution } from './execution.ts';
import { formatRows } from './psql-text.ts';
import { splitStatements } from './statement.ts';
import type { Table } from './table.ts';

export type Execute = (sql: string) => Promise<Execution>;

/** What each task came to, by its number; a task that the answer does not have is missing. */
export interface Observation {
  readonly tasks: ReadonlyMap<number, TaskObservation>;
}

export interface TaskObservation {
  readonly error: RunError | undefined;
  readonly statements: number;
  readonly words: string;
  /** Of the last statement that returned rows. */
  readonly table: Table | undefined;
  /** By the name of the check. */
  readonly plans: ReadonlyMap<string, Noted<string>>;
  readonly after: ReadonlyMap<string, Noted<Table>>;
}

/** `undefined` where there was nothing to note: no query to explain. */
export type Noted<T> = { readonly value: T | undefined; readonly error: RunError | undefined };

const EXPLAIN = 'EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF)';

/**
 * @param execute on a database that holds the exercise's data and nothing else
 * @param checks which of them ask for plans and for what the tables hold afterwards
 */
export async function observe(execute: Execute, code: string, checks: readonly SqlCheck[]): Promise<Observation> {
  const { preamble, tasks } = splitTasks(code);
  await execute(preamble);
  const observed = new Map<number, TaskObservation>();
  const numbers = [...new Set(checks.map(({ task }) => task))].sort((one, other) => one - other);
  for (const number of numbers) {
    const text = tasks.get(number);
    const own = checks.filter(({ task }) => task === number);
    if (text !== undefined) observed.set(number, await observeTask(execute, text, own));
  }
  return { tasks: observed };
}

async function observeTask(execute: Execute, code: string, checks: readonly SqlCheck[]): Promise<TaskObservation> {
  const statements = splitStatements(code);
  const { results, error } = await execute(code);
  // A transaction that failed would refuse all that follows.
  if (error !== undefined) await execute('ROLLBACK');
  const last = results.findLastIndex(({ table, tag }) => table !== undefined && tag !== 'EXPLAIN');
  const plans = new Map<string, Noted<string>>();
  const after = new Map<string, Noted<Table>>();
  if (error === undefined) {
    for (const { name, plan } of checks) {
      if (plan !== undefined) plans.set(name, await explain(execute, plan, statements[last]?.text));
    }
    for (const { name, after: rule } of checks) {
      if (rule === undefined) continue;
      const second = rule.again ? await execute(code) : undefined;
      if (second?.error !== undefined) await execute('ROLLBACK');
      const asked = second?.error === undefined ? await execute(rule.query) : second;
      after.set(name, { value: asked.results.at(-1)?.table, error: asked.error });
    }
  }
  const table = results[last]?.table;
  return { error, statements: statements.length, words: plainWords(code), table, plans, after };
}

/** `EXPLAIN ANALYZE` runs the statement; what it changes is taken back. */
async function explain(execute: Execute, { of }: PlanRule, query: string | undefined): Promise<Noted<string>> {
  const sql = of ?? query;
  if (sql === undefined) return { value: undefined, error: undefined };
  await execute('BEGIN');
  const { results, error } = await execute(`${EXPLAIN} ${sql}`);
  await execute('ROLLBACK');
  const plan = results.at(-1);
  return { value: plan === undefined ? undefined : formatRows(plan), error };
}
