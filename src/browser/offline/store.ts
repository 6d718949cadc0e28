/**
 * The cache that holds what is saved: blobs by name, and the index. Its name begins with the site's, and holds the base
 * too: two copies of a site on one host may have forgotten to choose a name each.
 */
import { parseJson } from '../../domain/json.ts';
import { listNeededBlobs, NOTHING_SAVED, parseIndex, printIndex, type SavedIndex } from './saved-index.ts';

export interface OfflineStore {
  readIndex(): Promise<SavedIndex>;
  /** Throws where there is no room, as `keep` does. */
  writeIndex(index: SavedIndex): Promise<void>;
  listBlobs(): Promise<Set<string>>;
  keep(blob: string, response: Response): Promise<void>;
  open(blob: string): Promise<Response | undefined>;
  /** Deletes the blobs that the index does not need. */
  sweep(index: SavedIndex): Promise<void>;
  /** Deletes everything. */
  clear(): Promise<void>;
}

/** Entries of a cache have addresses; nothing is ever fetched from these. */
const PLACE = 'https://offline.invalid/';
const BLOBS = `${PLACE}blob/`;
const INDEX = `${PLACE}index`;

/** The part of `caches` that is used. */
export type CachesLike = Pick<CacheStorage, 'has' | 'open' | 'delete'>;

export function offlineCacheName(siteId: string, base: string): string {
  return `${siteId}:offline:${base}`;
}

export function openOfflineStore(caches: CachesLike, name: string): OfflineStore {
  /** Reading makes no cache: the worker also reads where nothing is saved. */
  const open = async () => ((await caches.has(name)) ? caches.open(name) : undefined);
  return {
    async readIndex() {
      const entry = await (await open())?.match(INDEX);
      return entry === undefined ? NOTHING_SAVED : parseIndex(parseJson(await entry.text()));
    },
    async writeIndex(index) {
      await (await caches.open(name)).put(INDEX, new Response(printIndex(index)));
    },
    async listBlobs() {
      const keys = (await (await open())?.keys()) ?? [];
      return new Set(keys.filter(({ url }) => url.startsWith(BLOBS)).map(({ url }) => url.slice(BLOBS.length)));
    },
    async keep(blob, response) {
      await (await caches.open(name)).put(BLOBS + blob, response);
    },
    open: async (blob) => (await open())?.match(BLOBS + blob),
    async sweep(index) {
      const cache = await open();
      const needed = listNeededBlobs(index);
      for (const { url } of (await cache?.keys()) ?? []) {
        if (url.startsWith(BLOBS) && !needed.has(url.slice(BLOBS.length))) await cache?.delete(url);
      }
    },
    async clear() {
      await caches.delete(name);
    },
  };
}
