/**
 * The Python of a page: one worker, started by the first run. A program that does not end by its deadline is ended with its
 * worker, and so is an interpreter that a program has worn out; the next run gets a fresh one.
 */
import { atom } from 'nanostores';
import type { OutputChunk, Runner, RunnerState } from '../runner.ts';
import { readRunnerFiles } from '../runner-files.ts';
import { downloadSize, type PythonAssets } from './assets.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { PythonReport, PythonRequest } from './request.ts';

const DEMO_LIMIT = 5_000;
const TEST_LIMIT = 10_000;
/** Milliseconds after the deadline at which a program that heeds no interrupt is ended with its worker. */
const GRACE = 2_000;
/** Milliseconds without a run after which the memory is given back. */
const IDLE = 5 * 60_000;

export type PythonRunner = Runner<PythonRequest, PythonReport>;
/** The part of `Worker` that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Job {
  readonly request: PythonRequest;
  readonly onOutput: (chunk: OutputChunk) => void;
  readonly resolve: (report: PythonReport) => void;
}

export interface PythonClientOptions {
  readonly createWorker: () => WorkerLike;
  /** Its folder is a whole address. */
  readonly assets: PythonAssets;
  readonly cache: string;
}

export function createPythonRunner({ createWorker, assets, cache }: PythonClientOptions): PythonRunner {
  const bytes = downloadSize(assets);
  const state = atom<RunnerState>({ kind: 'absent', bytes });
  let worker: WorkerLike | undefined;
  let isReady = false;
  const usesSnapshot = true;
  let jobs: Job[] = [];
  let current: (Job & { readonly id: number; readonly started: number; timer: Timer }) | undefined;
  let idle: Timer;
  let count = 0;

  const post = (message: ToWorker): void => worker?.postMessage(message);

  function start(): void {
    const own = createWorker();
    worker = own;
    isReady = false;
    state.set({ kind: 'downloading', share: 0, bytes });
    own.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (worker === own) receive(data);
    });
    own.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === own) breakDown('message' in event ? String(event.message) : '');
    });
    post({ kind: 'start', assets, cache, snapshot: usesSnapshot });
  }

  /** Ends the worker; what is asked next starts another one. */
  function end(): void {
    worker?.terminate();
    worker = undefined;
    isReady = false;
    state.set({ kind: 'absent', bytes });
  }

  function receive(message: FromWorker): void {
    if (message.kind === 'progress' && !isReady)
      state.set(message.share < 1 ? { kind: 'downloading', share: message.share, bytes } : { kind: 'starting' });
    if (message.kind === 'starting') state.set({ kind: 'starting' });
    if (message.kind === 'ready') {
      isReady = true;
      state.set({ kind: 'ready' });
      next();
    }
    if (message.kind === 'output' && message.id === current?.id) message.chunks.forEach(current.onOutput);
    if (message.kind === 'done' && message.id === current?.id) {
      if (message.isWorn) end();
      finish(message.report);
      // A fresh one is made ready while the reader reads what the last one printed.
      if (message.isWorn && worker === undefined) start();
    }
    if (message.kind === 'broken') breakDown(message.message);
  }

  /** While it was loading, no run can succeed; while it was running, only that run is lost. */
  function breakDown(text: string): void {
    const wasReady = isReady;
    end();
    const report = failedReport(wasReady ? 'crashed' : 'load-failed', text);
    if (wasReady) return finish(report);
    const waiting = jobs;
    jobs = [];
    for (const job of waiting) job.resolve(report);
  }

  function next(): void {
    clearTimeout(idle);
    const job = jobs[0];
    if (current !== undefined) return;
    if (job === undefined) {
      idle = setTimeout(end, IDLE);
      return;
    }
    if (worker === undefined) return start();
    if (!isReady) return;
    jobs = jobs.slice(1);
    count += 1;
    const limit = job.request.limit ?? (job.request.tests ? TEST_LIMIT : DEMO_LIMIT);
    const timer = setTimeout(() => {
      end();
      finish({ ending: 'timeout', error: undefined, ms: limit + GRACE });
    }, limit + GRACE);
    current = { ...job, id: count, started: performance.now(), timer };
    state.set({ kind: 'running' });
    post({ kind: 'run', id: count, request: job.request, limit });
  }

  function finish(report: PythonReport): void {
    const job = current;
    if (job === undefined) return;
    clearTimeout(job.timer);
    current = undefined;
    if (isReady) state.set({ kind: 'ready' });
    job.resolve(report);
    next();
  }

  const stopped = (started = performance.now()): PythonReport => ({
    ending: 'stopped',
    error: undefined,
    ms: performance.now() - started,
  });

  return {
    state,
    run(request, onOutput) {
      return new Promise((resolve) => {
        jobs = [...jobs, { request, onOutput, resolve }];
        next();
      });
    },
    stop() {
      const waiting = jobs;
      jobs = [];
      if (current !== undefined || !isReady) end();
      for (const job of waiting) job.resolve(stopped());
      if (current !== undefined) finish(stopped(current.started));
    },
    dispose() {
      end();
      if (current !== undefined) finish(stopped(current.started));
    },
  };
}

type Timer = ReturnType<typeof setTimeout> | undefined;

function failedReport(ending: 'crashed' | 'load-failed', text: string): PythonReport {
  return { ending, error: { type: ending, message: text, text, place: undefined }, ms: 0 };
}

let runner: PythonRunner | undefined;

/** The Python of this page; nothing is loaded before its first run. */
export function getPythonRunner(): PythonRunner {
  if (runner === undefined) {
    const { siteId, python } = readRunnerFiles();
    const created = createPythonRunner({
      createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'python' }),
      assets: { ...python, folder: new URL(python.folder, location.href).href },
      cache: `${siteId}:python`,
    });
    addEventListener('pagehide', () => created.dispose());
    runner = created;
  }
  return runner;
}
