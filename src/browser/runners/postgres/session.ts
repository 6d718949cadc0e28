/** One worker with one database, for one run. Whatever it leaves behind ends with it. */
import type { FromWorker, StartMessage, StartNews, WorkMessage, WorkReport } from './message.ts';

export interface Session {
  readonly extensions: readonly string[];
  readonly isStarted: boolean;
  /** Rejects when the database did not start, or the session was ended before. */
  readonly started: Promise<Started>;
  /** Rejects when the worker broke down, or the session was ended. */
  work(message: WorkMessage): Promise<WorkReport>;
  end(): void;
}

/** What a session uses of a `Worker`. */
export type PostgresWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;
type Started = Extract<FromWorker, { kind: 'started' }>;

export function openSession(worker: PostgresWorker, start: StartMessage, onNews: (news: StartNews) => void): Session {
  const started = Promise.withResolvers<Started>();
  const reported = Promise.withResolvers<WorkReport>();
  const fail = (message: string): void => {
    worker.terminate();
    const error = new Error(message);
    started.reject(error);
    reported.reject(error);
  };
  // Each is also awaited where it matters; a session that nobody waits for may fail in silence.
  started.promise.catch(() => {});
  reported.promise.catch(() => {});
  let isStarted = false;
  worker.addEventListener('message', ({ data: message }: MessageEvent<FromWorker>) => {
    if (message.kind === 'started') {
      isStarted = true;
      started.resolve(message);
    } else if (message.kind === 'report') reported.resolve(message.report);
    else if (message.kind === 'failed') fail(message.message);
    else onNews(message);
  });
  worker.addEventListener('error', (event) => {
    fail(event.message || 'the worker could not be started');
  });
  worker.postMessage(start);
  return {
    extensions: start.extensions,
    get isStarted() {
      return isStarted;
    },
    started: started.promise,
    work(message) {
      worker.postMessage(message);
      return reported.promise;
    },
    end: () => fail('the session was ended'),
  };
}
