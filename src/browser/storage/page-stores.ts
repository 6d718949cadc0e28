/** What IndexedDB keeps of this browser: the log and the drafts. Loaded on demand: it brings IndexedDB's library along. */
import type { Moment } from '../../domain/learning-day.ts';
import { readDevice } from './device.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { createKeptFileStore, type KeptFileStore } from './kept-file.ts';
import { createLogStore, type LogStore } from './log-store.ts';
import { createStudyConnection } from './study-connection.ts';
import { openStudyDatabase } from './study-database.ts';

export interface PageStores {
  readonly log: LogStore;
  readonly drafts: DraftStore;
  readonly kept: KeptFileStore;
}

export function openPageStores(siteId: string): PageStores {
  const connection = createStudyConnection((onClose) => openStudyDatabase(siteId, onClose));
  const channel = new BroadcastChannel(`${siteId}:log`);
  return {
    log: createLogStore({ device: readDevice(siteId, () => localStorage), clock: readClock, connection, channel }),
    drafts: createDraftStore({ connection, now: Date.now }),
    kept: createKeptFileStore(connection),
  };
}

/** Now, on this device's clock. */
export function readClock(): Moment {
  const now = new Date();
  return { t: now.getTime(), z: -Math.round(now.getTimezoneOffset()) };
}
