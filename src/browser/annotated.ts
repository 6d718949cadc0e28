/**
 * Ids of the notes beside which this reader has written, where a note looks before it loads anything: one a line under
 * `<siteId>:annotated`. Of this browser only, and made anew by the list on the progress page: what was written is in the
 * database.
 */
import type { StorageLike } from './storage/study-store.ts';

export function readAnnotated(siteId: string, storage: StorageLike): string[] {
  try {
    return (storage.getItem(keyOf(siteId)) ?? '').split('\n').filter((note) => note !== '');
  } catch {
    return [];
  }
}

export function writeAnnotated(siteId: string, storage: StorageLike, notes: readonly string[]): void {
  try {
    storage.setItem(keyOf(siteId), [...new Set(notes)].join('\n'));
  } catch {
    // Full or blocked: what was written is found all the same once the reader asks for it.
  }
}

function keyOf(siteId: string): string {
  return `${siteId}:annotated`;
}
