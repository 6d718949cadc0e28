/**
 * What runs a reader's code in the page, whichever language it is: the states that the reader is told, what is asked of a
 * runner, and what it reports. `python/client.ts` and `postgres/client.ts` are the two runners; each has one worker a page.
 */
import type { ReadableAtom } from 'nanostores';

export type RunnerState =
  /** Nothing is loaded. `bytes` is what the first run downloads, as it goes over the wire. */
  | { readonly kind: 'absent'; readonly bytes: number }
  /** `share` is from 0 to 1. */
  | { readonly kind: 'downloading'; readonly share: number; readonly bytes: number }
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'running' };

/** How a run came to its end. `python/report.ts` and `postgres/report.ts` say what each ending brings with it. */
export const ENDINGS = [
  'done',
  /** Some tests failed. */
  'failed',
  'error',
  'timeout',
  'memory',
  'output-limit',
  'deadlock',
  /** What a browser cannot do: threads, processes, sockets. */
  'unsupported',
  /** By the reader. */
  'stopped',
  /** The engine broke down; it is started afresh for the next run. */
  'crashed',
  /** The engine could not be downloaded or started. */
  'load-failed',
] as const;
export type Ending = (typeof ENDINGS)[number];

/** A place in the reader's code: lines from 1, columns from 0, as editors and Python count them. */
export interface CodePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A piece of what a run printed. */
export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface RunError {
  /** `ZeroDivisionError`; for PostgreSQL the SQLSTATE, `23505`. */
  readonly type: string;
  readonly message: string;
  /** The whole text as the reader should see it: a traceback of their own frames, or what psql prints. */
  readonly text: string;
  /** Where it was raised, in the code that was sent; `undefined` when that is not known. */
  readonly place: CodePlace | undefined;
}

/** What every run comes to. */
export interface RunReport {
  readonly ending: Ending;
  readonly error: RunError | undefined;
  /** Milliseconds of real time. */
  readonly ms: number;
}

export interface Runner<Request, Report extends RunReport> {
  readonly state: ReadableAtom<RunnerState>;
  /** Runs one request; a second one waits for the first. Never rejects: whatever happens is the report's ending. */
  run(request: Request, onOutput: (chunk: OutputChunk) => void): Promise<Report>;
  /** Ends the present run and those that wait for it; their reports say `stopped`. */
  stop(): void;
  /** Ends the engine: the next run starts a fresh one. */
  dispose(): void;
}
