/** The log of events of this browser. Loaded on demand: it brings IndexedDB's library along. */
import type { Moment } from '../../domain/learning-day.ts';
import { readDevice } from './device.ts';
import { createLogStore, type LogStore } from './log-store.ts';
import { openStudyDatabase } from './study-database.ts';

export function openPageLog(siteId: string): LogStore {
  return createLogStore({
    device: readDevice(siteId, () => localStorage),
    clock: readClock,
    open: (onClose) => openStudyDatabase(siteId, onClose),
    channel: new BroadcastChannel(`${siteId}:log`),
  });
}

/** Now, on this device's clock. */
export function readClock(): Moment {
  const now = new Date();
  return { t: now.getTime(), z: -Math.round(now.getTimezoneOffset()) };
}
