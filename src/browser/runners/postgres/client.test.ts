import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PostgresRunner } from './client.ts';
import type { GradeWords } from './grade-words.ts';
import type { Engine, FromWorker, ToWorker } from './message.ts';
import type { SqlReport, SqlRequest } from './report.ts';

/** A worker that records what it is asked and says what a test lets it say. */
class FakeWorker {
  readonly asked: ToWorker[] = [];
  isEnded = false;
  readonly #listeners = new Map<string, (event: object) => void>();

  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  addEventListener(type: string, listener: unknown): void {
    if (typeof listener === 'function') this.#listeners.set(type, (event) => listener(event));
  }
  say(message: FromWorker): void {
    this.#listeners.get('message')?.({ data: message });
  }
  break(message: string): void {
    this.#listeners.get('error')?.({ message });
  }
}

const assets = {
  folder: 'https://site.test/vendor/pglite-1/',
  files: {
    'pglite.wasm': { wire: 100, raw: 300 },
    'pglite.data': { wire: 50, raw: 200 },
    'initdb.wasm': { wire: 10, raw: 20 },
  },
  script: 5,
};
const engine: Engine = {
  wasm: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  initdb: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  data: new Blob(),
  template: new Blob(['empty']),
};
const done: SqlReport = { ending: 'done', results: [], error: undefined, ms: 1 };
const started = { kind: 'started', engine, isStored: false } as const;
const request = (code: string): SqlRequest => ({ blocks: [{ code }] });

let workers: FakeWorker[] = [];
const save = vi.fn(async () => {});
const createRunner = () =>
  new PostgresRunner({
    assets,
    timeLimit: 1_000,
    idleLimit: 60_000,
    templates: { store: { save }, cache: 'study:postgres' },
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
const run = (runner: PostgresRunner, code = 'select 1') => runner.run(request(code));
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A runner whose first run is over; its second worker waits. */
async function createWarmRunner(): Promise<PostgresRunner> {
  const runner = createRunner();
  const first = run(runner);
  workers[0]?.say(started);
  await settle();
  workers[0]?.say({ kind: 'report', report: done });
  await first;
  return runner;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  save.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the first run', () => {
  test('downloads, starts, runs and is ready, and says so', async () => {
    const runner = createRunner();
    const states: string[] = [];
    runner.state.subscribe((state) => void states.push(state.kind));
    const report = run(runner);
    workers[0]?.say({ kind: 'progress', share: 0.5 });
    expect(runner.state.get()).toEqual({ kind: 'downloading', share: 0.5, bytes: 165 });
    workers[0]?.say({ kind: 'loaded' });
    workers[0]?.say(started);
    await settle();
    workers[0]?.say({ kind: 'report', report: done });
    expect(await report).toEqual(done);
    expect(states).toEqual(['absent', 'downloading', 'downloading', 'starting', 'running', 'ready']);
  });

  test('keeps the empty database for later visits, unless it came from there', async () => {
    await createWarmRunner();
    expect(save).toHaveBeenCalledExactlyOnceWith(engine.template);
    const runner = createRunner();
    const report = run(runner);
    workers.at(-1)?.say({ ...started, isStored: true });
    await settle();
    workers.at(-1)?.say({ kind: 'report', report: done });
    await report;
    expect(save).toHaveBeenCalledOnce();
  });

  test('says when the engine cannot be loaded, and tries again with the next run', async () => {
    const runner = createRunner();
    const report = run(runner);
    workers[0]?.say({ kind: 'failed', message: 'pglite.wasm.gz: 404 Not Found' });
    expect(await report).toMatchObject({ ending: 'load-failed', error: { message: 'pglite.wasm.gz: 404 Not Found' } });
    expect(runner.state.get()).toEqual({ kind: 'absent', bytes: 165 });
    run(runner);
    expect(workers[1]?.asked).toMatchObject([{ kind: 'load', cache: 'study:postgres' }]);
  });
});

describe('a later run', () => {
  test('has a worker of its own, started from what the first one loaded', async () => {
    const runner = await createWarmRunner();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(workers[1]?.asked).toMatchObject([{ kind: 'start', engine, extensions: [] }]);
    workers[1]?.say(started);
    const report = run(runner, 'select 2');
    await settle();
    expect(workers[1]?.asked[1]).toEqual({ kind: 'run', request: request('select 2') });
    workers[1]?.say({ kind: 'report', report: done });
    expect(await report).toEqual(done);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
  });

  test('that creates an extension gets a database that knows it', async () => {
    const runner = await createWarmRunner();
    run(runner, 'create extension pg_trgm; select 1');
    expect(workers[1]?.isEnded).toBe(true);
    expect(workers[2]?.asked).toMatchObject([{ kind: 'start', extensions: ['pg_trgm'] }]);
  });

  test('waits for the one before it', async () => {
    const runner = await createWarmRunner();
    const reports = [run(runner, 'select 1'), run(runner, 'select 2')];
    workers[1]?.say(started);
    await settle();
    expect(workers).toHaveLength(2);
    workers[1]?.say({ kind: 'report', report: done });
    await reports[0];
    workers[2]?.say(started);
    await settle();
    expect(workers[2]?.asked[1]).toEqual({ kind: 'run', request: request('select 2') });
  });
});

describe('a run that does not end by itself', () => {
  test('ends with its worker after the time limit, which starting does not count towards', async () => {
    const runner = createRunner();
    const report = run(runner);
    await vi.advanceTimersByTimeAsync(5_000);
    workers[0]?.say(started);
    await vi.advanceTimersByTimeAsync(999);
    expect(runner.state.get()).toEqual({ kind: 'running' });
    await vi.advanceTimersByTimeAsync(1);
    expect((await report).ending).toBe('timeout');
    expect(workers[0]?.isEnded).toBe(true);
    expect(runner.state.get()).toEqual({ kind: 'ready' });
  });

  test('is stopped by the reader, with those that wait', async () => {
    const runner = await createWarmRunner();
    const reports = [run(runner), run(runner)];
    workers[1]?.say(started);
    await settle();
    runner.stop();
    expect((await Promise.all(reports)).map(({ ending }) => ending)).toEqual(['stopped', 'stopped']);
    expect(workers[1]?.isEnded).toBe(true);
  });

  test('a download that is stopped leaves nothing behind', async () => {
    const runner = createRunner();
    const report = run(runner);
    runner.stop();
    expect((await report).ending).toBe('stopped');
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
    expect(runner.state.get()).toEqual({ kind: 'absent', bytes: 165 });
  });
});

describe('grading an answer', () => {
  const exercise = {
    setup: 'create table t (a int)',
    variant: undefined,
    solution: '-- 1. a',
    checks: [{ name: 'right', task: 1, title: 'Right', maxStatements: 1 }],
  };
  const grading = { exercise, code: 'create extension pg_trgm', words: {} as GradeWords, reference: undefined };

  test('brings the tests and what the solution came to', async () => {
    const runner = await createWarmRunner();
    const report = runner.grade(grading);
    expect(workers[2]?.asked).toMatchObject([{ kind: 'start', extensions: ['pg_trgm'] }]);
    workers[2]?.say(started);
    await settle();
    expect(workers[2]?.asked[1]).toEqual({ kind: 'grade', request: grading });
    const reference = { given: { tasks: new Map() }, variant: undefined };
    const graded = {
      ...done,
      tests: [{ name: 'right', title: 'Right', task: 1, status: 'passed' as const }],
      reference,
    };
    workers[2]?.say({ kind: 'report', report: graded });
    expect(await report).toMatchObject(graded);
  });

  test('has four times the time of a run, and then each check says that it took too long', async () => {
    const runner = await createWarmRunner();
    const report = runner.grade(grading);
    workers[2]?.say(started);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(runner.state.get()).toEqual({ kind: 'running' });
    await vi.advanceTimersByTimeAsync(1);
    expect(await report).toMatchObject({ ending: 'timeout', tests: [{ name: 'right', status: 'timeout' }] });
  });

  test('that is stopped has no tests', async () => {
    const runner = await createWarmRunner();
    const report = runner.grade(grading);
    runner.stop();
    expect(await report).toMatchObject({ ending: 'stopped', tests: undefined });
  });
});

test('a worker that breaks down is told, and another one takes its place', async () => {
  const runner = await createWarmRunner();
  workers[1]?.say(started);
  const report = run(runner);
  await settle();
  workers[1]?.break('unreachable');
  expect(await report).toMatchObject({ ending: 'crashed', error: { message: 'unreachable' } });
  expect(workers[2]?.asked).toMatchObject([{ kind: 'start' }]);
});

test('the engine is given up after a while without runs, and when the page goes', async () => {
  const runner = await createWarmRunner();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runner.state.get()).toEqual({ kind: 'absent', bytes: 165 });
  expect(workers.every(({ isEnded }) => isEnded)).toBe(true);
  const report = run(runner);
  runner.dispose();
  expect((await report).ending).toBe('stopped');
  expect(workers.every(({ isEnded }) => isEnded)).toBe(true);
  expect(runner.state.get()).toEqual({ kind: 'absent', bytes: 165 });
});
