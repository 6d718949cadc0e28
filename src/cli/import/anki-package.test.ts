import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { afterAll, expect, test } from 'vitest';
import { createTestNotes, createTestPackage, parseDeck } from '../../content/anki/testing/small-deck.ts';
import { createCardRenderer } from '../../content/cards/card-html.ts';
import { parseCards } from '../../content/cards/parse-cards.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { EXAMPLE_PAGES } from '../new/example-site.ts';
import { readPackage } from './anki-package.ts';
import { planTable } from './import-table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'import-anki-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(bytes: Uint8Array): string {
  const file = path.join(folder, 'deck.apkg');
  writeFileSync(file, bytes);
  return file;
}

function plan(table: Awaited<ReturnType<typeof readPackage>>) {
  const files = createMemoryFiles(EXAMPLE_PAGES);
  return planTable(table, { files, area: 'anki', file: 'deck.apkg', title: 'Deck' });
}

test('cards that this site exported are the same again', async () => {
  const file = write(await createTestPackage(await createTestNotes()));
  const before = readFileSync(file);
  const table = await readPackage(file, 'deck.apkg');
  const { texts, remarks } = plan(table);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(Object.keys(texts)).toEqual(['content/flashcards/anki/the-base-one/area/a-topic.txt']);
  expect([...table.remarks, ...remarks].map(({ message }) => message)).toEqual([
    "note “What is html.escape(\"<a href='x'>R&D</a>…”: its link to a page was left out: write one after Link:",
  ]);
  const cards = parseCards(Object.values(texts).join('\n')).file.cards;
  const original = parseDeck().cards;
  // A card goes by its first id in Anki for ever.
  const ids = original.map(({ id, was }) => was.at(-1) ?? id);
  expect(cards.map(({ id, type, tags }) => ({ id, type, tags }))).toEqual(
    original.map(({ type, tags }, index) => ({ id: ids[index], type, tags })),
  );
  const { renderWhole } = await createCardRenderer([...cards, ...original]);
  // What was code in Python is code, and its colors are not in a note of Anki.
  const shown = (card: (typeof cards)[number]) =>
    Object.values(renderWhole(card)).map((html) => html.replace(/<\/?span[^>]*>/g, ''));
  expect(cards.map(shown)).toEqual(original.map(shown));
});

/** A message with a text, or a number, in each field. */
function message(fields: Readonly<Record<number, string | number>>): Uint8Array {
  const parts = Object.entries(fields).map(([field, value]) => {
    if (typeof value === 'number') return [Number(field) * 8, value];
    const bytes = strToU8(value);
    return [Number(field) * 8 + 2, (bytes.length & 127) | 128, bytes.length >> 7, ...bytes];
  });
  return Uint8Array.from(parts.flat());
}

/** As an Anki of today writes it: names in tables, packed by zstd, beside a placeholder for old ones. */
async function createCurrentPackage(): Promise<Uint8Array> {
  const sql = await initSqlJs();
  const database = new sql.Database();
  database.run(`CREATE TABLE col (id integer PRIMARY KEY, models text NOT NULL, decks text NOT NULL);
    CREATE TABLE notetypes (id integer PRIMARY KEY, name text NOT NULL COLLATE NOCASE, config blob NOT NULL);
    CREATE TABLE fields (ntid integer, ord integer, name text COLLATE NOCASE, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE templates (ntid integer, ord integer, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE decks (id integer PRIMARY KEY, name text NOT NULL COLLATE NOCASE);
    CREATE UNIQUE INDEX idx_decks_name ON decks (name);
    CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
    CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
    CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, tags text, flds text);
    CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, odid integer, type integer,
      due integer);
    INSERT INTO col VALUES (1, '', '');
    INSERT INTO fields VALUES (7, 1, 'Extra'), (7, 0, 'Text'), (8, 0, 'Front'), (8, 1, 'Back');
    INSERT INTO decks VALUES (1, 'Default'), (2, 'Py' || char(31) || 'Core'), (3, 'Cram');
    INSERT INTO notes VALUES (20, 'b', 8, ' py::core ', 'What is <i>it</i>?' || char(31) || 'This.');
    INSERT INTO notes VALUES (10, 'a', 7, '', 'The {{c1::GIL}}' || char(31) || '');
    INSERT INTO cards VALUES (1, 10, 2, 0, 0, 2, 900), (2, 20, 3, 0, 2, 0, 5);`);
  database.run('INSERT INTO notetypes VALUES (7, ?, ?), (8, ?, ?)', [
    'Lückentext',
    message({ 1: 1, 3: '.card {}' }),
    'Einfach',
    message({ 1: 0, 3: '.card {}' }),
  ]);
  const back = `{{FrontSide}}<hr id=answer>{{Back}}${' '.repeat(200)}`;
  database.run('INSERT INTO templates VALUES (7, 0, ?), (8, 0, ?)', [
    message({ 1: '{{cloze:Text}}', 2: '{{cloze:Text}}<br>{{Extra}}' }),
    message({ 1: '{{Front}}', 2: back }),
  ]);
  // No SQLite but Anki's own knows the rule.
  database.run(`PRAGMA writable_schema = 1;
    UPDATE sqlite_master SET sql = replace(sql, 'NOCASE', 'unicase')`);
  return zipSync({
    'collection.anki2': strToU8('SQLite format 3\0, please update'),
    'collection.anki21b': zstdCompressSync(database.export()),
    meta: Uint8Array.of(8, 3),
    media: zstdCompressSync(new Uint8Array()),
  });
}

test('a package of a current Anki is read, its types by what they are and not by name', async () => {
  const { texts, count } = plan(await readPackage(write(await createCurrentPackage()), 'deck.apkg'));
  expect(count).toBe(2);
  expect(texts).toMatchInlineSnapshot(`
    {
      "content/flashcards/anki/py/core.txt": "Deck: Py::Core

    Id: the-gil
    Type: cloze
    Q: The {{c1::GIL}}

    Id: what-is-it
    Q: What is *it*?
    A: This.
    Tags: py::core
    ",
    }
  `);
});

test('a file that is no whole package is refused with what to do', async () => {
  const whole = await createTestPackage(await createTestNotes());
  const sqlite = `SQLite format 3\0${'x'.repeat(4096)}`;
  const broken = {
    text: strToU8('hello'),
    empty: new Uint8Array(),
    cut: whole.slice(0, whole.length / 2),
    'other zip': zipSync({ 'a.txt': strToU8('a') }),
    'other database': zipSync({ 'collection.anki2': strToU8(sqlite) }),
    newer: zipSync({ 'collection.anki21b': strToU8('x'), meta: Uint8Array.of(8, 9) }),
  };
  const said = Object.entries(broken).map(async ([what, bytes]) => {
    const file = path.join(folder, `${what}.apkg`);
    writeFileSync(file, bytes);
    const error = await readPackage(file, 'x.apkg').then(String, (reason: Error) => reason.message);
    return [what, error];
  });
  expect(Object.fromEntries(await Promise.all(said))).toMatchInlineSnapshot(`
    {
      "cut": "x.apkg is damaged or was not downloaded whole. In Anki, choose File, Export and Anki Deck Package once more",
      "empty": "x.apkg holds no collection of Anki. In Anki, choose File, Export and Anki Deck Package",
      "newer": "x.apkg is of an Anki that is newer than this import. In Anki, choose File, Export and Anki Deck Package with "Support older Anki versions"",
      "other database": "x.apkg is damaged or was not downloaded whole. In Anki, choose File, Export and Anki Deck Package once more: file is not a database",
      "other zip": "x.apkg holds no collection of Anki. In Anki, choose File, Export and Anki Deck Package",
      "text": "x.apkg holds no collection of Anki. In Anki, choose File, Export and Anki Deck Package",
    }
  `);
  await expect(readPackage(path.join(folder, 'none.apkg'), 'none.apkg')).rejects.toThrow('none.apkg cannot be read');
});
