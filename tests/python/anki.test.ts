/**
 * The package in the real Anki, of PyPI: what it takes in, what it updates, what it makes of a reader's progress, and what
 * the site reads of its exports.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import initSqlJs from 'sql.js';
import { afterAll, describe, expect, test } from 'vitest';
import { readCollectionFile } from '../../src/browser/anki/collection-file.ts';
import { readReviewRows } from '../../src/browser/anki/read-rows.ts';
import { writeProgress } from '../../src/browser/anki/write-progress.ts';
import { findPython } from '../../src/cli/setup/python.mjs';
import {
  CARDS,
  CHANGED_AT,
  createTestNotes,
  createTestPackage,
  SITE,
} from '../../src/content/anki/testing/small-deck.ts';
import { createAnkiProgress } from '../../src/domain/anki/anki-progress.ts';
import { readAnkiReviews } from '../../src/domain/anki/anki-reviews.ts';
import { createCardEvents, DAY, MINUTE } from '../../src/domain/anki/testing/reviews.ts';

const python = findPython();
const hasAnki = python !== undefined && spawnSync(python, ['-c', 'import anki.collection']).status === 0;
if (!hasAnki) console.warn('The package is not tried in Anki: it takes Python with the package anki, see .cache/venv.');

const folder = mkdtempSync(path.join(tmpdir(), 'kb-anki-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Step =
  | { readonly import: string; readonly scheduling: boolean }
  | { readonly export: string; readonly legacy: boolean }
  | { readonly edit: string; readonly field: string }
  | { readonly render: string }
  | { readonly query: string };

/** Runs steps in one new collection. */
function runAnki(steps: readonly Step[]): unknown[] {
  const script = path.join(import.meta.dirname, 'anki_collection.py');
  const { stdout, stderr, status } = spawnSync(python ?? '', [script], {
    input: JSON.stringify(steps),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]');
}

async function save(name: string, text = CARDS, changedAt?: (id: string) => number): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, await createTestPackage(await createTestNotes(text, changedAt)));
  return file;
}

const NOTES = 9;
const NONE = { new: 0, updated: 0, duplicate: 0, conflicting: 0 };
const later = (id: string) => (id === 'typed' || id === 'escape' ? CHANGED_AT + 60 : CHANGED_AT);

describe.skipIf(!hasAnki)('the package', () => {
  test('is new the first time, and nothing new the second', async () => {
    const file = await save('first.apkg');
    const [first, second, cards, decks] = runAnki([
      { import: file, scheduling: false },
      { import: file, scheduling: false },
      { query: 'select count() from cards' },
      { query: "select replace(name, char(31), '::') from decks order by id" },
    ]);
    expect(first).toEqual({ ...NONE, new: NOTES, found: NOTES });
    expect(second).toEqual({ ...NONE, duplicate: NOTES, found: NOTES });
    expect(cards).toEqual([[12]]);
    expect(decks).toContainEqual(['The ”Base”:one::Área::A ”topic”']);
  });

  test('updates the card that changed alone, and not what the learner changed since', async () => {
    const [, edited, outcome, fields] = runAnki([
      { import: await save('old.apkg'), scheduling: false },
      { edit: 'kb:en:escape', field: 'mine' },
      { import: await save('new.apkg', CARDS.replace('__set_name__', '__get__'), later), scheduling: false },
      { query: "select flds from notes where guid in ('kb:en:typed', 'kb:en:escape') order by guid" },
    ]);
    expect(edited).toBe(true);
    // The learner's edit is of today, and so later.
    expect(outcome).toEqual({ ...NONE, updated: 1, duplicate: NOTES - 1, found: NOTES });
    expect(JSON.stringify(fields)).toContain('mine');
    expect(JSON.stringify(fields)).toContain('__get__');
  });

  test('adds a card for a gap that is new, and keeps its note types', async () => {
    const more = CARDS.replace('{{c1::too}}', '{{c4::too}}');
    const [, outcome, cards, types] = runAnki([
      { import: await save('before.apkg'), scheduling: false },
      { import: await save('after.apkg', more, (id) => CHANGED_AT + (id === 'braces' ? 1 : 0)), scheduling: false },
      { query: "select count() from cards where nid = (select id from notes where guid = 'kb:en:braces')" },
      { query: "select count() from notetypes where name like '%Base%'" },
    ]);
    expect(outcome).toMatchObject({ updated: 1, conflicting: 0 });
    expect([cards, types]).toEqual([[[4]], [[4]]]);
  });

  test('shows cards as the site does: gaps with their hints, and text that looks like more', async () => {
    const [, braces, regex] = runAnki([
      { import: await save('shown.apkg'), scheduling: false },
      { render: 'kb:en:braces' },
      { render: 'kb:en:regex' },
    ]) as [unknown, [string, string][], [string, string][]];
    expect(braces).toHaveLength(3);
    expect(braces[2]?.[0]).toContain('[std&#58;&#58;map]');
    expect(braces[2]?.[1]).toContain('&#123;"a": &#123;&#125;&#125;');
    expect(regex[0]?.[0]).toContain('<span>&#92;</span>(');
  });
});

// Anki refuses reviews of the future, so that these have to be before any day on which the test runs.
const START = Date.UTC(2026, 8, 1, 9);
const answer = (c: string, t: number, r: 1 | 2 | 3 | 4, i?: number) =>
  ({ k: 'review', c, r, ms: 3000, t, ...(i && { i }) }) as const;
const events = createCardEvents([
  answer('f-string#0', START, 3),
  answer('f-string#0', START + 10 * MINUTE, 3, 3),
  answer('spaces#1', START + 11 * MINUTE, 4, 8),
  answer('f-string#0', START + 3 * DAY, 3, 10),
  answer('renamed#0', START + 4 * DAY, 1),
  { k: 'suspend', c: 'braces#1', on: true, t: START + 4 * DAY },
]);
const former = new Map([
  ['first-name', 'renamed'],
  ['middle-name', 'renamed'],
]);

async function saveProgress(): Promise<string> {
  const progress = createAnkiProgress(events, former, 0.9);
  if (progress === undefined) throw new Error('no progress');
  const published = readFileSync(await save('published.apkg'));
  const { file } = writeProgress(await initSqlJs(), published, progress, { former, now: START + 5 * DAY });
  const name = path.join(folder, 'progress.apkg');
  writeFileSync(name, file);
  return name;
}

describe.skipIf(!hasAnki)('progress', () => {
  test('lands as intervals, memory and answers', async () => {
    const [outcome, cards, reviews] = runAnki([
      { import: await saveProgress(), scheduling: true },
      {
        query:
          "select n.guid, c.ord, c.type, c.queue, c.ivl, c.reps, json_extract(c.data, '$.s') > 0 from cards c join notes n on n.id = c.nid where c.reps > 0 or c.queue < 0 order by n.guid",
      },
      { query: 'select id, ease, ivl, lastIvl, type from revlog order by id' },
    ]);
    expect(outcome).toMatchObject({ new: NOTES, conflicting: 0 });
    expect(cards).toEqual([
      ['kb:en:braces', 1, 0, -1, 0, 0, null],
      ['kb:en:f-string', 0, 2, 2, 10, 3, 1],
      ['kb:en:first-name', 0, 1, 1, 0, 1, 1],
      ['kb:en:spaces', 1, 2, 2, 8, 1, 1],
    ]);
    expect(reviews).toEqual([
      [START, 3, -600, 0, 0],
      [START + 10 * MINUTE, 3, 3, -600, 0],
      [START + 11 * MINUTE, 4, 8, 0, 0],
      [START + 3 * DAY, 3, 10, 3, 1],
      [START + 4 * DAY, 1, -60, 0, 0],
    ]);
  });

  test('that is due in ten days is due then, whenever the collection was made', async () => {
    const [, [[due, made]]] = runAnki([
      { import: await saveProgress(), scheduling: true },
      {
        query:
          "select c.due, (select crt from col) from cards c join notes n on n.id = c.nid where n.guid = 'kb:en:f-string'",
      },
    ]) as [unknown, [[number, number]]];
    const day = Math.round((made * 1000 + due * DAY - (START + 13 * DAY)) / DAY);
    expect(Math.abs(day)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['legacy', true],
    ['current', false],
  ])('comes back as nothing new from the %s container, and to another browser whole', async (name, legacy) => {
    const file = path.join(folder, `${name}.apkg`);
    runAnki([
      { import: await saveProgress(), scheduling: true },
      { export: file, legacy },
    ]);
    const reading = readCollectionFile(readFileSync(file));
    expect(reading.kind).toBe('collection');
    if (reading.kind !== 'collection') return;
    const rows = readReviewRows(await initSqlJs(), reading.bytes);
    const options = { siteId: SITE.siteId, former, offsetAt: () => 60 };
    expect(readAnkiReviews(rows, { ...options, events })).toMatchObject({ events: [], known: 5, foreign: 0 });
    expect(readAnkiReviews(rows, { ...options, events: [] })).toMatchObject({
      cards: 3,
      events: [
        { c: 'f-string#0' },
        { c: 'f-string#0', i: 3 },
        { c: 'spaces#1', i: 8 },
        { i: 10 },
        { c: 'first-name#0' },
      ],
    });
  });
});
