/** Reads the notes of a package of Anki, `.apkg` or `.colpkg`, of any of its three containers. */
import { readFileSync } from 'node:fs';
import initSqlJs, { type Database } from 'sql.js';
import { readCollectionFile } from '../../browser/anki/collection-file.ts';
import { Refusal } from '../new/refusal.ts';
import { type AnkiPackageNote, toRows } from './anki-faces.ts';
import { queryRows, readNames } from './anki-note-type.ts';
import type { AnkiTable } from './anki-table.ts';
import type { Remark } from './remark.ts';

const EXPORT = 'In Anki, choose File, Export and Anki Deck Package';
const REFUSALS = {
  foreign: `holds no collection of Anki. ${EXPORT}`,
  corrupt: `is damaged or was not downloaded whole. ${EXPORT} once more`,
  newer: `is of an Anki that is newer than this import. ${EXPORT} with "Support older Anki versions"`,
} as const;

/** What is due of a card that is new is its place among those to be learned. */
const NOTES = `SELECT id, guid, mid, flds, tags FROM notes
  LEFT JOIN (SELECT nid, min(due) AS place FROM cards WHERE NOT EXISTS (SELECT 1 FROM cards WHERE type <> 0) GROUP BY nid)
  ON nid = id ORDER BY place, id`;

export interface PackageReading extends AnkiTable {
  readonly remarks: readonly Remark[];
}

/**
 * @param name of the file as the report says it
 * @throws {Refusal} where it cannot be read
 */
export async function readPackage(file: string, name: string): Promise<PackageReading> {
  const reading = readCollectionFile(readBytes(file, name));
  if (reading.kind !== 'collection') throw new Refusal(`${name} ${REFUSALS[reading.kind]}`);
  const sql = await initSqlJs();
  const remarks: Remark[] = [];
  try {
    const database = new sql.Database(reading.bytes);
    try {
      const tell = (message: string) => remarks.push({ file: name, message });
      const rows = readNotes(database).flatMap((note) => toRows(note, tell));
      return { isHtml: true, rows, remarks };
    } finally {
      database.close();
    }
  } catch (error) {
    // SQLite and the schemas both refuse what no Anki has written.
    throw new Refusal(`${name} ${REFUSALS.corrupt}: ${reasonOf(error)}`, { cause: error });
  }
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(`${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * In the order in which they are to be learned, or, where that has begun, in which they were written. Cards in a filtered
 * deck belong to the deck that they came from.
 */
function readNotes(database: Database): AnkiPackageNote[] {
  const { types, decks } = readNames(database);
  const cards = Map.groupBy(
    queryRows(database, 'SELECT nid, ord, CASE odid WHEN 0 THEN did ELSE odid END FROM cards ORDER BY nid, ord'),
    ([note]) => Number(note),
  );
  return queryRows(database, NOTES).map(([id, guid, mid, fields, tags]) => {
    const type = types.get(Number(mid));
    if (type === undefined) throw new TypeError(`a note has no type ${mid}`);
    const own = cards.get(Number(id)) ?? [];
    return {
      guid: String(guid),
      type,
      fields: String(fields).split('\x1f'),
      tags: String(tags)
        .split(/\s+/)
        .filter((tag) => tag !== ''),
      cards: own.map(([, ord, deck]) => ({ ord: Number(ord), deck: decks.get(Number(deck)) ?? '' })),
    };
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
