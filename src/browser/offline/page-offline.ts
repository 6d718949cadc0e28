/** What is saved of the site, for this page. Loaded only for readers who have saved something, or are about to. */
import { createMark } from './mark.ts';
import { createOffline, type Offline } from './offline.ts';
import { registerWorker, unregisterWorker } from './registration.ts';
import { offlineCacheName, openOfflineStore } from './store.ts';

/** Whether this browser, at this address, can save pages. */
export function canSave(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && 'caches' in globalThis;
}

let offline: Offline | undefined;

/** Call it only where `canSave()`. */
export function openOffline(siteId: string): Offline {
  const base = import.meta.env.BASE_URL;
  const { serviceWorker } = navigator;
  offline ??= createOffline({
    store: openOfflineStore(caches, offlineCacheName(siteId, base)),
    mark: createMark(siteId, () => localStorage),
    base,
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    findRoom,
    register: () => registerWorker(serviceWorker, base),
    unregister: () => unregisterWorker(serviceWorker, new URL(base, location.origin).href),
    lock: (work) => navigator.locks.request(`${siteId}:offline`, work),
  });
  return offline;
}

/** The groups that are saved whole. */
export async function listSaved(siteId: string): Promise<string[]> {
  if (!canSave()) return [];
  const { saved } = await openOfflineStore(caches, offlineCacheName(siteId, import.meta.env.BASE_URL)).readIndex();
  return Object.keys(saved);
}

/**
 * On pages of readers who have saved something: registers the worker, which the browser may have forgotten or have an old
 * one of, and goes on with a save that was cut off.
 */
export async function keepUp(siteId: string): Promise<void> {
  if (!canSave()) return;
  const { saved, wanted } = await openOfflineStore(
    caches,
    offlineCacheName(siteId, import.meta.env.BASE_URL),
  ).readIndex();
  if (Object.keys(saved).length > 0) await registerWorker(navigator.serviceWorker, import.meta.env.BASE_URL);
  if (Object.keys(wanted).length > 0 && navigator.onLine) await openOffline(siteId).resume();
}

async function findRoom(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? undefined : quota - usage;
  } catch {
    // Not in every browser.
    return undefined;
  }
}
