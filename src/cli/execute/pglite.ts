/**
 * Runs `sql run` blocks on PostgreSQL: PGlite, as in the page.
 *
 * It runs in a thread of its own, since nothing else ends a query that goes on for ever: PGlite is busy until it has an
 * answer, and knows neither cancellation nor `statement_timeout`.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';
import type { PgliteRequest } from './pglite-thread.ts';

/** Milliseconds that one block may take. */
const TIME_LIMIT = 10_000;
const START_LIMIT = 120_000;

export interface PgliteExecutor {
  run(block: CodeBlock): Promise<Outcome>;
  /** Forgets the groups, so that the next page starts afresh. */
  startPage(): Promise<void>;
}

/** Starts PostgreSQL with the first block; that takes about three seconds. Blocks run one after another. */
export function createPglite(timeLimit = TIME_LIMIT): PgliteExecutor {
  let thread: Worker | undefined;

  const start = async (): Promise<Worker> => {
    const started = new Worker(new URL('./pglite-thread.ts', import.meta.url));
    try {
      await answerOf(started, START_LIMIT);
      return started;
    } catch (cause) {
      await started.terminate();
      throw new Error('PGlite did not start', { cause });
    }
  };
  const ask = (worker: Worker, request: PgliteRequest): Promise<unknown> => {
    worker.postMessage(request);
    return answerOf(worker, timeLimit);
  };

  return {
    async run({ code, meta }) {
      thread ??= await start();
      try {
        return (await ask(thread, { code, group: meta.values.get('group') })) as Outcome;
      } catch (error) {
        await thread.terminate();
        thread = undefined;
        return { printed: '', error: describeEnd(error, timeLimit) };
      }
    },
    async startPage() {
      if (thread !== undefined) await ask(thread, 'start-page');
    },
  };
}

/** Why a thread gave no answer, with the SQLSTATE that a server would give: some statements break PGlite itself. */
function describeEnd(error: unknown, timeLimit: number): NonNullable<Outcome['error']> {
  if (error instanceof Error && error.name === 'AbortError') {
    const message = `ERROR:  canceling statement: the block took longer than ${timeLimit / 1000} s`;
    return { type: '57014', message, line: null };
  }
  const reason = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return { type: '57P02', message: `FATAL:  PGlite broke down: ${reason}`, line: null };
}

/** The next message of a thread. A thread that nobody waits for does not keep the process alive. */
async function answerOf(worker: Worker, timeLimit: number): Promise<unknown> {
  worker.ref();
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(timeLimit) });
    return answer;
  } finally {
    worker.unref();
  }
}
