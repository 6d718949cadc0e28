/**
 * The names of the groups that were saved or begun, in `localStorage["<siteId>:offline"]`. It tells any page, at no cost,
 * whether there is something to keep up, and the progress page whether the browser has thrown away what was saved.
 */
import type { StorageLike } from '../storage/study-store.ts';

export interface MarkStorage extends StorageLike {
  removeItem(key: string): void;
}

export interface Mark {
  read(): string[];
  add(names: readonly string[]): void;
  drop(names: readonly string[]): void;
}

/** @param openStorage throws where storage is blocked; nothing is remembered then */
export function createMark(siteId: string, openStorage: () => MarkStorage): Mark {
  // src/browser/study.ts reads it too.
  const key = `${siteId}:offline`;
  const read = (): string[] => {
    try {
      return openStorage().getItem(key)?.split(' ') ?? [];
    } catch {
      return [];
    }
  };
  const write = (names: readonly string[]): void => {
    try {
      if (names.length === 0) openStorage().removeItem(key);
      else openStorage().setItem(key, names.join(' '));
    } catch {
      // Blocked or full: pages would not register the worker anew, which the browser remembers by itself.
    }
  };
  return {
    read,
    add: (names) => write([...new Set([...read(), ...names])]),
    drop: (names) => write(read().filter((name) => !names.includes(name))),
  };
}
