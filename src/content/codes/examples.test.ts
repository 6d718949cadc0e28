/** The examples that explain the codes do what their pages say. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isError } from '../problem.ts';
import type { CodeEntry } from './code.ts';
import { checkExample, readExample } from './example.ts';
import { CODES, type Code, EXECUTED_CODES } from './table.ts';

const ALL = Object.keys(CODES) as Code[];

test('every code has its two examples, and no example stands without a code', () => {
  const files = readdirSync(new URL('./examples/', import.meta.url)).sort();
  expect(files).toEqual(ALL.flatMap((code) => [`${code}.fail.txtar`, `${code}.pass.txtar`]).sort());
});

test.each(ALL)('%s is explained', (code) => {
  const { why, mend }: CodeEntry = CODES[code];
  expect(why).toMatch(/^[A-Z`].+\.$/s);
  expect(mend).toMatch(/^[A-Z`].+\.$/s);
});

describe.each(ALL.filter((code) => !EXECUTED_CODES.includes(code)))('%s', (code) => {
  test('is found in its failing example, and nothing else is', () => {
    const found = new Set(checkExample(readExample(code, 'fail')).map((problem) => problem.code));
    expect([...found]).toEqual([code]);
  });

  test('is not found in the mended one, which has no error at all', () => {
    const problems = checkExample(readExample(code, 'pass'));
    expect(problems.filter((problem) => problem.code === code || isError(problem))).toEqual([]);
  });
});
