/** What IndexedDB keeps of this browser: the log and the drafts. Loaded on demand: it brings IndexedDB's library along. */
import { readClock } from '../clock.ts';
import { readDevice } from './device.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { createKeptFileStore, type KeptFileStore } from './kept-file.ts';
import { createLogStore, type LogStore } from './log-store.ts';
import { emptyOutbox } from './outbox.ts';
import { createReviewCache, type ReviewCache } from './review-cache.ts';
import { createStudyConnection } from './study-connection.ts';
import { openStudyDatabase } from './study-database.ts';

export interface PageStores {
  readonly log: LogStore;
  readonly drafts: DraftStore;
  readonly kept: KeptFileStore;
  readonly reviews: ReviewCache;
  /** Puts into the log what was noted while it was not open. */
  deliver(): Promise<void>;
}

export function openPageStores(siteId: string): PageStores {
  const connection = createStudyConnection((onClose) => openStudyDatabase(siteId, onClose));
  const channel = new BroadcastChannel(`${siteId}:log`);
  const device = readDevice(siteId, () => localStorage);
  const log = createLogStore({ device, clock: readClock, connection, channel });
  return {
    log,
    deliver: () => emptyOutbox({ siteId, openStorage: () => localStorage, log, device }),
    drafts: createDraftStore({ connection, now: Date.now }),
    kept: createKeptFileStore(connection),
    reviews: createReviewCache(connection),
  };
}
