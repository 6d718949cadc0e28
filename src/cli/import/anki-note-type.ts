/** The note types and decks of a collection of Anki: as JSON in its one row, or, since version 15, in tables of their own. */

import { z } from 'astro/zod';
import type { Database, SqlValue } from 'sql.js';
import { readInteger, readMessage, readString } from './protobuf.ts';

export interface AnkiNoteType {
  readonly name: string;
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  /** By their number; of a cloze type there is one for all gaps. */
  readonly templates: readonly { readonly front: string; readonly back: string }[];
}

export interface AnkiNames {
  readonly types: ReadonlyMap<number, AnkiNoteType>;
  /** Full names, `Language::Verbs`. */
  readonly decks: ReadonlyMap<number, string>;
}

const ordered = <Item extends z.ZodType<{ ord: number }>>(item: Item) =>
  z.array(item).transform((list) => list.toSorted((a, b) => a.ord - b.ord));

const MODELS = z.record(
  z.string(),
  z.object({
    name: z.string(),
    type: z.number().default(0),
    flds: ordered(z.object({ name: z.string(), ord: z.number() })),
    tmpls: ordered(z.object({ qfmt: z.string(), afmt: z.string(), ord: z.number() })),
  }),
);
const DECKS = z.record(z.string(), z.object({ name: z.string() }));

/** @throws where it is no collection of Anki */
export function readNames(database: Database): AnkiNames {
  const [row = []] = queryRows(database, 'SELECT models, decks FROM col');
  const [models, decks] = row.map(String);
  // The tables took the place of the columns, which are empty since.
  return models ? readColumns(models, decks ?? '{}') : readTables(database);
}

function readColumns(models: string, decks: string): AnkiNames {
  const types = Object.entries(MODELS.parse(JSON.parse(models))).map(([id, { name, type, flds, tmpls }]) => {
    const templates = tmpls.map(({ qfmt, afmt }) => ({ front: qfmt, back: afmt }));
    return [Number(id), { name, isCloze: type === 1, fields: flds.map((field) => field.name), templates }] as const;
  });
  const names = Object.entries(DECKS.parse(JSON.parse(decks))).map(([id, { name }]) => [Number(id), name] as const);
  return { types: new Map(types), decks: new Map(names) };
}

/** Names are sorted by a rule that is Anki's own. No other SQLite knows it, and nothing that is asked here needs it. */
const FORGET_RULE = `PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'unicase', 'BINARY');
  PRAGMA writable_schema = RESET`;

function readTables(database: Database): AnkiNames {
  database.exec(FORGET_RULE);
  const rowsOf = (type: SqlValue | undefined, column: string, table: string) =>
    queryRows(database, `SELECT ${column} FROM ${table} WHERE ntid = ${Number(type)} ORDER BY ord`);
  const types = queryRows(database, 'SELECT id, name, config FROM notetypes').map(([id, name, config]) => {
    const type: AnkiNoteType = {
      name: String(name),
      isCloze: readInteger(readMessage(toBytes(config)), 1) === 1,
      fields: rowsOf(id, 'name', 'fields').map(String),
      templates: rowsOf(id, 'config', 'templates').map(([template]) => {
        const message = readMessage(toBytes(template));
        return { front: readString(message, 1), back: readString(message, 2) };
      }),
    };
    return [Number(id), type] as const;
  });
  const decks = queryRows(database, 'SELECT id, name FROM decks').map(
    ([id, name]) => [Number(id), String(name).replaceAll('\x1f', '::')] as const,
  );
  return { types: new Map(types), decks: new Map(decks) };
}

function toBytes(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

export function queryRows(database: Database, query: string): SqlValue[][] {
  return database.exec(query)[0]?.values ?? [];
}
