/** The worker that PostgreSQL runs in. What it is asked and what it answers stands in `message.ts`. */
import type { PGlite } from '@electric-sql/pglite';
import type { Ending } from '../runner.ts';
import { createDatabase, loadEngine } from './database.ts';
import { executeBlock } from './execution.ts';
import type { GradeReport, GradeRequest } from './exercise.ts';
import { gradeAnswer } from './grade.ts';
import type { Engine, FromWorker, StartMessage, ToWorker } from './message.ts';
import type { SqlReport, SqlRequest } from './report.ts';
import { createRowBudget } from './row-budget.ts';
import { type OpenDatabase, submit } from './submission.ts';
import { createTemplateStore } from './template-store.ts';

/** What a page shows of a run; more would make it slow, and nobody reads it. */
const SHOWN_ROWS = 2_000;
const SHOWN_CHARACTERS = 64_000;
const OUT_OF_MEMORY = '53200';

/** What is kept of an answer that is graded: enough to compare it, not enough to fill the memory. */
const GRADED_ROWS = 20_000;
const GRADED_CHARACTERS = 4_000_000;

let database: PGlite | undefined;
/** Makes another one. */
let createAnother: (() => Promise<PGlite>) | undefined;

addEventListener('message', async ({ data: message }: MessageEvent<ToWorker>) => {
  try {
    if (message.kind === 'run') say({ kind: 'report', report: await run(message.request) });
    else if (message.kind === 'grade') say({ kind: 'report', report: await grade(message.request) });
    else {
      const started = await start(message);
      createAnother = () => createDatabase(started.engine, message.folder, message.extensions);
      say({ kind: 'started', ...started });
    }
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

async function start(message: StartMessage): Promise<{ readonly engine: Engine; readonly isStored: boolean }> {
  const { folder, extensions } = message;
  if (message.kind === 'start') {
    database = await createDatabase(message.engine, folder, extensions);
    return { engine: message.engine, isStored: true };
  }
  const store = message.cache === undefined ? undefined : createTemplateStore(message.cache, folder);
  const engine = await loadEngine(message.assets, (share) => say({ kind: 'progress', share }));
  say({ kind: 'loaded' });
  const stored = await store?.load();
  if (stored !== undefined) {
    try {
      const complete = { ...engine, template: stored };
      database = await createDatabase(complete, folder, extensions);
      return { engine: complete, isStored: true };
    } catch (error) {
      console.info('PostgreSQL did not start from its stored template:', error);
      await store?.drop();
    }
  }
  database = await createDatabase(engine, folder, extensions);
  return { engine: { ...engine, template: await database.dumpDataDir('none') }, isStored: false };
}

async function run({ blocks }: SqlRequest): Promise<SqlReport> {
  if (database === undefined) throw new Error('the database was not started');
  for (const { code } of blocks.slice(0, -1)) await executeBlock(database, code, createRowBudget(0, 0));
  const began = performance.now();
  const budget = createRowBudget(SHOWN_ROWS, SHOWN_CHARACTERS);
  const { results, error } = await executeBlock(database, blocks.at(-1)?.code ?? '', budget);
  return { ending: endingOf(error?.type), results, error, ms: performance.now() - began };
}

async function grade({ exercise, code, words, reference }: GradeRequest): Promise<GradeReport> {
  const began = performance.now();
  const right = reference ?? (await submit(exercise, exercise.solution, openFresh));
  const answer = await submit(exercise, code, openFresh);
  const tests = gradeAnswer(exercise, answer, right, words);
  const ending = tests.every(({ status }) => status === 'passed') ? 'done' : 'failed';
  return { ending, error: undefined, ms: performance.now() - began, tests, reference: right };
}

/** The database that waits, once; then others. */
async function openFresh(): Promise<OpenDatabase> {
  const waiting = database;
  database = undefined;
  const opened = waiting ?? (await createAnother?.());
  if (opened === undefined) throw new Error('the database was not started');
  return {
    execute: (sql) => executeBlock(opened, sql, createRowBudget(GRADED_ROWS, GRADED_CHARACTERS)),
    close: () => opened.close(),
  };
}

function endingOf(error: string | undefined): Ending {
  if (error === undefined) return 'done';
  return error === OUT_OF_MEMORY ? 'memory' : 'error';
}

function say(message: FromWorker): void {
  postMessage(message);
}
