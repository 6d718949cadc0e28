/** The container of a collection, `.apkg`: a zip that every client reads, older ones too. */
import { strToU8, zipSync } from 'fflate';

/** A file that notes show, by its name in them. */
export type AnkiMedia = ReadonlyMap<string, Uint8Array>;

/** A zip has local time, without a zone: of these parts the bytes are the same everywhere. */
const DAY = new Date(1980, 0, 1);

/** Media are numbered, and their names listed; the list is there even where it is empty, since some clients demand it. */
export function writePackage(collection: Uint8Array, media: AnkiMedia = new Map()): Uint8Array {
  const files = [...media].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = Object.fromEntries(files.map(([name], index) => [String(index), name.normalize('NFC')]));
  return zipSync(
    {
      'collection.anki2': collection,
      media: strToU8(JSON.stringify(names)),
      ...Object.fromEntries(files.map(([, bytes], index) => [String(index), bytes])),
    },
    { level: 9, mtime: DAY },
  );
}
