import { expect, test } from 'vitest';
import { createRowBudget } from './row-budget.ts';

const take = (rows: (string | null)[][], ...limits: number[]) => {
  const budget = createRowBudget(...limits);
  return rows.map((row) => budget.takes(row));
};

test('rows are taken until there are too many, or too much is in them', () => {
  expect(take([['a'], ['b'], ['c']], 2)).toEqual([true, true, false]);
  expect(take([['aaaa'], [null], ['b'], ['']], 9, 8)).toEqual([true, true, false, false]);
  expect(take([['a'], ['b']])).toEqual([true, true]);
  expect(take([['a']], 0, 0)).toEqual([false]);
});

test('the first row is shown however long it is', () => {
  expect(take([['a'.repeat(100)], ['b']], 9, 8)).toEqual([true, false]);
});
