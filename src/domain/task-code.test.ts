import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWords, splitTasks } from './task-code.ts';

test('what stands below a number belongs to that task, on its own line', () => {
  const { preamble, tasks } = splitTasks('set x = 1;\n-- 1. First\nselect 1;\n\n--2. Second\nselect 2;');
  expect(preamble).toBe('set x = 1;');
  expect(tasks.get(1)).toBe('\n-- 1. First\nselect 1;\n');
  expect(tasks.get(2)).toBe('\n\n\n\n--2. Second\nselect 2;');
});

test('other comments begin no task, and a task may go on further down', () => {
  const { tasks } = splitTasks('-- 1. a\n-- 20 rows\n-- 2. b\nselect 2;\n-- 1. again\nselect 1;');
  expect([...tasks.keys()]).toEqual([1, 2]);
  expect(tasks.get(1)?.split('\n')).toEqual(['-- 1. a', '-- 20 rows', '', '', '-- 1. again', 'select 1;']);
});

test('every line stands once, at its place', () => {
  const line = fc.constantFrom('-- 1. a', '-- 2. b', 'select 1;', '', '  -- 3. no');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { preamble, tasks } = splitTasks(lines.join('\n'));
      const parts = [preamble, ...tasks.values()].map((part) => part.split('\n'));
      for (const [index, text] of lines.entries()) {
        expect(parts.map((part) => part[index] ?? '').filter((found) => found !== '')).toEqual(
          text === '' ? [] : [text],
        );
      }
    }),
  );
});

test('words are compared without comments, quotes, case and line breaks', () => {
  expect(plainWords("SELECT 1 -- offset\nFOR  Update /* skip */\n'skip locked'")).toBe('select 1 for update');
});
