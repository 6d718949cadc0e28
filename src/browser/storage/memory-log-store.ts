/** A log that lives as long as the page: for tests of what stands on a log. */
import { atom } from 'nanostores';
import { createLog, EMPTY_LOG, lastCounter, mergeLogs, selectDays, subtractLog } from '../../domain/event-log.ts';
import type { Moment } from '../../domain/learning-day.ts';
import { mergeFields } from '../../domain/stamped.ts';
import { createEvent, nextCounter } from '../../domain/study-event.ts';
import type { StoredSnapshot } from './change-snapshot.ts';
import type { LogStore } from './log-store.ts';
import type { StorageProblem } from './study-store.ts';

export function createMemoryLogStore(device: string, clock: () => Moment): LogStore {
  const problem = atom<StorageProblem | undefined>();
  const revision = atom(0);
  let log = EMPTY_LOG;
  let kept: Readonly<Record<string, unknown>> = {};
  let snapshots: readonly StoredSnapshot[] = [];
  return {
    problem,
    revision,
    async append(facts, moment = clock()) {
      const event = createEvent(facts, device, nextCounter(lastCounter(log, device)), moment);
      log = mergeLogs(log, createLog([event]));
      revision.set(revision.get() + 1);
      return { event, saved: true };
    },
    async read(since = '') {
      return selectDays(log, since);
    },
    async readAll() {
      return { log, carried: kept, isComplete: true };
    },
    async change({ added = EMPTY_LOG, removed = EMPTY_LOG, carried = {}, snapshot, usedSnapshot }) {
      log = subtractLog(mergeLogs(log, added), removed);
      kept = mergeFields(kept, carried);
      if (snapshot) snapshots = [...snapshots, { ...snapshot, key: revision.get() }];
      snapshots = snapshots.filter(({ key }) => key !== usedSnapshot);
      revision.set(revision.get() + 1);
      return true;
    },
    async findSnapshot(reason) {
      return snapshots.findLast((snapshot) => snapshot.reason === reason);
    },
  };
}
