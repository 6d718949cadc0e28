/**
 * Asks the browser not to delete what is stored when it needs room. Some browsers ask the reader, so it is done once in
 * this browser, when there is something to keep.
 */
import type { StorageLike } from './study-store.ts';

/** The part of `navigator.storage` that is used. */
export type StorageManagerLike = Pick<StorageManager, 'persist' | 'persisted'>;

/**
 * @param manager `navigator.storage`, which is missing where a page is served over plain HTTP
 * @returns whether the browser keeps what is stored; `undefined` where it does not say
 */
export async function requestPersistence(
  siteId: string,
  openStorage: () => StorageLike,
  manager: StorageManagerLike | undefined,
): Promise<boolean | undefined> {
  try {
    if (manager === undefined || (await manager.persisted())) return manager && true;
    const storage = openStorage();
    const key = `${siteId}:asked-to-persist`;
    if (storage.getItem(key) !== null) return false;
    storage.setItem(key, 'yes');
    return await manager.persist();
  } catch {
    // Blocked storage: the stores say so where it matters.
    return undefined;
  }
}
