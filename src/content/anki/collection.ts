/** Writes notes as a collection of Anki: a SQLite database. The same notes make the same bytes. */
import { createHash } from 'node:crypto';
import type { SqlJsStatic } from 'sql.js';
import type { AnkiNote } from './anki-note.ts';
import { stripHtml } from './anki-text.ts';
import { CONF, DECK_OPTIONS, describeDeck, SCHEMA } from './collection-schema.ts';
import { createNoteTypes, noteTypeId } from './note-types.ts';
import { stableNumber } from './stable-number.ts';

export interface CollectionOptions {
  readonly siteId: string;
  readonly title: string;
  /** Seconds since 1970 at which the note types changed, their style and templates included. */
  readonly stylesChangedAt: number;
}

/** A day in the past: cards that are new have no use for it. */
const CREATED = Date.UTC(2020, 0, 1, 4) / 1000;

export function writeCollection(sql: SqlJsStatic, notes: readonly AnkiNote[], options: CollectionOptions): Uint8Array {
  const { stylesChangedAt, siteId } = options;
  const database = new sql.Database();
  try {
    database.run('PRAGMA page_size = 4096');
    database.run('BEGIN');
    for (const statement of SCHEMA) database.run(statement);
    const decks = numberDecks(notes, siteId);
    const changedAt = Math.max(stylesChangedAt, ...notes.map((note) => note.changedAt));
    database.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
      CREATED,
      changedAt * 1000,
      changedAt * 1000,
      JSON.stringify({ ...CONF, nextPos: notes.length + 1 }),
      JSON.stringify(createNoteTypes({ ...options, changedAt: stylesChangedAt })),
      JSON.stringify(
        Object.fromEntries([...decks].map(([name, id]) => [String(id), describeDeck(id, name, stylesChangedAt)])),
      ),
      JSON.stringify({ 1: DECK_OPTIONS }),
      '{}',
    ]);
    writeNotes(database, notes, decks, siteId);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

type Database = InstanceType<SqlJsStatic['Database']>;

function writeNotes(
  database: Database,
  notes: readonly AnkiNote[],
  decks: ReadonlyMap<string, number>,
  siteId: string,
): void {
  const noteRow = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const cardRow = database.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '{}')",
  );
  const ids = numberNotes(notes);
  for (const [index, { guid, type, fields, tags, deck, ords, changedAt }] of notes.entries()) {
    const id = ids.get(guid) ?? 0;
    const sortField = stripHtml(fields[0] ?? '');
    noteRow.run([
      id,
      guid,
      noteTypeId(siteId, type),
      changedAt,
      tags.length === 0 ? '' : ` ${tags.join(' ')} `,
      fields.join('\x1f'),
      sortField,
      checksum(sortField),
    ]);
    for (const ord of ords) cardRow.run([id + ord, id, decks.get(deck) ?? 1, ord, changedAt, index + 1]);
  }
  noteRow.free();
  cardRow.free();
}

/** Whole seconds in the past, as milliseconds, so that the cards of one note have room before the next. */
function numberNotes(notes: readonly AnkiNote[]): Map<string, number> {
  const ids = new Map<string, number>();
  const taken = new Set<number>();
  for (const { guid } of notes) {
    let id = stableNumber(`${guid}/note`, 1_500_000_000, 80_000_000) * 1000;
    while (taken.has(id)) id += 1000;
    taken.add(id);
    ids.set(guid, id);
  }
  return ids;
}

/** Every deck and those above it, parents first. Anki knows them by name and throws these numbers away. */
function numberDecks(notes: readonly AnkiNote[], siteId: string): Map<string, number> {
  const decks = new Map([['Default', 1]]);
  for (const { deck } of notes) {
    const parts = deck.split('::');
    for (const [index] of parts.entries()) {
      const name = parts.slice(0, index + 1).join('::');
      if (!decks.has(name)) decks.set(name, stableNumber(`${siteId}/deck/${name}`, 1_400_000_000_000, 200_000_000_000));
    }
  }
  return decks;
}

/** By which Anki finds notes whose first field is the same. */
function checksum(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE();
}
