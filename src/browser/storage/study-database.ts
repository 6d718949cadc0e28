/**
 * The reader's database in the browser: IndexedDB `<siteId>`.
 *
 * Stores:
 * - `log`: key `<device>|<learning day>`, value that day's events (event-log.ts)
 * - `meta`: `counter|<device>`, the last counter given out; `carried`, what backups of later versions have brought
 * - `drafts`, since version 2: key chosen by a page, value a draft of code (domain/draft.ts)
 * - `reviews`, since version 3: what is known of all flashcards, which can be made anew from the log (review-cache.ts)
 * - `recordings`, since version 4: what is known of each recording (domain/recording.ts), by its id
 * - `recording-chunks`, since version 4: key `[id, number]`, value the bytes of some seconds (recording/recording-store.ts)
 * - `snapshots`: what there was before an import, its undoing or a migration; the last five
 * - `quarantine`: what could not be read, as it was
 *
 * Life cycle: opened on first use, closed as soon as another tab wants a newer version. Values are read with guards: they
 * may be of another version, or damaged.
 *
 * Migrations: `MIGRATIONS[n]` brings version n to n + 1, in the transaction of the upgrade. A copy of what there was goes
 * to `snapshots` first, in the same transaction: either all is done or nothing. To add a store, add a migration.
 * Version 2 takes the drafts that version 1 has carried along from a later backup into their own store. Version 3 adds a
 * cache; it is a version since a tab that does not know of it would change the log and leave the cache as it was. Version 4
 * adds recordings.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { readDraft } from '../../domain/draft.ts';
import { isRecord } from '../../domain/json.ts';
import type { StorageProblem } from './study-store.ts';

interface StudySchema extends DBSchema {
  log: { key: string; value: unknown };
  meta: { key: string; value: unknown };
  drafts: { key: string; value: unknown };
  reviews: { key: string; value: unknown };
  recordings: { key: string; value: unknown };
  'recording-chunks': { key: [id: string, number: number]; value: unknown };
  snapshots: { key: number; value: unknown };
  quarantine: { key: number; value: unknown };
}

/** What a study is made of: what belongs together is read and written together. */
const STUDY_STORES = ['log', 'meta', 'drafts', 'reviews', 'snapshots', 'quarantine'] as const;
/** What lies beside it, so that neither waits for the other. */
export const RECORDING_STORES = ['recordings', 'recording-chunks'] as const;
/** What a migration leaves a copy of. */
const COPIED = ['log', 'meta', 'drafts'] as const;
const SNAPSHOTS_KEPT = 5;
/** Where `meta` holds what backups of later versions have brought. */
export const CARRIED = 'carried';
/**
 * Browsers have bugs by which opening, or a transaction after going back to a page, neither succeeds nor fails.
 * @see https://github.com/WebKit/WebKit/pull/74082
 */
const PATIENCE = 15_000;

export type StudyDatabase = IDBPDatabase<StudySchema>;
type Names = ((typeof STUDY_STORES)[number] | (typeof RECORDING_STORES)[number])[];
export type Reading = IDBPTransaction<StudySchema, Names, 'readonly'>;
export type Writing = IDBPTransaction<StudySchema, Names, 'readwrite'>;
type Upgrading = IDBPTransaction<StudySchema, Names, 'versionchange'>;
export type Migration = (database: StudyDatabase, transaction: Upgrading) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('log');
    database.createObjectStore('meta');
    database.createObjectStore('snapshots', { autoIncrement: true });
    database.createObjectStore('quarantine', { autoIncrement: true });
  },
  async (database, transaction) => {
    database.createObjectStore('drafts');
    await unpackDrafts(transaction);
  },
  (database) => {
    database.createObjectStore('reviews');
  },
  (database) => {
    database.createObjectStore('recordings');
    database.createObjectStore('recording-chunks');
  },
];

async function unpackDrafts(transaction: Upgrading): Promise<void> {
  const meta = transaction.objectStore('meta');
  const carried = await meta.get(CARRIED);
  if (!isRecord(carried) || !isRecord(carried.drafts)) return;
  const { drafts, ...rest } = carried;
  const [store, quarantine] = [transaction.objectStore('drafts'), transaction.objectStore('quarantine')];
  const entries = Object.entries(drafts);
  await Promise.all(entries.map(([key, draft]) => (readDraft(draft) ? store.put(draft, key) : quarantine.put(draft))));
  await meta.put(rest, CARRIED);
}

/**
 * Opens the database, brought to the present version. Rejects where the browser refuses, where an older tab keeps its
 * older version open, and where the database is of a newer version: `problemOf` tells them apart.
 * @param onClose called when the connection is lost: the next use has to open it again
 */
export function openStudyDatabase(
  siteId: string,
  onClose: () => void,
  migrations = MIGRATIONS,
): Promise<StudyDatabase> {
  const opening = new Promise<StudyDatabase>((resolve, reject) => {
    let database: StudyDatabase | undefined;
    const opened = openDB<StudySchema>(siteId, migrations.length, {
      upgrade(upgraded, version, _, transaction) {
        // Opening fails with it.
        transaction.done.catch(() => undefined);
        migrate(upgraded, transaction, version, migrations).catch((error: unknown) => {
          console.error(`The study database stays at version ${version}:`, error);
          abort(transaction);
        });
      },
      blocked() {
        reject(new DOMException('Another tab keeps an older version of the database open.', 'BlockedError'));
      },
      blocking() {
        database?.close();
        onClose();
      },
      terminated: onClose,
    });
    opened.then((result) => {
      database = result;
      resolve(result);
    }, reject);
  });
  return waitFor(opening);
}

/** Does all of `work` in one transaction that is on the disk when this resolves, or nothing of it. */
export function write<Result>(
  database: StudyDatabase,
  work: (transaction: Writing) => Promise<Result>,
  stores: Readonly<Names> = STUDY_STORES,
) {
  return complete(database.transaction([...stores], 'readwrite', { durability: 'strict' }), work);
}

export function read<Result>(
  database: StudyDatabase,
  work: (transaction: Reading) => Promise<Result>,
  stores: Readonly<Names> = STUDY_STORES,
) {
  return complete(database.transaction([...stores], 'readonly'), work);
}

/** Adds a snapshot, and drops the oldest ones but five. */
export async function addSnapshot(transaction: Writing | Upgrading, snapshot: unknown): Promise<void> {
  const snapshots = transaction.objectStore('snapshots');
  await snapshots.put(snapshot);
  const keys = await snapshots.getAllKeys();
  await Promise.all(keys.slice(0, -SNAPSHOTS_KEPT).map((key) => snapshots.delete(key)));
}

/** What an error of the database means for the reader. */
export function problemOf(error: unknown): StorageProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'blocked';
}

async function migrate(
  database: StudyDatabase,
  transaction: Upgrading,
  version: number,
  migrations: readonly Migration[],
): Promise<void> {
  if (version > 0) await addSnapshot(transaction, await copyStores(transaction, version));
  for (const step of migrations.slice(version)) await step(database, transaction);
}

async function copyStores(transaction: Upgrading, version: number): Promise<unknown> {
  const stores = COPIED.filter((name) => transaction.objectStoreNames.contains(name));
  const copies = stores.map(async (name) => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return [name, keys.map((key, index) => [key, values[index]])];
  });
  return { reason: 'migration', version, ...Object.fromEntries(await Promise.all(copies)) };
}

async function complete<Transaction extends Reading | Writing, Result>(
  transaction: Transaction,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  // Its failure shows below in any case; until it is waited for, it must not count as one that nobody handles.
  transaction.done.catch(() => undefined);
  try {
    const result = await waitFor(work(transaction));
    await waitFor(transaction.done);
    return result;
  } catch (error) {
    abort(transaction);
    throw transaction.error ?? error;
  }
}

/** The result, unless it takes longer than anything that goes well. */
async function waitFor<Result>(result: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The database does not answer.', 'TimeoutError')), PATIENCE);
  });
  try {
    return await Promise.race([result, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/** Does nothing to a transaction that is over already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Over already: what it had done was undone with it.
  }
}
