/**
 * Every exercise in SQL keeps what it promises, on the PostgreSQL of the page and on a server: its solution passes all checks, what a
 * reader begins with does not, and each wrong answer is caught with a message that can help.
 */
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '../../content/i18n/en.json';
import site from '../../site.config.ts';
import { executeBlock } from '../../src/browser/runners/postgres/execution.ts';
import type { Observations } from '../../src/browser/runners/postgres/exercise.ts';
import { gradeAnswer } from '../../src/browser/runners/postgres/grade.ts';
import { GRADE_KEYS, type GradeWords } from '../../src/browser/runners/postgres/grade-words.ts';
import { createRowBudget } from '../../src/browser/runners/postgres/row-budget.ts';
import { submit } from '../../src/browser/runners/postgres/submission.ts';
import { readTemplate } from '../../src/cli/execute/pglite-template.ts';
import { openPostgresServer, type PostgresServer } from '../../src/cli/execute/postgres-server.ts';
import { createServices } from '../../src/cli/execute/services.ts';
import { languagesOf } from '../../src/content/check/checked-site.ts';
import { CODE_FILES, type ExerciseFolder, readExercises } from '../../src/content/exercise/folder.ts';
import { readSqlExercise } from '../../src/content/exercise/sql-checks.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import type { SqlExercise } from '../../src/domain/sql-check.ts';

const { starter, solution } = CODE_FILES.sql;
const languages = languagesOf(site);
const exercises = readExercises(openDiskFiles(path.resolve('.')), languages).filter(
  ({ exercise }) => exercise.language === 'sql',
);
const words = Object.fromEntries(
  GRADE_KEYS.map((key) => [key, english[`study.grade.${key}`]] as const),
) as unknown as GradeWords;

let template: Blob;
const services = createServices();
let server: PostgresServer | undefined;
beforeAll(async () => {
  template = await readTemplate();
  if ((await services.findAbsence('postgres')) !== undefined) return;
  server = await openPostgresServer(services.environmentFor(['postgres']).DATABASE_URL ?? '');
});
afterAll(async () => {
  await server?.close();
  await services.close();
});

async function openPglite() {
  const database = await PGlite.create({ loadDataDir: template });
  return {
    execute: (sql: string) => executeBlock(database, sql, createRowBudget()),
    close: () => database.close(),
  };
}

async function openOnServer() {
  if (server === undefined) throw new Error('no server');
  const { database, close } = await server.open();
  return { execute: (sql: string) => executeBlock(database, sql, createRowBudget()), close };
}

describe.each(exercises.map((folder) => [folder.exercise.id, folder] as const))('%s', (_, folder: ExerciseFolder) => {
  const exercise: SqlExercise = readSqlExercise(folder, languages.main, languages);
  let reference: Observations;
  const grade = async (name: string) => {
    const answer = await submit(exercise, folder.code[name] ?? '', openPglite);
    return gradeAnswer(exercise, answer, reference, words);
  };
  beforeAll(async () => {
    reference = await submit(exercise, exercise.solution, openPglite);
  });

  test('the solution passes every check', () => {
    const reports = gradeAnswer(exercise, reference, reference, words);
    expect(reports.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(reports.length).toBeGreaterThan(0);
  });

  test('the solution passes every check on a server, too', async ({ skip }) => {
    if (server === undefined) return skip('needs postgres: see what the tests say when they start');
    const answer = await submit(exercise, exercise.solution, openOnServer);
    const reports = gradeAnswer(exercise, answer, answer, words);
    expect(reports.filter(({ status }) => status !== 'passed')).toEqual([]);
  });

  test('what the reader begins with does not pass', async () => {
    expect((await grade(starter)).some(({ status }) => status !== 'passed')).toBe(true);
  });

  test.each(folder.wrong)('%s fails with a message', async (name) => {
    const failed = (await grade(name)).filter(({ status }) => status !== 'passed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter(({ message = '' }) => message.trim() === '' || message.includes('{{'))).toEqual([]);
  });
});

test('the name of the solution’s file is that of every exercise', () => {
  expect(exercises.filter(({ code }) => code[solution] === undefined)).toEqual([]);
});
