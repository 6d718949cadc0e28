/**
 * Keeps a backup in a file that the reader chose, a few seconds after each change. The browser writes to a copy and puts
 * it in the file's place when it is whole, so a page that dies in the middle leaves the file as it was.
 *
 * The file may lie in a folder that another device writes to as well. What it holds beyond this browser's record is
 * merged into what is written, never written over; `hasMore` says that the reader can take it in.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { previewImport } from '../../domain/import-preview.ts';
import { mergeRecords, type StudyRecord } from '../../domain/study-record.ts';
import type { FileHandleLike, KeptFile, KeptFileStore } from './kept-file.ts';
import { isInTheWay, packRecord, readBackup, readRecord, type StudyPlace } from './study-backup.ts';
import type { StorageLike } from './study-store.ts';

/** Long enough for a row of ticks, short enough for who closes the page. */
export const DELAY = 3000;

/** Why a file was left as it is. */
export type AutoSaveFailure =
  | 'gone'
  /** A backup of a later version of the site, or of another site. */
  | 'newer'
  | 'foreign'
  /** The record could not be read. */
  | 'unread'
  | 'unwritten';

export type AutoSaveState =
  | { readonly kind: 'off' }
  /** The browser wants the reader to allow it again. */
  | { readonly kind: 'waiting' | 'saving'; readonly name: string }
  | { readonly kind: 'saved'; readonly name: string; readonly at: number | undefined; readonly hasMore: boolean }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: AutoSaveFailure };

export interface AutoSave {
  readonly state: ReadableAtom<AutoSaveState>;
  /** Goes on with the file that was chosen before, where the browser still allows it. */
  resume(): Promise<void>;
  /** @param siteTitle what the backup in it is called */
  choose(handle: FileHandleLike, siteTitle: string): Promise<void>;
  /** Asks the reader for permission again: the browser wants a click for that. */
  allow(): Promise<void>;
  /** Leaves the file as it is from now on. */
  stop(): Promise<void>;
  /** The record has changed. */
  note(): void;
  /** Saves at once what is waiting to be saved. */
  flush(): Promise<void>;
  /** What the file holds now. */
  readFile(): Promise<File | undefined>;
}

export interface AutoSaveOptions {
  readonly place: Omit<StudyPlace, 'siteTitle'>;
  readonly kept: KeptFileStore;
  /** Where it is marked that there is a file, and that something is not yet in it; both outlive the page. */
  readonly storage: StorageLike;
  readonly now: () => number;
  /** Runs one after the other what several tabs want to do. */
  readonly lock: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

type Permission = { readonly mode: 'readwrite' };
const PERMISSION: Permission = { mode: 'readwrite' };

/** Names of marks in the storage; study.ts writes them too, without loading this. */
export function markOf(siteId: string): { readonly on: string; readonly unsaved: string } {
  return { on: `${siteId}:auto-save`, unsaved: `${siteId}:auto-save-due` };
}

export function createAutoSave({ place, kept, storage, now, lock }: AutoSaveOptions): AutoSave {
  const state = atom<AutoSaveState>({ kind: 'off' });
  const mark = markOf(place.siteId);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The mark is taken away at once; a page that is left right then may leave the file behind. */
  async function readKept(): Promise<KeptFile | undefined> {
    return storage.getItem(mark.on) === '' ? undefined : kept.read();
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await lock(async () => {
      // Looked at only now: whoever had the lock may have stopped saving to it.
      const file = await readKept();
      if (file === undefined) return state.set({ kind: 'off' });
      const { name } = file.handle;
      state.set({ kind: 'saving', name });
      // Taken away first: what changes while the file is written is due again.
      setMark(storage, mark.unsaved, '');
      const next = await saveTo(file).catch((error: unknown) => explain(error, name));
      if (next.kind !== 'saved') setMark(storage, mark.unsaved, 'yes');
      state.set(next);
    });
  }

  async function saveTo(file: KeptFile): Promise<AutoSaveState> {
    const { handle, siteTitle } = file;
    const { name } = handle;
    const { record, problem } = await readRecord({ ...place, siteTitle });
    if (isInTheWay(problem)) return { kind: 'failed', name, reason: 'unread' };
    const other = await readOther(file, place.siteId);
    if (typeof other === 'string') return { kind: 'failed', name, reason: other };
    const merged = other === undefined ? record : mergeRecords(record, other);
    const at = now();
    await writeFile(handle, await packRecord({ ...place, siteTitle }, merged, at));
    await kept.keep({ ...file, savedAt: at, stamp: await stampOf(handle) });
    return { kind: 'saved', name, at, hasMore: !previewImport(record, merged).isEmpty };
  }

  function schedule(): void {
    if (state.get().kind === 'waiting') return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), DELAY);
  }

  /** Another tab may have saved meanwhile what this one was told of. */
  async function flush(): Promise<void> {
    const isDue = timer !== undefined && storage.getItem(mark.unsaved) !== '';
    clearTimeout(timer);
    timer = undefined;
    if (isDue) await save();
  }

  return {
    state,
    async resume() {
      const file = await readKept();
      if (file === undefined) return state.set({ kind: 'off' });
      const { name } = file.handle;
      const permission = await file.handle.queryPermission?.(PERMISSION);
      if (permission === 'prompt' || permission === 'denied') return state.set({ kind: 'waiting', name });
      state.set({ kind: 'saved', name, at: file.savedAt, hasMore: false });
      if (storage.getItem(mark.unsaved)) schedule();
    },
    async choose(handle, siteTitle) {
      await lock(() => kept.keep({ handle, siteTitle }));
      setMark(storage, mark.on, 'yes');
      await save();
    },
    async allow() {
      const file = await kept.read();
      const permission = await file?.handle.requestPermission?.(PERMISSION);
      if (permission !== 'denied' && permission !== 'prompt') await save();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      setMark(storage, mark.on, '');
      // A save that has begun ends first: it notes when it was, and with that the file again.
      await lock(async () => {
        setMark(storage, mark.unsaved, '');
        await kept.keep(undefined);
        state.set({ kind: 'off' });
      });
    },
    note() {
      if (state.get().kind === 'off') return;
      setMark(storage, mark.unsaved, 'yes');
      schedule();
    },
    flush,
    async readFile() {
      return (await kept.read())?.handle.getFile();
    },
  };
}

/**
 * What the file holds that this browser did not write into it; `undefined` where there is nothing to be merged. A file
 * that holds no backup is written over, as the reader said when choosing it, and so is one that was cut off.
 */
async function readOther(
  { handle, stamp }: KeptFile,
  siteId: string,
): Promise<StudyRecord | 'newer' | 'foreign' | undefined> {
  const file = await handle.getFile();
  if (file.size === 0 || stampOfFile(file) === stamp) return undefined;
  const reading = await readBackup(file, siteId);
  if (reading.kind === 'backup') return reading.backup;
  if (reading.kind === 'newer') return 'newer';
  return reading.kind === 'foreign' && reading.siteTitle !== undefined ? 'foreign' : undefined;
}

async function writeFile(handle: FileHandleLike, data: Blob): Promise<void> {
  const writable = await handle.createWritable();
  try {
    await writable.write(data);
    await writable.close();
  } catch (error) {
    // The copy is dropped, the file stays as it was.
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

async function stampOf(handle: FileHandleLike): Promise<string> {
  return stampOfFile(await handle.getFile());
}

function stampOfFile({ lastModified, size }: File): string {
  return `${lastModified} ${size}`;
}

function explain(error: unknown, name: string): AutoSaveState {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'NotAllowedError') return { kind: 'waiting', name };
  console.error('The backup file was not written:', error);
  return { kind: 'failed', name, reason: kind === 'NotFoundError' ? 'gone' : 'unwritten' };
}

/** Where nothing can be stored, the file is still written, by the page that chose it. */
function setMark(storage: StorageLike, name: string, value: string): void {
  try {
    storage.setItem(name, value);
  } catch {
    // The stores of ticks and events say so where it matters.
  }
}
