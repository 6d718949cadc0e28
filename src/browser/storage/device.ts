/**
 * The name that this browser signs its events with: `localStorage["<siteId>:device"]`, a random id that says nothing of
 * the reader.
 *
 * It needs to be neither safe nor unique. Where storage is blocked, each page is a device of its own; where a profile was
 * cloned, two browsers sign alike: the log keeps every event of both (event-log.ts).
 */
import type { StorageLike } from './study-store.ts';

/**
 * This browser's id; makes and stores one at the first call.
 * @param openStorage gives the storage, or throws where the browser forbids it
 */
export function readDevice(siteId: string, openStorage: () => StorageLike, createId = createDeviceId): string {
  const key = `${siteId}:device`;
  const id = createId();
  try {
    const storage = openStorage();
    const stored = storage.getItem(key);
    if (stored) return stored;
    storage.setItem(key, id);
    // Another tab may have stored its own at the same moment.
    return storage.getItem(key) ?? id;
  } catch {
    // The store of ticks says that nothing is saved here; a page without a lasting name works like any other.
    return id;
  }
}

/** Not `crypto.randomUUID`, which is missing where a page is served over plain HTTP. */
function createDeviceId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
