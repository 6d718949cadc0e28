/** What lies between the published site and what is saved of it. */
import { blobOf } from './blob.ts';
import type { OfflineFile } from './manifest.ts';
import { listSavedBlobs, type SavedFiles, type SavedIndex } from './saved-index.ts';

/** Whether a group was published with other files than those saved, or with fewer. */
export function isOutdated(files: readonly OfflineFile[], saved: SavedFiles): boolean {
  return files.length !== Object.keys(saved).length || files.some(({ path, hash }) => saved[path] !== hash);
}

export interface Work {
  /** Files to fetch, each blob once. */
  readonly missing: readonly OfflineFile[];
  /** Bytes over the wire of all that this save is about: what has come of it already, and what has not. */
  readonly wire: number;
  readonly done: number;
}

/**
 * What a save has to do. What an earlier attempt has brought is counted as done; what was saved before that is not counted.
 * @param present blobs in the cache
 */
export function findWork(files: readonly OfflineFile[], index: SavedIndex, present: ReadonlySet<string>): Work {
  const before = listSavedBlobs(index);
  const blobs = new Map(files.map((file) => [blobOf(file), file]));
  const fresh = [...blobs].filter(([blob]) => !present.has(blob) || !before.has(blob));
  const missing = fresh.filter(([blob]) => !present.has(blob)).map(([, file]) => file);
  const wire = fresh.reduce((sum, [, file]) => sum + file.wire, 0);
  return { missing, wire, done: wire - missing.reduce((sum, file) => sum + file.wire, 0) };
}
