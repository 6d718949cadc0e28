/** The browser's caches in memory, with a limit on how many entries they take. */

export class FakeCaches implements Pick<CacheStorage, 'has' | 'open' | 'delete'> {
  readonly stored = new Map<string, Map<string, Response>>();
  /** Entries that there is room for, in all caches. */
  room = Number.POSITIVE_INFINITY;
  /** Addresses of the entries written, in order. */
  readonly writes: string[] = [];

  async has(name: string): Promise<boolean> {
    return this.stored.has(name);
  }

  async open(name: string): Promise<Cache> {
    const entries = this.stored.get(name) ?? new Map<string, Response>();
    this.stored.set(name, entries);
    const cache: Pick<Cache, 'match' | 'put' | 'keys' | 'delete'> = {
      match: async (key) => entries.get(String(key))?.clone(),
      put: async (key, response) => {
        const isNew = !entries.has(String(key));
        const used = [...this.stored.values()].reduce((sum, { size }) => sum + size, 0);
        if (isNew && used >= this.room) throw new DOMException('full', 'QuotaExceededError');
        entries.set(String(key), new Response(await response.blob(), { headers: response.headers }));
        this.writes.push(String(key));
      },
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
      delete: async (key) => entries.delete(String(key)),
    };
    return cache as Cache;
  }

  async delete(name: string): Promise<boolean> {
    return this.stored.delete(name);
  }
}
