/**
 * While somebody writes, pages see the collections where the loaders put them. Astro would have them see a file that it writes
 * half a second after the last change, with all entries of all collections.
 *
 * Astro's own store has what a server began with, so that the next one need not read all of it again: what has changed since is
 * told by its digest. Later it gets only what it makes modules of, pictures and MDX, since each change of it is such a file.
 */
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { shareInProcess } from '../content/share.ts';

export type LiveEntry = NonNullable<ReturnType<DataStore['get']>>;

export interface LiveCollection {
  readonly store: DataStore;
  /** From now on Astro's store is left as it is, and whoever shows pages is told of what changes. */
  watch(): void;
}

/** By name, what a collection holds by id: `astro:content` reads these while somebody writes. */
export const collections = shareInProcess('collections', () => new Map<string, Map<string, LiveEntry>>());

/** Who is told of changes, once there is somebody. */
export const listener = shareInProcess('collection-listener', () => ({ hear(): void {} }));

/** What Astro puts before the name of a picture that frontmatter names, until it has taken the entry. */
const PICTURE_FIELD = '__ASTRO_IMAGE_';

/**
 * @param kept what Astro keeps for the next start
 * @param show what pages see of an entry
 */
export function openLiveCollection(
  name: string,
  kept: DataStore,
  show: (entry: LiveEntry) => LiveEntry = (entry) => entry,
): LiveCollection {
  const entries = new Map(kept.entries().map(([id, entry]) => [id, show(entry)]));
  collections.set(name, entries);
  let isWatching = false;
  const tell = () => {
    if (isWatching) listener.hear();
  };
  return {
    watch() {
      isWatching = true;
    },
    store: {
      ...kept,
      // Whoever asks says what the data are, as with Astro's own.
      get: ((id) => entries.get(id)) as DataStore['get'],
      entries: () => [...entries],
      values: () => [...entries.values()],
      keys: () => [...entries.keys()],
      has: (id) => entries.has(id),
      set(entry) {
        const before = entries.get(entry.id);
        if (entry.digest !== undefined && before?.digest === entry.digest) return false;
        const isKept = !isWatching || needsModules(entry, before);
        if (isKept) kept.set(entry);
        entries.set(entry.id, show((isKept && kept.get(entry.id)) || entry));
        tell();
        return true;
      },
      delete(id) {
        if (!isWatching) kept.delete(id);
        entries.delete(id);
        tell();
      },
      clear() {
        kept.clear();
        entries.clear();
        tell();
      },
    },
  };
}

/** A loader whose collection needs nothing but this. */
export function loadLive(loader: Loader): Loader {
  if (!import.meta.env.DEV) return loader;
  return {
    ...loader,
    async load(context: LoaderContext) {
      const live = openLiveCollection(context.collection, context.store);
      await loader.load({ ...context, store: live.store });
      live.watch();
    },
  };
}

/** Whether Astro has to write files that import something which it did not have to before. */
function needsModules(entry: LiveEntry, before: LiveEntry | undefined): boolean {
  const { assetImports = [], data } = entry;
  if (entry.deferredRender === true && before?.deferredRender !== true) return true;
  if (assetImports.some((picture) => !before?.assetImports?.includes(picture))) return true;
  return JSON.stringify(data).includes(PICTURE_FIELD);
}
