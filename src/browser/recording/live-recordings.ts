/**
 * Which recordings are being made at this moment, in whatever tab: each holds a lock of its name, which the browser takes
 * away with the tab. What has neither an end nor a lock was broken off.
 */
export interface LiveRecordings {
  /** @returns what ends it, and resolves when every tab sees that */
  hold(id: string): () => Promise<void>;
  list(): Promise<ReadonlySet<string>>;
}

/** @param locks `navigator.locks`, which is missing where a page is served over plain HTTP, and so is the microphone */
export function createLiveRecordings(siteId: string, locks: LockManager | undefined): LiveRecordings {
  const prefix = `${siteId}:recording:`;
  return {
    hold(id) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const held = locks?.request(prefix + id, () => promise);
      return async () => {
        resolve();
        await held;
      };
    },
    async list() {
      const names = (await locks?.query())?.held?.map(({ name = '' }) => name) ?? [];
      return new Set(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)));
    },
  };
}
