/**
 * Keeps the files of an empty database in CacheStorage, so that a later visit starts without `initdb`: in a third of the
 * time and with a third less memory. Only an accelerator: whatever goes wrong here, the database is made afresh.
 *
 * The key names PGlite's version by the folder of its files; the files are the same in every browser. They are kept
 * gzipped, 4.5 MB instead of 40.
 */

export interface TemplateStore {
  /** `undefined` where there is none, or it cannot be read. */
  load(): Promise<Blob | undefined>;
  save(template: Blob): Promise<void>;
  /** Forgets a template that no database could be started from. */
  drop(): Promise<void>;
}

/**
 * @param name of the cache: one for each site
 * @param folder of the files of this version
 */
export function createTemplateStore(name: string, folder: string, storage = globalThis.caches): TemplateStore {
  const key = `${folder}template.tar.gz`;
  // Browsers hide CacheStorage from pages without https, or refuse it in private windows.
  const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      console.info('PostgreSQL starts without its stored template:', error);
      return undefined;
    }
  };
  return {
    load: () =>
      quietly(async () => {
        const response = await (await storage.open(name)).match(key);
        if (response?.body == null) return undefined;
        return await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).blob();
      }),
    async save(template) {
      await quietly(async () => {
        const cache = await storage.open(name);
        for (const old of await cache.keys()) if (!old.url.endsWith(key)) await cache.delete(old);
        await cache.put(key, new Response(template.stream().pipeThrough(new CompressionStream('gzip'))));
      });
    },
    async drop() {
      await quietly(async () => (await storage.open(name)).delete(key));
    },
  };
}
