/** The texts of the site's pages, which its collection has marks of only: see text-store.ts. */
import path from 'node:path';
import { root } from 'virtual:study/site';
import type { DataStore } from 'astro/loaders';
import { openTextStore } from './text-store.ts';

/** A server for writers and a build may run at once, with other addresses in the texts of each. */
const store = openTextStore(path.join(root, '.astro/texts', import.meta.env.DEV ? 'dev' : 'build'));

/** What a mark stands for, in an entry's body and in its HTML. */
export const readText = store.get;

type Entry = Parameters<DataStore['set']>[0];

/** The store of a collection that takes texts out of what it is given. */
export function keepTextsApart(entries: DataStore): DataStore {
  for (const [id, entry] of entries.entries()) {
    if (!textsOf(entry).every(store.has)) entries.delete(id);
  }
  return { ...entries, set: (entry) => entries.set(takeOut(entry)) };
}

/** To be called when a collection is complete. */
export function pruneTexts(entries: DataStore): void {
  store.prune(entries.values().flatMap(textsOf));
}

function textsOf({ body = '', rendered }: Pick<Entry, 'body' | 'rendered'>): string[] {
  return [body, rendered?.html ?? ''];
}

/** Astro itself puts addresses of pictures into HTML that has some, when it is rendered: it stays as it is. */
function takeOut(entry: Entry): Entry {
  const { body, rendered } = entry;
  const hasPictures = (rendered?.metadata?.imagePaths?.length ?? 0) > 0;
  return {
    ...entry,
    ...(body && { body: store.put(body) }),
    ...(rendered && !hasPictures && { rendered: { ...rendered, html: store.put(rendered.html) } }),
  };
}
