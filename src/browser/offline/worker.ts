/**
 * The service worker. It keeps nothing by itself: what a reader has saved (save.ts) it serves, by the rules of
 * request-route.ts and answer.ts. It is registered only for readers who save something.
 */
import { answerCacheFirst, answerNetworkFirst, type Sources } from './answer.ts';
import { openLibrary } from './library.ts';
import { type RequestRoute, routeRequest } from './request-route.ts';
import { offlineCacheName, openOfflineStore } from './store.ts';

/** Milliseconds that a page may take to come before the saved one is shown. */
const PATIENCE = 3_000;

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What TypeScript's declarations of pages leave out. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/** @param siteId begins the name of the cache */
export function startWorker(siteId: string): void {
  const worker = globalThis as unknown as WorkerScope;
  const { scope } = worker.registration;
  const library = openLibrary(openOfflineStore(caches, offlineCacheName(siteId, new URL(scope).pathname)), scope);

  // What is saved does not depend on the worker's version, so that a new one may take over at any time.
  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const route = routeRequest(event.request, scope);
    if (route !== undefined) event.respondWith(answer(event.request, route));
  });

  function answer(request: Request, route: RequestRoute): Promise<Response> {
    const sources: Sources = {
      ask: () => fetch(request),
      find: () => library.find(route, request.url),
      findMissing: () => library.findMissing(route),
    };
    if (route.strategy === 'cache-first') return answerCacheFirst(sources);
    return answerNetworkFirst(sources, () => new Promise((resolve) => setTimeout(resolve, PATIENCE)));
  }
}
