/** The note that was read last in this browser, for the way back to it. Kept on this device only: another reads elsewhere. */
import { isRecord, parseJson } from '../domain/json.ts';
import type { StorageLike } from './storage/study-store.ts';

export interface LastPage {
  /** Address without origin. */
  readonly href: string;
  /** In the language in which it was read. */
  readonly title: string;
}

export function readLastPage(siteId: string, storage: StorageLike): LastPage | undefined {
  try {
    const value = parseJson(storage.getItem(keyOf(siteId)) ?? '');
    if (!isRecord(value) || typeof value.href !== 'string' || typeof value.title !== 'string') return undefined;
    return value.href.startsWith('/') && !value.href.startsWith('//')
      ? { href: value.href, title: value.title }
      : undefined;
  } catch {
    // Blocked storage: there is no way back to show, and the page says elsewhere that nothing is kept.
    return undefined;
  }
}

/** A convenience: where it cannot be kept, nothing is lost. */
export function writeLastPage(siteId: string, storage: StorageLike, page: LastPage): void {
  try {
    storage.setItem(keyOf(siteId), JSON.stringify(page));
  } catch {
    // Full or blocked: what the reader did is told of by the study store.
  }
}

function keyOf(siteId: string): string {
  return `${siteId}:last-page`;
}
