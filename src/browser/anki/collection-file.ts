/**
 * A file that Anki exported, `.apkg` or `.colpkg`: a zip with a collection in it. There are three containers, and an entry
 * `meta` says which; the collections of the older two stand there as they are, that of the current one is packed by zstd,
 * with a placeholder for old clients beside it.
 */
import { unzipSync } from 'fflate';
import { decompress } from 'fzstd';

export type CollectionReading =
  | { readonly kind: 'collection'; readonly bytes: Uint8Array; readonly entries: Readonly<Record<string, Uint8Array>> }
  /** No zip, or one without a collection. */
  | { readonly kind: 'foreign' }
  /** Broken off on the way, or changed. */
  | { readonly kind: 'corrupt' }
  /** A container that this version does not know. */
  | { readonly kind: 'newer' };

const NAMES = { 1: 'collection.anki2', 2: 'collection.anki21', 3: 'collection.anki21b' } as const;
const ZSTD = 3;
const SQLITE = 'SQLite format 3\0';
const ZIP = [0x50, 0x4b];

/** @param keepAll whether the other entries are wanted too, such as images */
export function readCollectionFile(file: Uint8Array, keepAll = false): CollectionReading {
  if (ZIP.some((byte, index) => file[index] !== byte)) return { kind: 'foreign' };
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(file, {
      filter: ({ name }) => keepAll || name === 'meta' || Object.values<string>(NAMES).includes(name),
    });
  } catch {
    return { kind: 'corrupt' };
  }
  const version = findVersion(entries);
  if (version === undefined) return { kind: 'newer' };
  const packed = entries[NAMES[version]];
  if (packed === undefined) return { kind: 'foreign' };
  try {
    const bytes = version === ZSTD ? decompress(packed) : packed;
    const isSqlite = [...SQLITE].every((letter, index) => bytes[index] === letter.charCodeAt(0));
    return isSqlite ? { kind: 'collection', bytes, entries } : { kind: 'corrupt' };
  } catch {
    return { kind: 'corrupt' };
  }
}

/** `meta` is a message of one number, its version. */
function findVersion({ meta, ...entries }: Readonly<Record<string, Uint8Array>>): keyof typeof NAMES | undefined {
  if (meta === undefined) return entries[NAMES[2]] === undefined ? 1 : 2;
  const [tag, version] = meta;
  if (tag !== 8) return undefined;
  return version === 1 || version === 2 || version === 3 ? version : undefined;
}
