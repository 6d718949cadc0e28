/**
 * Runs SQL in the page: PostgreSQL in a worker, started by the first run.
 *
 * Each run has a worker and a database of its own. While its result is read, the next worker is started from what the
 * first one downloaded, so that a later run finds a database waiting.
 */
import { atom, type ReadableAtom } from 'nanostores';
import type { Ending, Runner, RunnerState, RunReport } from '../runner.ts';
import { downloadSize, type PostgresAssets } from './assets.ts';
import type { GradeReport, GradeRequest } from './exercise.ts';
import { findExtensions } from './extension.ts';
import { failAll } from './grade.ts';
import type { Engine, StartMessage, WorkMessage, WorkReport } from './message.ts';
import type { SqlReport, SqlRequest } from './report.ts';
import { openSession, type PostgresWorker, type Session } from './session.ts';
import type { TemplateStore } from './template-store.ts';

export interface PostgresOptions {
  readonly assets: PostgresAssets;
  /** Where an empty database is kept for later visits, under which name. */
  readonly templates?: { readonly store: Pick<TemplateStore, 'save'>; readonly cache: string };
  /** Milliseconds that a run may take, starting not counted. PGlite knows no cancellation: its worker is ended. */
  readonly timeLimit?: number;
  /** Milliseconds after the last run until the engine is given up; it holds several hundred megabytes. */
  readonly idleLimit?: number;
  readonly createWorker?: () => PostgresWorker;
}

/** Something that waits for its turn, whatever report it comes to. */
interface Task {
  readonly message: WorkMessage;
  /** All code that is run, which says what extensions the database needs. */
  readonly codes: readonly string[];
  readonly timeLimit: number;
  readonly finish: (report: WorkReport) => void;
  readonly interrupted: PromiseWithResolvers<Ending>;
}

/** Grading runs the answer on several databases, which have to be made. */
const GRADE_FACTOR = 4;
const TIME_LIMIT = 10_000;
const IDLE_LIMIT = 300_000;

export class PostgresRunner implements Runner<SqlRequest, SqlReport> {
  readonly #options: PostgresOptions;
  readonly #bytes: number;
  readonly #state = atom<RunnerState>({ kind: 'starting' });
  readonly #waiting: Task[] = [];
  #active: Task | undefined;
  /** What databases are started from; known once the first one has started. */
  #engine: Engine | undefined;
  /** The database of the present run, or the one that waits for the next. */
  #session: Session | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PostgresOptions) {
    this.#options = options;
    this.#bytes = downloadSize(options.assets);
    this.#rest();
  }

  get state(): ReadableAtom<RunnerState> {
    return this.#state;
  }

  async run(request: SqlRequest): Promise<SqlReport> {
    const codes = request.blocks.map(({ code }) => code);
    return { results: [], ...(await this.#enqueue({ kind: 'run', request }, codes, 1)) };
  }

  /** Judges an answer to an exercise. */
  async grade(request: GradeRequest): Promise<GradeReport> {
    const { exercise, code, reference } = request;
    const codes = [exercise.setup, exercise.solution, code];
    const report = await this.#enqueue({ kind: 'grade', request }, codes, GRADE_FACTOR);
    if (report.ending === 'timeout') return { ...report, tests: failAll(exercise, 'timeout'), reference };
    return { tests: undefined, reference, ...report };
  }

  #enqueue(message: WorkMessage, codes: readonly string[], factor: number): Promise<WorkReport> {
    const { promise, resolve: finish } = Promise.withResolvers<WorkReport>();
    const timeLimit = (this.#options.timeLimit ?? TIME_LIMIT) * factor;
    this.#waiting.push({ message, codes, timeLimit, finish, interrupted: Promise.withResolvers<Ending>() });
    if (this.#active === undefined) void this.#work();
    return promise;
  }

  stop(): void {
    this.#active?.interrupted.resolve('stopped');
    for (const { finish } of this.#waiting.splice(0)) finish(endedBy('stopped'));
  }

  dispose(): void {
    clearTimeout(this.#idle);
    this.stop();
    this.#engine = undefined;
    this.#endSession();
    if (this.#active === undefined) this.#rest();
  }

  /** Runs what waits, one after another, then makes ready for what may come. */
  async #work(): Promise<void> {
    clearTimeout(this.#idle);
    for (let task = this.#waiting.shift(); task !== undefined; task = this.#waiting.shift()) {
      this.#active = task;
      const report = await this.#perform(task);
      this.#endSession();
      this.#active = undefined;
      this.#rest();
      task.finish(report);
    }
    if (this.#engine === undefined) return;
    this.#session ??= this.#open(this.#engine, []);
    this.#idle = setTimeout(() => this.dispose(), this.#options.idleLimit ?? IDLE_LIMIT);
  }

  async #perform({ message, codes, timeLimit, interrupted }: Task): Promise<WorkReport> {
    const isFirst = this.#engine === undefined;
    let limit: ReturnType<typeof setTimeout> | undefined;
    try {
      const session = this.#sessionFor(codes);
      const started = await Promise.race([session.started, interrupted.promise]);
      if (typeof started === 'string') return endedBy(started);
      if (isFirst) this.#keep(started.engine, started.isStored);
      this.#state.set({ kind: 'running' });
      const began = performance.now();
      limit = setTimeout(() => interrupted.resolve('timeout'), timeLimit);
      const report = await Promise.race([session.work(message), interrupted.promise]);
      return typeof report === 'string' ? endedBy(report, performance.now() - began) : report;
    } catch (error) {
      return brokenBy(error, this.#engine === undefined ? 'load-failed' : 'crashed');
    } finally {
      clearTimeout(limit);
    }
  }

  /** The waiting database if it has the extensions that the code creates, otherwise another. */
  #sessionFor(codes: readonly string[]): Session {
    const extensions = findExtensions(codes);
    if (this.#session?.extensions.join() !== extensions.join()) this.#endSession();
    if (this.#session?.isStarted) return this.#session;
    const isKnown = this.#engine !== undefined;
    this.#state.set(isKnown ? { kind: 'starting' } : { kind: 'downloading', share: 0, bytes: this.#bytes });
    this.#session ??= this.#open(this.#engine, extensions);
    return this.#session;
  }

  #open(engine: Engine | undefined, extensions: readonly string[]): Session {
    const { assets, templates, createWorker = createPostgresWorker } = this.#options;
    const folder = new URL(assets.folder, globalThis.location?.href).href;
    const start: StartMessage =
      engine === undefined
        ? { kind: 'load', assets: { ...assets, folder }, cache: templates?.cache, folder, extensions }
        : { kind: 'start', engine, folder, extensions };
    return openSession(createWorker(), start, (news) => {
      if (news.kind === 'loaded') this.#state.set({ kind: 'starting' });
      else this.#state.set({ kind: 'downloading', share: news.share, bytes: this.#bytes });
    });
  }

  #keep(engine: Engine, isStored: boolean): void {
    this.#engine = engine;
    if (!isStored && engine.template !== undefined) void this.#options.templates?.store.save(engine.template);
  }

  #endSession(): void {
    this.#session?.end();
    this.#session = undefined;
  }

  /** The state between runs. */
  #rest(): void {
    this.#state.set(this.#engine === undefined ? { kind: 'absent', bytes: this.#bytes } : { kind: 'ready' });
  }
}

function createPostgresWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

function endedBy(ending: Ending, ms = 0): RunReport {
  return { ending, error: undefined, ms };
}

function brokenBy(error: unknown, ending: Ending): RunReport {
  const text = error instanceof Error ? error.message : String(error);
  return { ...endedBy(ending), error: { type: ending, message: text, text, place: undefined } };
}
