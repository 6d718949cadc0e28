/** How it stands with a group, for its reader. */
import { findWork, isOutdated } from './difference.ts';
import { type OfflineFile, sumSizes } from './manifest.ts';
import { listBlobs, type SavedIndex } from './saved-index.ts';

export type GroupState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly at: number }
  /** The site was published anew; `wire` is what the update downloads. */
  | { readonly kind: 'outdated'; readonly at: number; readonly wire: number }
  /** The browser has deleted some of it, or all. */
  | { readonly kind: 'lost' }
  /** A save was cut off; `share` of it has come. */
  | { readonly kind: 'unfinished'; readonly share: number };

/** What there is in this browser. */
export interface Stock {
  readonly index: SavedIndex;
  /** Blobs in the cache. */
  readonly present: ReadonlySet<string>;
  /** Groups that were saved, by a list kept apart from the cache. */
  readonly marked: readonly string[];
}

/** @param files of the published group; `undefined` where they could not be asked for */
export function describeGroup(name: string, files: readonly OfflineFile[] | undefined, stock: Stock): GroupState {
  const { index, present, marked } = stock;
  if (index.wanted[name] !== undefined) return { kind: 'unfinished', share: shareOf(files ?? [], stock) };
  const group = index.saved[name];
  if (group === undefined) return { kind: marked.includes(name) ? 'lost' : 'none' };
  if (listBlobs(group.files).some((blob) => !present.has(blob))) return { kind: 'lost' };
  if (files === undefined || !isOutdated(files, group.files)) return { kind: 'saved', at: group.at };
  return { kind: 'outdated', at: group.at, wire: sumSizes(findWork(files, index, present).missing).wire };
}

function shareOf(files: readonly OfflineFile[], { index, present }: Stock): number {
  const { done, wire } = findWork(files, index, present);
  return wire === 0 ? 0 : done / wire;
}
