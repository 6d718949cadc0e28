/**
 * The service worker of a site that is saved no more: the browsers that have the other one fetch it at the next visit. It
 * deletes what was saved and takes itself away; what a reader has studied lies elsewhere and stays.
 */
import { offlineCacheName } from './store.ts';
import { openWorkerScope, type WorkerScope } from './worker-scope.ts';

/** @param siteId begins the name of the cache */
export function removeWorker(siteId: string, worker: WorkerScope = openWorkerScope()): void {
  const { registration } = worker;
  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener('activate', (event) => event.waitUntil(removeAll()));

  async function removeAll(): Promise<void> {
    await caches.delete(offlineCacheName(siteId, new URL(registration.scope).pathname));
    // Without it, open pages would go on to ask the worker that is going.
    await worker.clients.claim();
    await registration.unregister();
  }
}
