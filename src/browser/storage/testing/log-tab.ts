/** A tab of one browser: its stores on the database in memory, with a clock that goes on by itself. */
import { createDraftStore, type DraftStore } from '../draft-store.ts';
import { createLogStore, type LogStore } from '../log-store.ts';
import { createStudyConnection, type StudyConnection } from '../study-connection.ts';
import { openStudyDatabase, type StudyDatabase } from '../study-database.ts';

export const MORNING = Date.UTC(2026, 10, 24, 9);

export function openTab(device = 'laptop', siteId = 'kb'): LogStore {
  return createLogStore({ device, clock: createClock(), connection: connect(siteId) });
}

/** @param clock the time of what is written */
export function openDraftTab(clock: () => number, siteId = 'kb'): DraftStore {
  return createDraftStore({ connection: connect(siteId), now: clock });
}

export function connect(siteId = 'kb'): StudyConnection {
  return createStudyConnection((onClose) => openStudyDatabase(siteId, onClose));
}

/** The database itself, as whoever looks into the browser's storage finds it. */
export function openRaw(siteId = 'kb'): Promise<StudyDatabase> {
  return openStudyDatabase(siteId, () => undefined);
}

export function createClock(start = MORNING): () => { t: number; z: number } {
  let t = start;
  return () => {
    t += 1000;
    return { t, z: 60 };
  };
}
