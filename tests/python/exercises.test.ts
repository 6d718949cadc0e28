/**
 * Every exercise keeps what it promises: its solution passes, what a reader begins with does not, and each wrong answer is
 * caught by a test whose message can help. In the page's Python this is what the button "Run the tests" does; on CPython it
 * is the folder that readers download, run with pytest. Those that take servers are skipped by name where one is missing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import site from '../../site.config.ts';
import { startPyodide } from '../../src/cli/execute/pyodide.ts';
import { runPytest } from '../../src/cli/execute/pytest.ts';
import { createServices } from '../../src/cli/execute/services.ts';
import { findPython, PYTHON_HINT } from '../../src/cli/setup/python.mjs';
import { languagesOf } from '../../src/content/check/checked-site.ts';
import { createDownload } from '../../src/content/exercise/download.ts';
import { CODE_FILES, CPYTHON_FILES, type ExerciseFolder, readExercises } from '../../src/content/exercise/folder.ts';
import { readTestFunctions } from '../../src/content/exercise/test-function.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';

const { starter, solution, tests } = CODE_FILES.python;
const languages = languagesOf(site);
const exercises = readExercises(openDiskFiles(path.resolve('.')), languages).filter(
  ({ exercise }) => exercise.language === 'python',
);
const root = mkdtempSync(path.join(tmpdir(), 'kb-exercises-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const services = createServices();
afterAll(() => services.close());

/** Milliseconds for the tests of one file: what is slow on a busy machine is not wrong. */
const LIMIT = 60_000;

/** What circulates in solutions of these exercises, and is wrong or gone by now. */
const TRAPS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\basyncio\.Task\.all_tasks\b/, 'asyncio.all_tasks(): the method is gone since 3.9'],
  [/\basyncio\.TimeoutError\b/, 'TimeoutError: they are one since 3.11'],
  [/\basyncio\.get_event_loop\(\)/, 'asyncio.get_running_loop(): outside a loop it raises since 3.14'],
  [/\bloop\.run_until_complete\b/, 'asyncio.run()'],
  [/@asyncio\.coroutine\b|\byield from asyncio\b/, 'async def: the decorator is gone since 3.11'],
  [/\bloop=/, 'no loop: the parameter is gone since 3.10'],
  [/\b(import|from) motor\b/, "PyMongo's AsyncMongoClient: Motor is deprecated"],
  [/\baioredis\b/, 'redis.asyncio'],
  [/\bensure_future\b/, 'asyncio.create_task() or a TaskGroup'],
  [/\bdatetime\.utcnow\b/, 'datetime.now(UTC): deprecated since 3.12'],
  [/^\s*except\s*:/m, 'the exceptions that are meant: it catches CancelledError, too'],
];

/** Lays the download of an exercise out with some code as the reader's answer. */
function layOut(folder: ExerciseFolder, name: string): string {
  const place = path.join(root, folder.exercise.id, name);
  const download = createDownload(folder, { language: languages.main, url: site.url });
  for (const [file, text] of Object.entries({ ...download, [solution]: folder.code[name] ?? '' })) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    writeFileSync(path.join(place, file), text);
  }
  return place;
}

/** Why the servers that an exercise takes cannot be had, by its folder. */
const absences = new Map<string, string>();
for (const { exercise, path: folder } of exercises) {
  const found = await Promise.all((exercise.services ?? []).map((name) => services.findAbsence(name)));
  const missing = found.filter((absence) => absence !== undefined);
  if (missing.length > 0) absences.set(folder, missing.join(', '));
}

const places = new Map<string, string>(
  exercises
    .filter((folder) => !absences.has(folder.path))
    .flatMap((folder) =>
      [starter, solution, ...folder.wrong].map((name) => [`${folder.path}${name}`, layOut(folder, name)] as const),
    ),
);
const hasCPython = ({ code }: ExerciseFolder) => CPYTHON_FILES.every((name) => name in code);
for (const folder of exercises.filter(hasCPython)) {
  places.set(`${folder.path}cpython`, path.join(places.get(folder.path + solution) ?? '', 'cpython'));
}

/** Django reads its settings while it is imported, and those are the folder's own. */
const LATE = /^(django|rest_framework|channels|celery)/;

/** What exercises with packages import: the names of their own files among it are of no use, and do no harm. */
function listImports(): string[] {
  const code = exercises
    .filter(({ exercise }) => exercise.runs === 'cpython')
    .flatMap(({ code, given }) => [code[solution] ?? '', code[tests] ?? '', ...Object.values(given)]);
  const names = code.flatMap((text) =>
    [...text.matchAll(/^(?:from|import) ([a-z][\w.]*)/gm)].map(([, name]) => name ?? ''),
  );
  return [...new Set(names)].filter((name) => !LATE.test(name));
}

const python = findPython();
if (python === undefined) throw new Error(PYTHON_HINT);
// Those in real time take longest, so that they begin first; meanwhile the page's Python runs the others.
const running = runPytest(
  python,
  [...places.values()].reverse().map((folder) => ({ folder })),
  listImports(),
);
const pageOutcomes = await runAllInPage();
const outcomes = await running;

/** What came of one test, wherever it was run. */
interface Tested {
  readonly name: string;
  readonly isPassed: boolean;
  readonly message: string;
}

/** What came of an exercise's tests for one of its files, and what kept them from being run. */
interface Outcome {
  readonly error: string;
  readonly tested: readonly Tested[];
}

function runOnCPython(name: string): Outcome {
  const outcome = outcomes.get(places.get(name) ?? '');
  if (outcome === undefined) throw new Error(`${name} was not run`);
  const tested = outcome.tests.map((run) => ({ ...run, isPassed: run.outcome === 'passed' }));
  return { error: outcome.error, tested };
}

async function runAllInPage(): Promise<ReadonlyMap<string, Outcome>> {
  const pyodide = await startPyodide();
  const found = new Map<string, Outcome>();
  for (const { path: folder, code, wrong, exercise } of exercises) {
    if (exercise.runs !== 'page') continue;
    for (const name of [starter, solution, ...wrong]) {
      const { report } = pyodide.execute({
        blocks: [{ code: code[name] ?? '', name: solution }],
        tests: { name: tests, code: code[tests] ?? '' },
        limit: LIMIT,
      });
      const tested = report.tests?.map(({ status, message = '', ...run }) => {
        return { ...run, message, isPassed: status === 'passed' };
      });
      const error = tested === undefined ? `${report.ending}: ${report.error?.text}` : '';
      found.set(folder + name, { error, tested: tested ?? [] });
      // Python holds the thread; what else waits for it gets a turn.
      await setImmediate();
    }
  }
  return found;
}

function findInPage(name: string): Outcome {
  const outcome = pageOutcomes.get(name);
  if (outcome === undefined) throw new Error(`${name} was not run`);
  return outcome;
}

/** Names of the functions: one with parameters is run, and told of, once for each of them. */
function namesOf(tested: readonly Tested[]): readonly string[] {
  return [...new Set(tested.map(({ name }) => name.replace(/\[.*$/s, '')))];
}

const PYTHONS = [
  ['in the page', findInPage, exercises.filter(({ exercise }) => exercise.runs === 'page')],
  ['on CPython', runOnCPython, exercises],
] as const;

describe.each(PYTHONS)('%s', (_python, run, folders) => {
  describe.each(folders.map((folder) => [folder.exercise.id, folder] as const))('%s', (_id, folder) => {
    beforeEach(({ skip }) => {
      const absence = absences.get(folder.path);
      if (absence === undefined) return;
      console.warn(`${folder.exercise.id} is not run: it needs ${absence}`);
      skip(`needs ${absence}`);
    });

    test('the solution passes every test', () => {
      const { error, tested } = run(folder.path + solution);
      expect(error).toBe('');
      expect(tested.filter(({ isPassed }) => !isPassed)).toEqual([]);
      expect(namesOf(tested)).toEqual(readTestFunctions(folder.code[tests] ?? '').map(({ name }) => name));
    });

    test('what the reader begins with does not pass, and can be imported', () => {
      const { error, tested } = run(folder.path + starter);
      expect(error).toBe('');
      expect(tested.some(({ isPassed }) => !isPassed)).toBe(true);
    });

    test.each(folder.wrong)('%s fails with a message', (name) => {
      const { error, tested } = run(folder.path + name);
      expect(error).toBe('');
      const failed = tested.filter(({ isPassed }) => !isPassed);
      expect(failed.length).toBeGreaterThan(0);
      expect(failed.filter(({ message }) => message.trim() === '')).toEqual([]);
    });
  });
});

describe.each(exercises.map((folder) => [folder.exercise.id, folder] as const))('%s', (_id, folder) => {
  test.each(hasCPython(folder) ? ['cpython'] : [])('the version in %s passes its tests', (name) => {
    const { error, tested } = runOnCPython(folder.path + name);
    expect(error).toBe('');
    expect(tested.length).toBeGreaterThan(0);
    expect(tested.filter(({ isPassed }) => !isPassed)).toEqual([]);
  });

  const files = [starter, solution, CPYTHON_FILES[0]].filter((name) => name in folder.code);
  test.each(files)('%s walks into no trap', (name) => {
    const code = folder.code[name] ?? '';
    expect(TRAPS.filter(([pattern]) => pattern.test(code)).map(([, instead]) => `write ${instead}`)).toEqual([]);
  });
});
