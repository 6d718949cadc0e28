/** Saving, updating and removing groups, one at a time in all tabs, with what the page shows of it. */
import { atom, type ReadableAtom } from 'nanostores';
import { parseJson } from '../../domain/json.ts';
import { findWork } from './difference.ts';
import type { Fetch } from './download.ts';
import { describeGroup, type GroupState, type Stock } from './group-state.ts';
import { MANIFEST, type OfflineGroups, parseManifest, sumSizes } from './manifest.ts';
import type { Mark } from './mark.ts';
import { saveGroups } from './save.ts';
import { SaveProblem, type SaveProblemKind } from './save-problem.ts';
import { isEmpty, NOTHING_SAVED, remove as removeGroup } from './saved-index.ts';
import type { OfflineStore } from './store.ts';

export interface Saving {
  /** The groups that are being saved, and how much of them has come. */
  readonly batch: readonly string[];
  readonly share: number;
  /** Those whose turn comes later. */
  readonly waiting: readonly string[];
}

export interface OfflineView {
  /** The published groups; `undefined` where they could not be asked for. */
  readonly manifest: OfflineGroups | undefined;
  readonly states: Readonly<Record<string, GroupState>>;
  readonly saving: Saving | undefined;
}

export interface Offline {
  readonly view: ReadableAtom<OfflineView>;
  /** Looks anew at what is published and what is saved. */
  refresh(): Promise<void>;
  /**
   * Saves groups in turn, but together those that were saved before, since they must be of one publication.
   * @returns why it did not work out
   */
  save(names: readonly string[]): Promise<SaveProblemKind | undefined>;
  /** Goes on with what was cut off. */
  resume(): Promise<SaveProblemKind | undefined>;
  stop(): void;
  /** Bytes that saving these groups would bring over the wire, as of the last look. */
  measure(names: readonly string[]): number;
  remove(name: string): Promise<void>;
}

export interface OfflineOptions {
  readonly store: OfflineStore;
  readonly mark: Mark;
  readonly base: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly findRoom: () => Promise<number | undefined>;
  readonly register: () => Promise<void>;
  readonly unregister: () => Promise<void>;
  /** Keeps other tabs from saving meanwhile. */
  readonly lock: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export function createOffline(options: OfflineOptions): Offline {
  let stock: Stock = { index: NOTHING_SAVED, present: new Set(), marked: [] };
  const { store, mark, base, fetch, lock } = options;
  const view = atom<OfflineView>({ manifest: undefined, states: {}, saving: undefined });
  let giveUp: AbortController | undefined;

  async function refresh(): Promise<void> {
    const manifest = await readManifest(base, fetch);
    await look(manifest ?? view.get().manifest);
  }

  async function look(manifest: OfflineGroups | undefined): Promise<void> {
    stock = { index: await store.readIndex(), present: await store.listBlobs(), marked: mark.read() };
    const names = new Set([...Object.keys(manifest ?? {}), ...Object.keys(stock.index.saved), ...stock.marked]);
    const states = [...names].map((name) => [name, describeGroup(name, manifest?.[name], stock)]);
    view.set({ ...view.get(), manifest, states: Object.fromEntries(states) });
  }

  async function save(names: readonly string[]): Promise<SaveProblemKind | undefined> {
    if (giveUp !== undefined) return undefined;
    giveUp = new AbortController();
    const { signal } = giveUp;
    const show = (batch: readonly string[], waiting: readonly string[], share: number) =>
      view.set({ ...view.get(), saving: { batch, waiting, share } });
    show(names, [], 0);
    try {
      await options.register().catch((error: unknown) => {
        throw new SaveProblem('blocked', String(error), error);
      });
      await lock(async () => {
        const manifest = await readManifest(base, fetch);
        if (manifest === undefined) throw new SaveProblem('network', `${base}${MANIFEST} did not come`);
        const { saved } = await store.readIndex();
        const former = names.filter((name) => saved[name] !== undefined);
        const batches: readonly (readonly string[])[] = [
          former,
          ...names.filter((name) => !former.includes(name)).map((name) => [name]),
        ];
        mark.add(names);
        await saveGroups({
          ...options,
          manifest,
          batches: batches.filter(({ length }) => length > 0),
          signal,
          onProgress: (batch, share) => show(batch, batches.slice(batches.indexOf(batch) + 1).flat(), share),
          onSaved: () => look(manifest),
        });
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof SaveProblem)) throw error;
      if (error.kind !== 'stopped') console.warn(error);
      return error.kind;
    } finally {
      const index = await store.readIndex();
      mark.drop(names.filter((name) => index.saved[name] === undefined && index.wanted[name] === undefined));
      if (isEmpty(index)) await leaveNothing();
      giveUp = undefined;
      view.set({ ...view.get(), saving: undefined });
      await refresh();
    }
  }

  async function leaveNothing(): Promise<void> {
    await store.clear();
    await options.unregister();
  }

  return {
    view,
    refresh,
    save,
    async resume() {
      const names = Object.keys((await store.readIndex()).wanted);
      return names.length === 0 ? undefined : save(names);
    },
    stop: () => giveUp?.abort(),
    measure(names) {
      const files = names.flatMap((name) => view.get().manifest?.[name] ?? []);
      return sumSizes(findWork(files, stock.index, stock.present).missing).wire;
    },
    async remove(name) {
      await lock(async () => {
        const index = removeGroup(await store.readIndex(), name);
        if (isEmpty(index)) await leaveNothing();
        else {
          await store.writeIndex(index);
          await store.sweep(index);
        }
        mark.drop([name]);
      });
      await look(view.get().manifest);
    },
  };
}

async function readManifest(base: string, fetch: Fetch): Promise<OfflineGroups | undefined> {
  try {
    const response = await fetch(base + MANIFEST, { cache: 'no-cache' });
    return response.ok ? parseManifest(parseJson(await response.text())) : undefined;
  } catch {
    // Without a network what is saved is shown all the same.
    return undefined;
  }
}
