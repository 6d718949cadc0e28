/**
 * Keeps the event log in IndexedDB (study-database.ts). An event is acknowledged when the transaction that holds it is
 * complete. Whatever goes wrong, the page works on, `problem` says what happened, and nothing saved is lost:
 *
 * - blocked: the browser refuses, or an older tab is in the way. Events live as long as the page, and are written with
 *   the next one that can be.
 * - full: the same; what was stored before is still there.
 * - corrupt: a part could not be read; it was set aside as it was.
 * - newer: the database is of a newer version of the site; it is not touched.
 *
 * Two tabs cannot get in each other's way: reading the counter, adding to the day and writing both is one transaction.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { type Drafts, NO_DRAFTS } from '../../domain/draft.ts';
import { createLog, EMPTY_LOG, type EventLog, lastCounter, mergeLogs, selectDays } from '../../domain/event-log.ts';
import { isRecord } from '../../domain/json.ts';
import type { Moment } from '../../domain/learning-day.ts';
import { mergeFields } from '../../domain/stamped.ts';
import { createEvent, type Facts, nextCounter, type StudyEvent } from '../../domain/study-event.ts';
import { type ChangeSnapshot, isChangeSnapshot, type StoredSnapshot } from './change-snapshot.ts';
import { changeDrafts, readDrafts, setDraftsAside } from './draft-entries.ts';
import { changeSegments, readCounter, readSegments, writeCounter } from './log-segments.ts';
import { dropOldStates } from './review-cache.ts';
import type { StudyConnection } from './study-connection.ts';
import { addSnapshot, CARRIED, type Reading, read, type Writing, write } from './study-database.ts';
import type { StorageProblem } from './study-store.ts';

export interface Appended {
  readonly event: StudyEvent;
  /** Whether it is on the disk; where it is not, `problem` says why. */
  readonly saved: boolean;
}

/** Events, and drafts of code, which a backup brings together. */
export interface LogPart {
  readonly log: EventLog;
  readonly drafts: Drafts;
}

/** What is done to the database at once. */
export interface LogChange {
  readonly added?: Partial<LogPart>;
  readonly removed?: Partial<LogPart>;
  /** Merged into what is carried along. */
  readonly carried?: Readonly<Record<string, unknown>>;
  readonly snapshot?: ChangeSnapshot;
  /** Key of a snapshot that is used up. */
  readonly usedSnapshot?: number;
}

export interface LogReading extends LogPart {
  /** What backups of later versions have brought. */
  readonly carried: Readonly<Record<string, unknown>>;
  /** Whether the database could be read. Where it could not, this is what the page has added. */
  readonly isComplete: boolean;
}

export interface LogStore {
  readonly problem: ReadableAtom<StorageProblem | undefined>;
  /** Another number whenever the log has changed, in this tab or another. */
  readonly revision: ReadableAtom<number>;
  /** Adds an event of this device; the time is now where none is given. */
  append(facts: Facts, moment?: Moment): Promise<Appended>;
  /** The log from a learning day on; where it cannot be read, what this page has added. */
  read(since?: string): Promise<EventLog>;
  /** Everything at once, for a backup, and whether it is: the log from a learning day on, and all drafts. */
  readAll(since?: string): Promise<LogReading>;
  /** Does everything that a change says, or nothing of it; tells whether it was done. */
  change(change: LogChange): Promise<boolean>;
  /** The last snapshot that was made for a reason and is not used up. */
  findSnapshot(reason: ChangeSnapshot['reason']): Promise<StoredSnapshot | undefined>;
}

/** The part of `BroadcastChannel` that is used. */
export interface ChannelLike {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}

export interface LogStoreOptions {
  readonly device: string;
  readonly clock: () => Moment;
  readonly connection: StudyConnection;
  /** Tells other tabs that the log has changed. */
  readonly channel?: ChannelLike;
}

export function createLogStore({ device, clock, connection, channel }: LogStoreOptions): LogStore {
  const { problem, attempt, reportDamage } = connection;
  const revision = atom(0);
  /** Events that could not be written yet. */
  let pending: readonly StudyEvent[] = [];
  /** The highest counter that this page knows of. */
  let counter = 0;

  /** Writes a change and what is pending in one transaction; events that are there already are not written twice. */
  async function writeChange(
    sign: (last: number) => readonly StudyEvent[],
    { added = {}, removed = {}, carried = {}, snapshot, usedSnapshot }: LogChange,
  ): Promise<boolean> {
    const waiting = pending;
    const last = await attempt((database) =>
      write(database, async (transaction) => {
        const before = await readCounter(transaction, device);
        const own = createLog([...waiting, ...sign(before)]);
        const events = mergeLogs(added.log ?? EMPTY_LOG, own);
        const damages = [
          await changeSegments(transaction, events, removed.log ?? EMPTY_LOG),
          await changeDrafts(transaction, added.drafts ?? NO_DRAFTS, removed.drafts ?? NO_DRAFTS),
        ];
        if (damages.includes(true)) reportDamage();
        await dropOldStates(transaction, [...events.keys(), ...(removed.log ?? EMPTY_LOG).keys()]);
        const highest = Math.max(before, lastCounter(events, device));
        await writeCounter(transaction, device, highest);
        await addCarried(transaction, carried);
        if (snapshot) await addSnapshot(transaction, snapshot);
        if (usedSnapshot !== undefined) await transaction.objectStore('snapshots').delete(usedSnapshot);
        return highest;
      }),
    );
    if (last === undefined) return false;
    counter = Math.max(counter, last);
    pending = pending.filter((event) => !waiting.includes(event));
    revision.set(revision.get() + 1);
    channel?.postMessage('changed');
    return true;
  }

  async function readStored(since: string): Promise<LogReading> {
    const stored = await attempt((database) =>
      read(database, async (transaction) => ({
        ...(await readSegments(transaction, since)),
        code: await readDrafts(transaction),
        carried: await readCarried(transaction),
      })),
    );
    const own = selectDays(createLog(pending), since);
    if (stored === undefined) return { log: own, drafts: NO_DRAFTS, carried: {}, isComplete: false };
    const { log, damaged, code, carried } = stored;
    // What cannot be read is set aside by any change of its segment.
    if (damaged.length > 0) await writeChange(() => [], { added: { log: new Map(damaged.map((name) => [name, []])) } });
    if (code.damaged.length > 0) await setAside(code.damaged);
    return { log: mergeLogs(log, own), drafts: code.drafts, carried, isComplete: true };
  }

  async function setAside(drafts: readonly string[]): Promise<void> {
    reportDamage();
    await attempt((database) => write(database, (transaction) => setDraftsAside(transaction, drafts)));
  }

  if (channel) channel.onmessage = () => revision.set(revision.get() + 1);
  return {
    problem,
    revision,
    async append(facts, moment = clock()) {
      const sign = createSigner(facts, device, moment);
      const saved = await writeChange((last) => [sign(last)], {});
      const event = sign(counter);
      if (saved) return { event, saved };
      counter = Math.max(counter, event.n);
      pending = [...pending, event];
      revision.set(revision.get() + 1);
      return { event, saved };
    },
    async read(since = '') {
      const { log } = await readStored(since);
      return log;
    },
    readAll(since = '') {
      return readStored(since);
    },
    change(change) {
      return writeChange(() => [], change);
    },
    async findSnapshot(reason) {
      const snapshots = await attempt((database) => read(database, readSnapshots));
      return snapshots?.findLast((snapshot) => snapshot.reason === reason);
    },
  };
}

/**
 * Signs an event once: a write that seems to have failed may have been done all the same, and to do it again must not
 * make two events of one.
 */
function createSigner(facts: Facts, device: string, moment: Moment): (last: number) => StudyEvent {
  let event: StudyEvent | undefined;
  return (last) => {
    event ??= createEvent(facts, device, nextCounter(last), moment);
    return event;
  };
}

async function readCarried(transaction: Reading | Writing): Promise<Readonly<Record<string, unknown>>> {
  const carried = await transaction.objectStore('meta').get(CARRIED);
  return isRecord(carried) ? carried : {};
}

async function addCarried(transaction: Writing, carried: Readonly<Record<string, unknown>>): Promise<void> {
  if (Object.keys(carried).length === 0) return;
  await transaction.objectStore('meta').put(mergeFields(await readCarried(transaction), carried), CARRIED);
}

async function readSnapshots(transaction: Reading): Promise<StoredSnapshot[]> {
  const store = transaction.objectStore('snapshots');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return values.flatMap((value, index) => {
    const key = keys[index];
    return key !== undefined && isChangeSnapshot(value) ? [{ ...value, key }] : [];
  });
}
