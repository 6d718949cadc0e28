/** A tab of one browser: a log store on the database in memory, with a clock that goes on by itself. */
import { createLogStore, type LogStore } from '../log-store.ts';
import { openStudyDatabase, type StudyDatabase } from '../study-database.ts';

export const MORNING = Date.UTC(2026, 10, 24, 9);

export function openTab(device = 'laptop', siteId = 'kb'): LogStore {
  return createLogStore({ device, clock: createClock(), open: (onClose) => openStudyDatabase(siteId, onClose) });
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
