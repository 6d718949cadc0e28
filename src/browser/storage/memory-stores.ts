/** A log and drafts that live as long as the page: for tests of what stands on them. */
import { atom } from 'nanostores';
import { type Draft, mergeDrafts, NO_DRAFTS, rewriteDraft, subtractDrafts } from '../../domain/draft.ts';
import { createLog, EMPTY_LOG, lastCounter, mergeLogs, selectDays, subtractLog } from '../../domain/event-log.ts';
import type { Moment } from '../../domain/learning-day.ts';
import { mergeFields } from '../../domain/stamped.ts';
import { createEvent, nextCounter } from '../../domain/study-event.ts';
import type { StoredSnapshot } from './change-snapshot.ts';
import type { KeptFile } from './kept-file.ts';
import type { LogPart } from './log-store.ts';
import type { PageStores } from './page-stores.ts';
import type { StorageProblem } from './study-store.ts';

export function createMemoryStores(device: string, clock: () => Moment): PageStores {
  const problem = atom<StorageProblem | undefined>();
  const revision = atom(0);
  const draftRevision = atom(0);
  let kept: KeptFile | undefined;
  let stored: LogPart = { log: EMPTY_LOG, drafts: NO_DRAFTS };
  let carriedOn: Readonly<Record<string, unknown>> = {};
  let snapshots: readonly StoredSnapshot[] = [];

  async function rewrite(key: string, code: string | null): Promise<boolean> {
    const draft = stored.drafts.get(key);
    const drafts = new Map(stored.drafts).set(key, rewriteDraft(draft, code, draft, clock().t));
    stored = { ...stored, drafts };
    draftRevision.set(draftRevision.get() + 1);
    return true;
  }

  return {
    deliver: async () => undefined,
    log: {
      problem,
      revision,
      async append(facts, moment = clock()) {
        const event = createEvent(facts, device, nextCounter(lastCounter(stored.log, device)), moment);
        stored = { ...stored, log: mergeLogs(stored.log, createLog([event])) };
        revision.set(revision.get() + 1);
        return { event, saved: true };
      },
      async read(since = '') {
        return selectDays(stored.log, since);
      },
      async readAll() {
        return { ...stored, carried: carriedOn, isComplete: true };
      },
      async change({ added = {}, removed = {}, carried = {}, snapshot, usedSnapshot }) {
        stored = {
          log: subtractLog(mergeLogs(stored.log, added.log ?? EMPTY_LOG), removed.log ?? EMPTY_LOG),
          drafts: mergeDrafts(subtractDrafts(stored.drafts, removed.drafts ?? NO_DRAFTS), added.drafts ?? NO_DRAFTS),
        };
        carriedOn = mergeFields(carriedOn, carried);
        if (snapshot) snapshots = [...snapshots, { ...snapshot, key: revision.get() }];
        snapshots = snapshots.filter(({ key }) => key !== usedSnapshot);
        revision.set(revision.get() + 1);
        return true;
      },
      async findSnapshot(reason) {
        return snapshots.findLast((snapshot) => snapshot.reason === reason);
      },
    },
    kept: {
      async read() {
        return kept;
      },
      async keep(file) {
        kept = file;
        return true;
      },
    },
    reviews: {
      // Everything is in the log.
      open: async () => undefined,
      drop: async () => undefined,
    },
    drafts: {
      revision: draftRevision,
      async read(key) {
        return stored.drafts.get(key);
      },
      write: rewrite,
      remove: (key) => rewrite(key, null),
      async list(prefix) {
        const isListed = ([key, { code, earlier }]: [string, Draft]) =>
          key.startsWith(prefix) && (code !== null || earlier.length > 0);
        const drafts = [...stored.drafts].filter(isListed).sort(([a], [b]) => (a < b ? -1 : 1));
        return drafts.map(([key, draft]) => ({ ...draft, key }));
      },
    },
  };
}
