/** IndexedDB in memory whose calls can be made to fail, as a full disk or a browser that gives up makes them. */
import 'fake-indexeddb/auto';
import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { vi } from 'vitest';

/**
 * `full` and `broken` refuse the call; `abort` does it and then drops the transaction; `close` closes the connection, so
 * that the next transaction fails.
 */
export const FAULTS = ['full', 'broken', 'abort', 'close'] as const;
export type Fault = (typeof FAULTS)[number];

const CALLS = [
  [IDBFactory.prototype, 'open'],
  [IDBDatabase.prototype, 'transaction'],
  [IDBObjectStore.prototype, 'get'],
  [IDBObjectStore.prototype, 'getAll'],
  [IDBObjectStore.prototype, 'getAllKeys'],
  [IDBObjectStore.prototype, 'put'],
  [IDBObjectStore.prototype, 'delete'],
] as const;

/** An empty browser. */
export function resetDatabases(): void {
  globalThis.indexedDB = new FakeFactory();
}

/**
 * Counts the calls of IndexedDB from now on, until `vi.restoreAllMocks()`.
 * @param faultOf the fault of each call, counted from 1, or `undefined` where it succeeds
 */
export function countCalls(faultOf: (call: number) => Fault | undefined): () => number {
  let calls = 0;
  // A migration that fails reports to the console, which would drown the report of the tests.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const [owner, name] of CALLS) {
    const original: (...words: never[]) => unknown = Reflect.get(owner, name);
    const fake = function (this: unknown, ...words: never[]): unknown {
      // The database in memory calls this one for itself while it opens.
      if (name === 'transaction' && String(words[1]) === 'versionchange') return original.apply(this, words);
      calls += 1;
      return fail(faultOf(calls), this, () => original.apply(this, words));
    };
    vi.spyOn(owner as unknown as Record<string, typeof fake>, name).mockImplementation(fake);
  }
  return () => calls;
}

function fail(fault: Fault | undefined, target: unknown, call: () => unknown): unknown {
  if (fault === 'full') throw new DOMException('No room.', 'QuotaExceededError');
  if (fault === 'broken') throw new DOMException('Internal error.', 'UnknownError');
  if (fault === 'close' && target instanceof IDBDatabase) target.close();
  const result = call();
  if (fault === 'abort' && target instanceof IDBObjectStore) target.transaction.abort();
  return result;
}

/** Makes the next transaction seem to fail although it was done: the answer got lost. */
export function loseNextAnswer(): void {
  const original = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...words) {
    const transaction = original.apply(this, words);
    const listen = transaction.addEventListener.bind(transaction);
    const failures: EventListener[] = [];
    transaction.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
      if (type === 'error' && typeof listener === 'function') failures.push(listener);
      if (type !== 'complete') return listen(type, listener);
      listen(type, () => failures.forEach((failure) => failure(new Event('error'))));
    };
    return transaction;
  });
}
