import { describe, expect, test } from 'vitest';
import english from '../../content/i18n/en.json' with { type: 'json' };
import { failAll, gradeAnswer } from '../../src/browser/runners/postgres/grade.ts';
import { GRADE_KEYS, type GradeWords } from '../../src/browser/runners/postgres/grade-words.ts';
import { judgePlan } from '../../src/browser/runners/postgres/judge-plan.ts';
import { judgeRows } from '../../src/browser/runners/postgres/judge-rows.ts';
import type { TaskObservation } from '../../src/browser/runners/postgres/observation.ts';
import type { SqlCheck } from '../../src/domain/sql-check.ts';

const texts: Readonly<Record<string, string>> = english;
const words = Object.fromEntries(GRADE_KEYS.map((key) => [key, texts[`study.grade.${key}`]])) as GradeWords;
const tableOf = (...rows: (string | null)[][]) => ({ columns: [{ name: 'id', isNumeric: true }], rows });

describe('rows', () => {
  const expected = tableOf(['1'], ['2'], ['2'], [null]);
  const judge = (rows: (string | null)[][], order: 'ordered' | 'set' = 'ordered') =>
    judgeRows(tableOf(...rows), expected, order, words);

  test('the same rows in the same order are right', () => {
    expect(judge([['1'], ['2'], ['2'], [null]])).toBeUndefined();
  });

  test('another order is right only for a set', () => {
    const rows = [['2'], ['1'], [null], ['2']];
    expect(judge(rows, 'set')).toBeUndefined();
    expect(judge(rows)?.message).toBe('The rows are right, their order is not. It differs from row 1 on.');
  });

  test('a row counts as often as it stands there', () => {
    const verdict = judge([['1'], ['2'], ['3'], [null]], 'set');
    expect(verdict?.message).toBe('Rows that are missing: 1. Rows that should not be there: 1.');
    expect(verdict?.expected).toContain('  2\n(1 row)');
    expect(verdict?.got).toContain('  3\n(1 row)');
    expect(judge([['1'], ['2'], [null]])?.message).toMatch(/^Rows: 3 instead of 4\. /);
  });

  test('no rows, other columns, another single row', () => {
    expect(judgeRows(undefined, expected, 'set', words)?.message).toBe(words.noRows);
    const other = { columns: [{ name: 'ID', isNumeric: true }], rows: [] };
    expect(judgeRows(other, expected, 'set', words)).toMatchObject({ got: 'ID', expected: 'id' });
    expect(judgeRows(tableOf(['1']), tableOf(['2']), 'set', words)?.message).toBe(words.oneRow);
  });
});

describe('plans', () => {
  const plan = `Limit  (actual rows=1.00 loops=1)
  Buffers: shared hit=30 read=4
  ->  Nested Loop  (actual rows=1.00 loops=1)
        ->  Bitmap Heap Scan on orders o  (actual rows=1.00 loops=1)
              ->  Bitmap Index Scan on orders_customer  (actual rows=1.00 loops=1)
        ->  Parallel Seq Scan on lines  (actual rows=9.00 loops=1)
        ->  Index Only Scan using items_pkey on items  (actual rows=1.00 loops=2)
              Heap Fetches: 7
        ->  Seq Scan on gone  (never executed)`;
  const judge = (rule: Parameters<typeof judgePlan>[0]) => judgePlan(rule, plan, words)?.message;

  test.each([
    [{ uses: ['Seq Scan'], on: 'lines' }],
    [{ never: ['Seq Scan'], on: 'orders' }],
    [{ never: ['Seq Scan'], on: 'gone' }],
    [{ index: 'any', on: 'orders' }],
    [{ index: 'orders_customer' }],
    [{ maxBuffers: 34, maxHeapFetches: 7 }],
    [{ partitionsScanned: ['lines', 'items', 'orders'] }],
  ])('%j holds', (rule) => {
    expect(judge(rule)).toBeUndefined();
  });

  test.each([
    [
      { uses: ['Index Scan', 'Index Only Scan'], on: 'orders' },
      'The plan lacks: Index Scan on orders | Index Only Scan on orders.',
    ],
    [{ never: ['Sort', 'Seq Scan'] }, 'The plan still has: Seq Scan.'],
    [{ index: 'any', on: 'lines' }, 'The plan uses no index.'],
    [{ index: 'orders_created' }, 'The plan does not use the index orders_created.'],
    [{ maxBuffers: 33 }, 'Blocks that the query reads: 34. Enough would be: 33.'],
    [{ maxHeapFetches: 0 }, 'Rows that the table is asked for: 7. Needed, at most: 0.'],
    [{ partitionsScanned: ['orders'] }, 'These are read: items, lines, orders. Needed are only: orders.'],
  ])('%j does not: %s', (rule, message) => {
    expect(judge(rule)).toBe(message);
  });
});

describe('an answer', () => {
  const check: SqlCheck = {
    name: 'right',
    task: 1,
    title: 'Right',
    result: 'set',
    maxStatements: 1,
    avoids: ['offset'],
  };
  const exercise = { setup: '', variant: undefined, solution: '', checks: [check] };
  const task = (change: Partial<TaskObservation> = {}): TaskObservation => ({
    error: undefined,
    statements: 1,
    words: 'select id',
    table: tableOf(['1']),
    plans: new Map(),
    after: new Map(),
    ...change,
  });
  const observed = (given?: TaskObservation, variant?: TaskObservation) => ({
    given: { tasks: new Map(given && [[1, given]]) },
    variant: variant && { tasks: new Map([[1, variant]]) },
  });
  const grade = (given?: TaskObservation, variant = task()) =>
    gradeAnswer(exercise, observed(given, variant), observed(task(), task()), words)[0];

  test('passes where all that the check says holds, on both sets of data', () => {
    expect(grade(task())).toEqual({ name: 'right', title: 'Right', task: 1, status: 'passed' });
  });

  test('fails on the variant, and says so', () => {
    expect(grade(task(), task({ table: tableOf(['5']) }))?.message).toBe(`On other data: ${words.oneRow}`);
  });

  test('fails for too many statements and for words that it should do without', () => {
    expect(grade(task({ statements: 3 }))?.message).toBe('Statements: 3; at most 1 will do.');
    expect(grade(task({ words: 'select id limit 1 offset 2' }))?.message).toContain('“offset”');
    expect(grade(task({ words: 'select offsets' }))?.status).toBe('passed');
  });

  test('has an error where the database did, or where the task is gone', () => {
    const error = { type: '42703', message: 'column', text: 'ERROR:  column', place: undefined };
    expect(grade(task({ error }))).toMatchObject({ status: 'error', error });
    expect(grade()).toMatchObject({ status: 'error', message: expect.stringContaining('-- 1.') });
  });

  test('that did not come to its end is the same for every check', () => {
    expect(failAll(exercise, 'timeout')).toEqual([{ name: 'right', title: 'Right', task: 1, status: 'timeout' }]);
  });
});
