/** The reader's own version of one piece of code, kept as a draft while they write. */
import { forgetTyped, noteTyped } from '../browser/storage/typed-code.ts';
import { openDrafts, openStorage, siteId } from '../browser/study.ts';

const PLACE = { siteId, openStorage };

/** Milliseconds after the last key at which what was typed is saved. */
const PAUSE = 300;

export interface CodeDraft {
  /** What was saved, if anything. */
  read(): Promise<string | undefined>;
  /** Saves soon, and at the latest when the page is left (storage/typed-code.ts). */
  write(code: string): void;
  remove(): Promise<void>;
}

/** @param key as the draft store has it: `block:<page>#<hash>` */
export function openDraft(key: string): CodeDraft {
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const code = waiting;
    waiting = undefined;
    noteTyped(PLACE, key, code);
    if (await (await openDrafts()).write(key, code)) forgetTyped(PLACE, key, code);
  };
  addEventListener('visibilitychange', () => void save());
  addEventListener('pagehide', () => void save());
  return {
    async read() {
      return (await (await openDrafts()).read(key))?.code ?? undefined;
    },
    write(code) {
      waiting = code;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE);
    },
    async remove() {
      waiting = undefined;
      clearTimeout(timer);
      forgetTyped(PLACE, key);
      await (await openDrafts()).remove(key);
    },
  };
}

const EDITED = `${siteId}:edited`;

/**
 * Notes whether this page has drafts, where its blocks look before anything is loaded. Of this browser only: the drafts
 * themselves are in the database.
 */
export function noteDrafts(hasAny: boolean): void {
  const storage = openStorage();
  try {
    const pages = new Set((storage.getItem(EDITED) ?? '').split('\n').filter((page) => page !== ''));
    if (hasAny) pages.add(location.pathname);
    else pages.delete(location.pathname);
    storage.setItem(EDITED, [...pages].join('\n'));
  } catch {
    // Full or forbidden: the draft is found all the same once the block is used.
  }
}
