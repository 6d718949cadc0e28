/**
 * What this browser has saved, in groups: the hash of each file by its path. It is one entry of the cache, written at once,
 * so that readers of it see a group before an update or after it. `wanted` is what a save that has not ended is after;
 * `former` are scripts and styles that the last update replaced, which pages that were open then may still load.
 */
import { isRecord } from '../../domain/json.ts';
import { blobOf } from './blob.ts';
import type { OfflineFile, OfflineGroups } from './manifest.ts';
import { isImmutable } from './request-route.ts';

/** Hashes by path. */
export type SavedFiles = Readonly<Record<string, string>>;

export interface SavedGroup {
  /** When its last save ended, in milliseconds. */
  readonly at: number;
  readonly files: SavedFiles;
}

export interface SavedIndex {
  readonly saved: Readonly<Record<string, SavedGroup>>;
  readonly wanted: Readonly<Record<string, SavedFiles>>;
  readonly former: SavedFiles;
}

export const NOTHING_SAVED: SavedIndex = { saved: {}, wanted: {}, former: {} };

export function printIndex(index: SavedIndex): string {
  return JSON.stringify({ version: 1, ...index });
}

/** Nothing, where the entry is damaged or of another version: all of it can be fetched again. */
export function parseIndex(value: unknown): SavedIndex {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.saved) || !isRecord(value.wanted))
    return NOTHING_SAVED;
  const saved: Record<string, SavedGroup> = {};
  const wanted: Record<string, SavedFiles> = {};
  for (const [name, group] of Object.entries(value.saved)) {
    if (isRecord(group) && typeof group.at === 'number' && isFiles(group.files))
      saved[name] = { at: group.at, files: group.files };
  }
  for (const [name, files] of Object.entries(value.wanted)) if (isFiles(files)) wanted[name] = files;
  return { saved, wanted, former: isFiles(value.former) ? value.former : {} };
}

function isFiles(value: unknown): value is SavedFiles {
  return isRecord(value) && Object.values(value).every((hash) => typeof hash === 'string');
}

/** A save of these groups begins. */
export function want(index: SavedIndex, groups: OfflineGroups): SavedIndex {
  const wanted = Object.entries(groups).map(([name, files]) => [name, filesOf(files)]);
  return { ...index, wanted: { ...index.wanted, ...Object.fromEntries(wanted) } };
}

/** All files of these groups have come. @param known every group that the site still has: others are let go */
export function commit(index: SavedIndex, groups: OfflineGroups, known: readonly string[], at: number): SavedIndex {
  const saved = Object.entries(groups).map(([name, files]): [string, SavedGroup] => [
    name,
    { at, files: filesOf(files) },
  ]);
  const all = { ...index.saved, ...Object.fromEntries(saved) };
  const gone = Object.keys(all).filter((name) => !known.includes(name));
  const kept = omit(all, gone);
  return {
    saved: kept,
    wanted: omit(index.wanted, [...Object.keys(groups), ...gone]),
    former: findFormer(index, kept),
  };
}

/** What an update replaces under addresses of their own; where it replaces nothing, what an earlier one did. */
function findFormer(before: SavedIndex, saved: SavedIndex['saved']): SavedFiles {
  const now = new Set(Object.values(saved).flatMap(({ files }) => Object.keys(files)));
  const replaced = Object.values(before.saved)
    .flatMap(({ files }) => Object.entries(files))
    .filter(([path]) => isImmutable(path) && !now.has(path));
  return replaced.length === 0 ? before.former : Object.fromEntries(replaced);
}

/** A save is given up; what was saved before stays. */
export function giveUp(index: SavedIndex, names: readonly string[]): SavedIndex {
  return { ...index, wanted: omit(index.wanted, names) };
}

export function remove(index: SavedIndex, name: string): SavedIndex {
  return { ...index, saved: omit(index.saved, [name]), wanted: omit(index.wanted, [name]) };
}

export function isEmpty({ saved, wanted }: SavedIndex): boolean {
  return Object.keys(saved).length + Object.keys(wanted).length === 0;
}

/** The blobs that saved groups consist in. */
export function listSavedBlobs({ saved }: SavedIndex): Set<string> {
  return new Set(Object.values(saved).flatMap(({ files }) => listBlobs(files)));
}

/** These, the blobs of unfinished saves, and those that open pages may load: what must not be thrown away. */
export function listNeededBlobs(index: SavedIndex): Set<string> {
  return new Set([...listSavedBlobs(index), ...[...Object.values(index.wanted), index.former].flatMap(listBlobs)]);
}

export function listBlobs(files: SavedFiles): string[] {
  return Object.entries(files).map(([path, hash]) => blobOf({ path, hash }));
}

function filesOf(files: readonly OfflineFile[]): SavedFiles {
  return Object.fromEntries(files.map(({ path, hash }) => [path, hash]));
}

function omit<Value>(record: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
