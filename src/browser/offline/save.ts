/**
 * Saves groups: fetches what is missing, then names all of it in the index at once. Until then readers get what was saved
 * before; what has come stays for the next attempt.
 */
import { blobOf } from './blob.ts';
import { findWork } from './difference.ts';
import { downloadFile, type Fetch } from './download.ts';
import { type OfflineFile, type OfflineGroups, sumSizes } from './manifest.ts';
import { explainRefusal, SaveProblem } from './save-problem.ts';
import { commit, giveUp, want } from './saved-index.ts';
import type { OfflineStore } from './store.ts';

/** As many as browsers open connections to one host of HTTP/1.1. */
const AT_ONCE = 6;

export interface SaveOptions {
  readonly store: OfflineStore;
  readonly manifest: OfflineGroups;
  /** One batch after another; the groups of a batch are saved all, or none. */
  readonly batches: readonly (readonly string[])[];
  readonly base: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Bytes that the browser still grants; `undefined` where it does not say. */
  readonly findRoom: () => Promise<number | undefined>;
  /** Is given the share of a batch's bytes that have come, from 0 to 1. */
  readonly onProgress: (batch: readonly string[], share: number) => void;
  readonly onSaved: (batch: readonly string[]) => Promise<void>;
}

/** @throws {SaveProblem} */
export async function saveGroups(options: SaveOptions): Promise<void> {
  const { store, manifest, batches, findRoom, onSaved } = options;
  const groups = pick(manifest, batches.flat());
  try {
    const index = await store.readIndex();
    const { missing } = findWork(Object.values(groups).flat(), index, await store.listBlobs());
    const room = await findRoom();
    const { disk } = sumSizes(missing);
    if (room !== undefined && room < disk) throw new SaveProblem('full', `${disk} bytes needed, ${room} left`);
    await write(() => store.writeIndex(want(index, groups)));
    for (const batch of batches) {
      await saveBatch(batch, options);
      await onSaved(batch);
    }
  } catch (error) {
    if (error instanceof SaveProblem && (error.kind === 'stopped' || error.kind === 'full')) {
      await discard(store, batches.flat());
    }
    throw error;
  }
}

async function saveBatch(batch: readonly string[], options: SaveOptions): Promise<void> {
  const { store, manifest, now, signal } = options;
  const groups = pick(manifest, batch);
  await fetchMissing(batch, Object.values(groups).flat(), options);
  if (signal.aborted) throw new SaveProblem('stopped', 'given up');
  const index = commit(await store.readIndex(), groups, Object.keys(manifest), now());
  await write(() => store.writeIndex(index));
  await store.sweep(index);
}

/** What has come is of no use to anybody. */
async function discard(store: OfflineStore, names: readonly string[]): Promise<void> {
  const index = giveUp(await store.readIndex(), names);
  // First the room, then the entry, which is smaller than the one that it replaces.
  await store.sweep(index);
  await write(() => store.writeIndex(index));
}

async function fetchMissing(
  batch: readonly string[],
  files: readonly OfflineFile[],
  { store, base, fetch, signal, onProgress }: SaveOptions,
): Promise<void> {
  const { missing, done, wire } = findWork(files, await store.readIndex(), await store.listBlobs());
  let came = done;
  let problem: unknown;
  const queue = [...missing];
  onProgress(batch, wire === 0 ? 1 : came / wire);

  const fetchOne = async (file: OfflineFile): Promise<void> => {
    const response = await downloadFile(file, base, fetch, signal);
    await write(() => store.keep(blobOf(file), response));
    came += file.wire;
    onProgress(batch, came / wire);
  };
  const fetchSome = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined && problem === undefined; file = queue.shift()) {
      try {
        await fetchOne(file);
      } catch (error) {
        problem ??= error;
      }
    }
  };
  // All of them end before the first problem is told, so that nothing comes after what is thrown away.
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  if (problem !== undefined) throw problem;
}

function pick(manifest: OfflineGroups, names: readonly string[]): OfflineGroups {
  return Object.fromEntries(names.map((name) => [name, manifest[name] ?? []]));
}

async function write(put: () => Promise<void>): Promise<void> {
  try {
    await put();
  } catch (error) {
    throw explainRefusal(error);
  }
}
