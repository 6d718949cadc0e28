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
import { deliverTyped } from './typed-code.ts';

export interface PageStores {
  readonly log: LogStore;
  readonly drafts: DraftStore;
  readonly kept: KeptFileStore;
  readonly reviews: ReviewCache;
  /** Puts into the log and the drafts what was noted while they were not open. */
  deliver(): Promise<void>;
}

export function openPageStores(siteId: string): PageStores {
  const connection = createStudyConnection((onClose) => openStudyDatabase(siteId, onClose));
  const channel = new BroadcastChannel(`${siteId}:log`);
  const device = readDevice(siteId, () => localStorage);
  const log = createLogStore({ device, clock: readClock, connection, channel });
  const drafts = createDraftStore({ connection, now: Date.now });
  const place = { siteId, openStorage: () => localStorage };
  return {
    log,
    drafts,
    async deliver() {
      await Promise.all([emptyOutbox({ ...place, log, device }), deliverTyped(place, drafts)]);
    },
    kept: createKeptFileStore(connection),
    reviews: createReviewCache(connection),
  };
}
