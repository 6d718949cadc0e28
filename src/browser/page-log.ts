/**
 * The log of events as the elements of a page share it: read once, and again whenever it has changed. The last year comes
 * first, since it is what most of them show, and a log of many years takes its time.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { addDays } from '../domain/calendar-day.ts';
import type { EventLog } from '../domain/event-log.ts';
import { learningDay } from '../domain/learning-day.ts';
import { readClock } from './clock.ts';
import { openLog } from './study.ts';

/** As many days as a picture of a year shows. */
const YEAR = 53 * 7;

const logs = { year: atom<EventLog | undefined>(), all: atom<EventLog | undefined>() };
let isFollowing = false;

/** The log, `all` of it or its last `year`; `undefined` until it was read for the first time. */
export function followLog(part: keyof typeof logs): ReadableAtom<EventLog | undefined> {
  if (!isFollowing) void follow();
  isFollowing = true;
  return logs[part];
}

async function follow(): Promise<void> {
  const store = await openLog();
  // What is shown of the log is not all that there is, or not all of it is kept.
  store.problem.subscribe((problem) => {
    const notice = problem === 'blocked' ? '[data-database]' : `[data-problem="${problem}"]`;
    document.querySelector(`study-notices ${notice}`)?.removeAttribute('hidden');
  });
  const refresh = async () => {
    logs.year.set(await store.read(addDays(learningDay(readClock()), -YEAR)));
    logs.all.set(await store.read());
  };
  store.revision.listen(() => void refresh());
  // A page that comes back from the back/forward cache has missed what other tabs said meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && void refresh());
  await refresh();
}
