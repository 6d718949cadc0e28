/**
 * Keeps drafts of code in IndexedDB (study-database.ts), under keys that pages choose: `block:<page>#<hash>`,
 * `exercise:<id>`, `playground`. A draft is saved when the transaction that holds it is complete. One that could not be
 * saved lives as long as the page, and is saved with the next one that can be.
 *
 * Two tabs may write under the same key: whichever writes later over what it has not seen keeps the other's code as an
 * earlier version (domain/draft.ts).
 */
import { atom, type ReadableAtom } from 'nanostores';
import { type Draft, type DraftVersion, rewriteDraft } from '../../domain/draft.ts';
import { compareTexts } from '../../domain/json.ts';
import { changeDraft, keysFrom, onlyKey, readDrafts, setDraftsAside } from './draft-entries.ts';
import type { StudyConnection } from './study-connection.ts';
import { read, type Writing, write } from './study-database.ts';

export type { Draft } from '../../domain/draft.ts';

/** A draft that a list names. */
export interface KeyedDraft extends Draft {
  readonly key: string;
}

export interface DraftStore {
  /** Another number whenever this page has saved a draft. */
  readonly revision: ReadableAtom<number>;
  /**
   * The draft, or `undefined` where there is none. Its `code` is `null` where the reader took it back; `earlier` holds
   * what another device or tab has written.
   * @example const code = (await drafts.read('exercise:lru'))?.code ?? stub
   */
  read(key: string): Promise<Draft | undefined>;
  /** Tells whether it is on the disk; where it is not, `problem` of the log says why. */
  write(key: string, code: string): Promise<boolean>;
  /** Takes the draft back, its earlier versions too, and tells whether that is on the disk. */
  remove(key: string): Promise<boolean>;
  /** The drafts whose keys begin with a prefix, in the order of their keys; also those that have only earlier versions. */
  list(prefix: string): Promise<readonly KeyedDraft[]>;
}

/** What a page wants to be stored under a key, until it is. */
interface Pending {
  readonly code: string | null;
  readonly at: number;
}

export interface DraftStoreOptions {
  readonly connection: StudyConnection;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createDraftStore({ connection, now }: DraftStoreOptions): DraftStore {
  const { attempt, reportDamage } = connection;
  const revision = atom(0);
  const pending = new Map<string, Pending>();
  /** The version of each draft that the reader of this page has before them, once it is stored. */
  const seen = new Map<string, DraftVersion>();
  let lastSave: Promise<unknown> = Promise.resolve();

  /** One after the other, so that a page that writes while it is writing does not find its own code in the way. */
  function save(key: string, code: string | null): Promise<boolean> {
    pending.set(key, { code, at: now() });
    const saving = lastSave.then(savePending);
    lastSave = saving;
    return saving;
  }

  async function savePending(): Promise<boolean> {
    const waiting = [...pending];
    if (waiting.length === 0) return true;
    const saved = await attempt((database) => write(database, (transaction) => writeAll(transaction, waiting)));
    if (saved === undefined) return false;
    for (const [key, draft] of saved) seen.set(key, draft);
    for (const [key, change] of waiting) if (pending.get(key) === change) pending.delete(key);
    revision.set(revision.get() + 1);
    return true;
  }

  function writeAll(transaction: Writing, waiting: readonly [string, Pending][]): Promise<[string, Draft][]> {
    return Promise.all(
      waiting.map(async ([key, change]): Promise<[string, Draft]> => {
        let next = apply(key, undefined, change);
        const isDamaged = await changeDraft(transaction, key, (draft) => {
          next = apply(key, draft, change);
          return next;
        });
        if (isDamaged) reportDamage();
        return [key, next];
      }),
    );
  }

  function apply(key: string, draft: Draft | undefined, { code, at }: Pending): Draft {
    return rewriteDraft(draft, code, seen.get(key), at);
  }

  /** What is stored, and what this page could not store yet. */
  async function find(keys: IDBKeyRange): Promise<Map<string, Draft>> {
    const stored = await attempt((database) => read(database, (transaction) => readDrafts(transaction, keys)));
    const damaged = stored?.damaged ?? [];
    if (damaged.length > 0) {
      reportDamage();
      await attempt((database) => write(database, (transaction) => setDraftsAside(transaction, damaged)));
    }
    const drafts = new Map(stored?.drafts);
    for (const [key, change] of pending) {
      if (keys.includes(key)) drafts.set(key, apply(key, drafts.get(key), change));
    }
    return drafts;
  }

  return {
    revision,
    async read(key) {
      const draft = (await find(onlyKey(key))).get(key);
      if (draft !== undefined && !pending.has(key)) seen.set(key, draft);
      return draft;
    },
    write: save,
    remove: (key) => save(key, null),
    async list(prefix) {
      return [...(await find(keysFrom(prefix)))]
        .filter(([, { code, earlier }]) => code !== null || earlier.length > 0)
        .map(([key, draft]) => ({ ...draft, key }))
        .sort((a, b) => compareTexts(a.key, b.key));
    },
  };
}
