/** The log of events as the elements of a page share it: read once, and again whenever it has changed. */
import { atom, type ReadableAtom } from 'nanostores';
import type { EventLog } from '../domain/event-log.ts';
import { openLog } from './study.ts';

const current = atom<EventLog | undefined>();
let isFollowing = false;

/** The log; `undefined` until it was read for the first time. */
export function followLog(): ReadableAtom<EventLog | undefined> {
  if (!isFollowing) void follow();
  isFollowing = true;
  return current;
}

async function follow(): Promise<void> {
  const store = await openLog();
  const refresh = async () => current.set(await store.read());
  store.revision.listen(() => void refresh());
  // A page that comes back from the back/forward cache has missed what other tabs said meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && void refresh());
  await refresh();
}
