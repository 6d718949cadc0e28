/** What was searched for last in this browser, latest first: `localStorage["<siteId>:searches"]`, a list of terms. */
import { parseJson } from '../../domain/json.ts';
import type { StorageLike } from '../storage/study-store.ts';
import { LONGEST_TERM } from './query.ts';

const MOST = 8;

export interface RecentSearches {
  list(): readonly string[];
  add(term: string): void;
  clear(): void;
}

/** A convenience: where it cannot be kept, there is none. */
export function openRecentSearches(siteId: string, storage: StorageLike): RecentSearches {
  const key = `${siteId}:searches`;

  function list(): readonly string[] {
    try {
      const value = parseJson(storage.getItem(key) ?? '');
      return Array.isArray(value) ? value.filter((term) => typeof term === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  function write(terms: readonly string[]): void {
    try {
      storage.setItem(key, JSON.stringify(terms));
    } catch {
      // Full or blocked.
    }
  }

  return {
    list,
    add(term) {
      const own = term.trim().slice(0, LONGEST_TERM);
      if (own !== '') write([own, ...list().filter((other) => other !== own)].slice(0, MOST));
    },
    clear: () => write([]),
  };
}
