/**
 * A memory snapshot of the started interpreter, kept in this browser's cache: starting from it takes half a second instead
 * of four. It is made by the browser that uses it, since one from elsewhere may not fit, and only an accelerator: whatever
 * goes wrong with it, Python is started the long way.
 */
import { createChecksum } from '../../../domain/checksum.ts';

export interface SnapshotStore {
  read(): Promise<Uint8Array | undefined>;
  write(snapshot: Uint8Array): Promise<void>;
  /** Removes what is kept. */
  clear(): Promise<void>;
}

/**
 * @param name of the cache
 * @param maker all that a snapshot depends on: the files, the version, the browser
 */
export function openSnapshotStore(name: string, maker: string): SnapshotStore {
  const hash = createChecksum();
  hash.add(maker);
  const key = `https://snapshot.invalid/${hash.value()}`;
  const attempt = async <Result>(work: (cache: Cache) => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work(await caches.open(name));
    } catch {
      // No cache over plain HTTP, or no room in it.
      return undefined;
    }
  };
  return {
    read: () =>
      attempt(async (cache) => {
        const { body } = (await cache.match(key)) ?? {};
        if (!body) return undefined;
        const unpacked = body.pipeThrough(new DecompressionStream('gzip'));
        return new Uint8Array(await new Response(unpacked).arrayBuffer());
      }),
    async write(snapshot) {
      await attempt(async (cache) => {
        const packed = new Blob([new Uint8Array(snapshot)]).stream().pipeThrough(new CompressionStream('gzip'));
        const bytes = await new Response(packed).arrayBuffer();
        // One at a time: those of former versions are of no use.
        for (const old of await cache.keys()) await cache.delete(old);
        await cache.put(key, new Response(bytes));
      });
    },
    async clear() {
      await attempt((cache) => cache.delete(key));
    },
  };
}
