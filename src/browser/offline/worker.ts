/**
 * The service worker. It keeps nothing by itself: what a reader has saved (save.ts) it serves, by the rules of
 * request-route.ts and answer.ts. It is registered only for readers who save something.
 */
import { answerCacheFirst, answerNetworkFirst, isNewer, type Sources } from './answer.ts';
import { openLibrary } from './library.ts';
import { type RequestRoute, routeRequest } from './request-route.ts';
import { offlineCacheName, openOfflineStore } from './store.ts';

import { type FetchEvent, NEWER, openWorkerScope } from './worker-scope.ts';

/** Milliseconds that a page may take to come before the saved one is shown; longer where its reader asked for it anew. */
const PATIENCE = 3_000;
const RELOAD_PATIENCE = 20_000;

/** @param siteId begins the name of the cache */
export function startWorker(siteId: string): void {
  const worker = openWorkerScope();
  const { scope } = worker.registration;
  const library = openLibrary(openOfflineStore(caches, offlineCacheName(siteId, new URL(scope).pathname)), scope);

  // What is saved does not depend on the worker's version, so that a new one may take over at any time.
  worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
  worker.addEventListener('fetch', (event) => {
    const route = routeRequest(event.request, scope);
    if (route !== undefined) event.respondWith(answer(event, route));
  });

  function answer(event: FetchEvent, route: RequestRoute): Promise<Response> {
    const { request } = event;
    const sources: Sources = {
      ask: () => fetch(request),
      find: () => library.find(route, request.url),
      findMissing: () => library.findMissing(route),
    };
    if (route.strategy === 'cache-first') return answerCacheFirst(sources);
    const patience = route.isReload ? RELOAD_PATIENCE : PATIENCE;
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, patience));
    return answerNetworkFirst(sources, wait, (saved, network) => {
      if (route.isVisit) event.waitUntil(tellNewer(event.resultingClientId, saved, network));
    });
  }

  /** A reader who is online must know that the page is not the latest. */
  async function tellNewer(page: string, saved: Response, network: Promise<Response | undefined>): Promise<void> {
    if (await isNewer(saved, network)) (await worker.clients.get(page))?.postMessage(NEWER);
  }
}
