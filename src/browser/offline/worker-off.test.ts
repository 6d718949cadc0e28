import { afterEach, expect, test, vi } from 'vitest';
import { FakeCaches } from './testing/fake-caches.ts';
import { removeWorker } from './worker-off.ts';
import type { ExtendableEvent, WorkerScope } from './worker-scope.ts';

afterEach(() => vi.unstubAllGlobals());

test('the worker of a site that is saved no more deletes what its own site saved, and itself', async () => {
  const caches = new FakeCaches();
  for (const name of ['pskb:offline:/study/', 'pskb:offline:/', 'other:offline:/study/', 'pskb:python']) {
    await caches.open(name);
  }
  vi.stubGlobal('caches', caches);
  const done: string[] = [];
  const work: Promise<unknown>[] = [];
  const event = { waitUntil: (promise: Promise<unknown>) => void work.push(promise) } as ExtendableEvent;
  const note = async (what: string) => void done.push(what);
  const worker = {
    registration: { scope: 'https://example.org/study/', unregister: () => note('unregister') },
    clients: { claim: () => note('claim') },
    skipWaiting: () => note('skip waiting'),
    addEventListener: (_type: string, listener: (event: ExtendableEvent) => void) => listener(event),
  } as unknown as WorkerScope;
  removeWorker('pskb', worker);
  await Promise.all(work);
  expect(done).toEqual(['skip waiting', 'claim', 'unregister']);
  expect([...caches.stored.keys()]).toEqual(['pskb:offline:/', 'other:offline:/study/', 'pskb:python']);
});
