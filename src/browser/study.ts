/** The study record of this page: one store, following other tabs, and on demand the log of events and drafts. */
import type { Facts } from '../domain/study-event.ts';
import { readClock } from './clock.ts';
import type { DraftStore } from './storage/draft-store.ts';
import type { KeptFileStore } from './storage/kept-file.ts';
import type { LogStore } from './storage/log-store.ts';
import type { PageStores } from './storage/page-stores.ts';
import type { ReviewCache } from './storage/review-cache.ts';
import { createStudyStore, type StorageLike, studyKey } from './storage/study-store.ts';

/** Words and names that the server wrote into the page for its scripts. */
export interface PageWords {
  readonly open: string;
  readonly doing: string;
  readonly done: string;
  readonly skipped: string;
  readonly menu: string;
  readonly keys: string;
  readonly state: string;
  readonly kept: string;
  readonly backup: string;
  readonly close: string;
}

const element = document.getElementById('study-words');
export const words = JSON.parse(element?.textContent ?? '{}') as PageWords;
export const siteId = element?.dataset.site ?? 'study';

export const store = createStudyStore(siteId, () => localStorage, Date.now);

const NO_STORAGE: StorageLike = { getItem: () => null, setItem: () => undefined };

/** The browser's storage for what may be lost; where it is forbidden, even naming it throws. */
export function openStorage(): StorageLike {
  try {
    return localStorage;
  } catch {
    return NO_STORAGE;
  }
}

let stores: Promise<PageStores> | undefined;

/** What IndexedDB keeps, opened at the first call; a page that only shows ticks does not load it. */
function openStores(): Promise<PageStores> {
  stores ??= import('./storage/page-stores.ts').then(
    async ({ openPageStores }) => {
      const opened = openPageStores(siteId);
      await opened.deliver();
      return opened;
    },
    (error: unknown) => {
      // Without a network the script may come later.
      stores = undefined;
      throw error;
    },
  );
  return stores;
}

/**
 * Adds to the log what a reader did. It is noted before this returns, so that the page may be left at once
 * (storage/outbox.ts); the promise says that the log has it.
 */
export async function record(facts: Facts, moment = readClock()): Promise<void> {
  try {
    const key = `${siteId}:outbox`;
    localStorage.setItem(key, JSON.stringify([...JSON.parse(localStorage.getItem(key) ?? '[]'), { facts, ...moment }]));
    if (isKept) markUnsaved();
  } catch {
    // Full, forbidden or damaged: then the log alone has to be quick enough.
    await (await openLog()).append(facts, moment);
    return;
  }
  await (await openStores()).deliver();
}

/** The log of events. */
export async function openLog(): Promise<LogStore> {
  return (await openStores()).log;
}

/** What is known of all flashcards, for who replays what was done with them since. */
export async function openReviewCache(): Promise<ReviewCache> {
  return (await openStores()).reviews;
}

/** The file that is kept up to date. */
export async function openKeptFile(): Promise<KeptFileStore> {
  return (await openStores()).kept;
}

/** Drafts of code, for whatever page lets its reader write some. */
export async function openDrafts(): Promise<DraftStore> {
  return (await openStores()).drafts;
}

// Who keeps a file up to date is the only one who loads what it takes. What they do before it is there is marked, so that
// it finds something to save.
const isKept = Boolean(readMark('auto-save'));
if (isKept) store.study.listen(markUnsaved);
if (isKept) void import('./page-auto-save.ts').then(({ openAutoSave }) => openAutoSave());
// The same goes for who has saved the site.
if (readMark('offline')) void import('./offline/page-offline.ts').then(({ keepUp }) => keepUp(siteId));

function markUnsaved(): void {
  try {
    localStorage.setItem(`${siteId}:auto-save-due`, 'yes');
  } catch {
    // Full or forbidden: then nothing else was stored either.
  }
}

function readMark(name: string): string | null {
  try {
    return openStorage().getItem(`${siteId}:${name}`);
  } catch {
    return null;
  }
}

addEventListener('storage', (event) => {
  if (event.key === studyKey(siteId)) store.refresh();
});
// A page that comes back from the back/forward cache has missed the events meanwhile.
addEventListener('pageshow', (event) => {
  if (event.persisted) store.refresh();
});
