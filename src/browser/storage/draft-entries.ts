/** Drafts inside a transaction: values of the store `drafts` in study-database.ts. */
import { type Draft, type Drafts, mergeDraft, printDraft, readDraft, subtractDraft } from '../../domain/draft.ts';
import type { Reading, Writing } from './study-database.ts';

export interface DraftReading {
  readonly drafts: Drafts;
  /** Keys of those that could not be read. */
  readonly damaged: readonly string[];
}

/** The draft of a key, and nothing else. */
export function onlyKey(key: string): IDBKeyRange {
  return IDBKeyRange.only(key);
}

export function keysFrom(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** @param keys all of them where none are named */
export async function readDrafts(transaction: Reading | Writing, keys?: IDBKeyRange): Promise<DraftReading> {
  const store = transaction.objectStore('drafts');
  const names = await store.getAllKeys(keys);
  const values = await store.getAll(keys);
  const entries = names.map((key, index) => ({ key, draft: readDraft(values[index]) }));
  return {
    drafts: new Map(entries.flatMap(({ key, draft }): [string, Draft][] => (draft ? [[key, draft]] : []))),
    damaged: entries.filter(({ draft }) => !draft).map(({ key }) => key),
  };
}

/**
 * Puts another draft in the place of one. What cannot be read goes to `quarantine` as it is.
 * @param change gets what is stored, and says what is to be, `undefined` for nothing
 * @returns whether something could not be read
 */
export async function changeDraft(
  transaction: Writing,
  key: string,
  change: (draft: Draft | undefined) => Draft | undefined,
): Promise<boolean> {
  const store = transaction.objectStore('drafts');
  const value = await store.get(key);
  const draft = readDraft(value);
  const isDamaged = value !== undefined && draft === undefined;
  if (isDamaged) await transaction.objectStore('quarantine').put(value);
  const next = change(draft);
  await (next ? store.put(printDraft(next), key) : store.delete(key));
  return isDamaged;
}

/** Takes out what cannot be read; it stays in `quarantine`. */
export async function setDraftsAside(transaction: Writing, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => changeDraft(transaction, key, (draft) => draft)));
}

/** Takes versions out and adds others; tells whether something could not be read. */
export async function changeDrafts(transaction: Writing, added: Drafts, removed: Drafts): Promise<boolean> {
  const keys = [...new Set([...added.keys(), ...removed.keys()])];
  const damages = await Promise.all(
    keys.map((key) =>
      changeDraft(transaction, key, (draft) => {
        const left = draft && subtractDraft(draft, removed.get(key));
        const more = added.get(key);
        return more ? mergeDraft(left, more) : left;
      }),
    ),
  );
  return damages.includes(true);
}
