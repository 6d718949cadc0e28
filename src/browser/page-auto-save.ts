/**
 * Keeps the file of a reader who chose one up to date, from whatever page they study on. Loaded only for them, and by the
 * page on which they choose.
 */
import { type AutoSave, createAutoSave } from './storage/auto-save.ts';
import { openDrafts, openKeptFile, openLog, openStorage, siteId, store } from './study.ts';

let opening: Promise<AutoSave> | undefined;

export function openAutoSave(): Promise<AutoSave> {
  opening ??= start();
  return opening;
}

async function start(): Promise<AutoSave> {
  const [log, drafts, kept] = await Promise.all([openLog(), openDrafts(), openKeptFile()]);
  const place = { siteId, study: store, log };
  const autoSave = createAutoSave({ place, kept, storage: openStorage(), now: Date.now, lock });
  await autoSave.resume();
  for (const changes of [store.study, log.revision, drafts.revision]) changes.listen(() => autoSave.note());
  // A page that is put away may not come back; what it can still do, it does.
  document.addEventListener('visibilitychange', () => document.hidden && void autoSave.flush());
  addEventListener('pagehide', () => void autoSave.flush());
  return autoSave;
}

/** Tabs write one after the other, each what is stored by then. */
async function lock<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(`${siteId}:auto-save`, work);
}
