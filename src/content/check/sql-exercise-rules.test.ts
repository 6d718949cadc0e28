import { expect, test } from 'vitest';
import { readSqlChecks } from '../exercise/sql-checks.ts';
import { checkSql } from './sql-exercise-rules.ts';

const tasks = [1, 2].map((number) => ({ number, heading: `${number}. Task`, id: `task-${number}`, line: number }));
const CHECKS = `- name: first
  task: 1
  title: First
  result: set
- name: second
  task: 2
  title: Second
  plan: { never: [Seq Scan] }
`;
const CODE = '-- 1. One\nselect 1;\n-- 2. Two\nselect 2;\n';

function problemsOf(checks: string, code = CODE): string[] {
  const files: Readonly<Record<string, string>> = { 'checks.yaml': checks, 'starter.sql': code, 'solution.sql': CODE };
  const names = Object.keys(files);
  const readChecks = () => readSqlChecks(checks, { main: 'en', others: [] });
  return checkSql({ folder: 'content/exercises/a/', names, read: (name) => files[name], tasks, readChecks }).map(
    ({ file, line, column, code: slug, message, hint }) => `${file}:${line}:${column} ${slug}: ${message} (${hint})`,
  );
}

test('checks that fit their tasks, and code with a line for each, are right', () => {
  expect(problemsOf(CHECKS)).toEqual([]);
});

test('what does not fit is said with its place', () => {
  const wrong = CHECKS.replace('task: 2', 'task: 3').replace('name: second', 'name: first');
  expect(problemsOf(wrong, CODE.replace('-- 2. Two', '-- Two'))).toMatchInlineSnapshot(`
    [
      "content/exercises/a/checks.yaml:5:9 id-duplicate: the name "first" is that of another check (give it another)",
      "content/exercises/a/checks.yaml:6:9 exercise-test-task: this check belongs to task 3, which is not there (write one of the tasks: 1, 2)",
      "content/exercises/a/checks.yaml:1:1 exercise-test-task: no check belongs to the task "2. Task" (write one, or take the task out)",
      "content/exercises/a/starter.sql:1:1 exercise-task: no line begins task 2, so nothing can be graded (write -- 2. and what it is about above its code)",
    ]
  `);
});

test('what no rule understands is said with what was probably meant', () => {
  expect(problemsOf(CHECKS.replace('never', 'nevr').replace('result: set', 'result: rows'))).toMatchInlineSnapshot(`
    [
      "content/exercises/a/checks.yaml:4:11 value-invalid: result is "rows" (write ordered or set)",
      "content/exercises/a/checks.yaml:8:11 key-unknown: plan has no key "nevr" (did you mean never?)",
    ]
  `);
  expect(problemsOf(CHECKS.replace('  result: set\n', ''))).toMatchInlineSnapshot(`
    [
      "content/exercises/a/checks.yaml:1:3 value-invalid: entry 1 of this file is {"name":"first","task":1,"title":"First"} (demand something: result, plan, after, maxStatements, says, avoids)",
    ]
  `);
});
