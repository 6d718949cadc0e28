import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIELDS } from './anki-note.ts';
import { stripHtml } from './anki-text.ts';
import { CHANGED_AT, createTestNotes, createTestPackage } from './testing/small-deck.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kb-anki-'));
const file = path.join(folder, 'collection.anki2');
let database: DatabaseSync;
let entries: Record<string, Uint8Array>;
const all = (query: string) => database.prepare(query).all() as Record<string, never>[];

beforeAll(async () => {
  entries = unzipSync(await createTestPackage(await createTestNotes()));
  writeFileSync(file, entries['collection.anki2'] ?? '');
  // Another reader than the writer.
  database = new DatabaseSync(file);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the container', () => {
  test('is the oldest: a collection and a list of media, nothing that tells a version', () => {
    expect(Object.keys(entries).sort()).toEqual(['collection.anki2', 'media']);
    expect(strFromU8(entries.media ?? new Uint8Array())).toBe('{}');
  });

  test('lists media by number, in NFC', async () => {
    const media = new Map([['kb-gra\u0301fico.png', new Uint8Array([1, 2])]]);
    const packed = unzipSync(await createTestPackage(await createTestNotes(), media));
    expect(JSON.parse(strFromU8(packed.media ?? new Uint8Array()))).toEqual({ 0: 'kb-gr\u00e1fico.png' });
    expect(packed['0']).toEqual(new Uint8Array([1, 2]));
  });

  test('is the same bytes each time', async () => {
    const [a, b] = await Promise.all([createTestNotes(), createTestNotes()]);
    expect(Buffer.compare(await createTestPackage(a), await createTestPackage(b))).toBe(0);
  });
});

describe('the tables', () => {
  test('are whole, and the five that version 11 has, with its columns', () => {
    expect(all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const columns = Object.fromEntries(
      all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(({ name }) => [
        name,
        all(`PRAGMA table_info(${name})`)
          .map((column) => column.name)
          .join(' '),
      ]),
    );
    expect(columns).toEqual({
      cards: 'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data',
      col: 'id crt mod scm ver dty usn ls conf models decks dconf tags',
      graves: 'usn oid type',
      notes: 'id guid mid mod usn tags flds sfld csum flags data',
      revlog: 'id cid usn ease ivl lastIvl factor time type',
    });
  });

  test('say their version, seconds and milliseconds where each belongs, and the scheduler', () => {
    const [col] = all('SELECT * FROM col');
    expect(col).toMatchObject({ id: 1, ver: 11, dty: 0, usn: 0, ls: 0, tags: '{}', mod: CHANGED_AT * 1000 });
    expect(col?.crt).toBeLessThan(2_000_000_000);
    expect(JSON.parse(String(col?.conf))).toMatchObject({ schedVer: 2, sched2021: true, creationOffset: 0 });
  });
});

interface NoteType {
  readonly id: number;
  readonly name: string;
  readonly type: number;
  readonly mod: number;
  readonly css: string;
  readonly flds: readonly { readonly id: number; readonly name: string; readonly ord: number }[];
  readonly tmpls: readonly {
    readonly id: number;
    readonly ord: number;
    readonly qfmt: string;
    readonly afmt: string;
  }[];
}

function readNoteTypes(): NoteType[] {
  return Object.values(JSON.parse(String(all('SELECT models FROM col')[0]?.models)));
}

describe('the note types', () => {
  test('have the ids and fields that they have had for ever', () => {
    expect(
      readNoteTypes().map(({ id, name, type, flds }) => [id, name, type, flds.map((field) => field.name).join(', ')]),
    ).toMatchInlineSnapshot(`
      [
        [
          1469162228002,
          "The ”Base”::one (basic)",
          0,
          "Question, Answer, Link, Spare 1, Spare 2, Spare 3",
        ],
        [
          1416943609036,
          "The ”Base”::one (reversed)",
          0,
          "Question, Answer, Link, Spare 1, Spare 2, Spare 3",
        ],
        [
          1431603069971,
          "The ”Base”::one (cloze)",
          1,
          "Text, Extra, Link, Spare 1, Spare 2, Spare 3",
        ],
        [
          1511828376963,
          "The ”Base”::one (type)",
          0,
          "Question, Answer, Link, Spare 1, Spare 2, Spare 3",
        ],
      ]
    `);
  });

  test('have numbers by which fields and templates are known after a renaming', () => {
    const ids = readNoteTypes().flatMap(({ flds, tmpls }) => [...flds, ...tmpls].map(({ id }) => id));
    expect(ids.every(Number.isSafeInteger)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('name only fields that exist, and each front shows one', () => {
    for (const { flds, tmpls, type, mod } of readNoteTypes()) {
      const names = flds.map(({ name }) => name);
      expect(mod).toBeLessThan(10_000_000_000);
      for (const { qfmt, afmt } of tmpls) {
        const used = [...`${qfmt}${afmt}`.matchAll(/\{\{(?:[#/^]|type:|cloze:)?([^{}]+)\}\}/g)].map(([, name]) => name);
        expect(used.filter((name) => name !== 'FrontSide' && !names.includes(name ?? ''))).toEqual([]);
        expect(qfmt).toMatch(type === 1 ? /\{\{cloze:Text\}\}/ : /\{\{(Question|Answer)\}\}/);
      }
    }
  });
});

describe('the decks', () => {
  test('are there with their parents and the default one, without quotes or accidental levels', () => {
    const decks = Object.values(JSON.parse(String(all('SELECT decks FROM col')[0]?.decks))) as { name: string }[];
    expect(decks.map(({ name }) => name).sort()).toEqual([
      'Default',
      'The ”Base”:one',
      'The ”Base”:one::Área',
      'The ”Base”:one::Área::A ”topic”',
    ]);
  });
});

describe('the notes', () => {
  test('have as many fields as their type, the first never empty, in NFC, without control characters', () => {
    const types = new Map(readNoteTypes().map((type) => [type.id, type]));
    for (const { mid, flds } of all('SELECT mid, flds FROM notes')) {
      const fields = String(flds).split('\x1f');
      expect(fields).toHaveLength(types.get(Number(mid))?.flds.length ?? 0);
      expect(stripHtml(fields[0] ?? '')).not.toBe('');
      expect(String(flds)).toBe(String(flds).normalize('NFC'));
      expect(fields.join('').replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
    }
  });

  test('are named by site, language and first id; times are seconds, ids milliseconds before tomorrow', () => {
    const notes = all('SELECT * FROM notes');
    expect(notes.map(({ guid }) => guid)).toContain('kb:en:first-name');
    expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
    for (const { id, mod, tags } of notes) {
      expect(mod).toBe(CHANGED_AT);
      expect(id).toBeGreaterThan(1_500_000_000_000);
      expect(id).toBeLessThan(1_600_000_000_000);
      expect(String(tags)).toMatch(/^( \S+)+ $|^$/);
    }
  });

  test('have the checksum and the sort field that Anki computes', () => {
    for (const { flds, sfld, csum } of all('SELECT flds, sfld, csum FROM notes')) {
      const text = stripHtml(String(flds).split('\x1f')[0] ?? '');
      expect(sfld).toBe(text);
      expect(csum).toBe(Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16));
    }
  });

  test('say what the cards say, with nothing that Anki would take for more', () => {
    const fields = all('SELECT guid, flds FROM notes').map(({ guid, flds }) => [
      guid,
      String(flds).split('\x1f').slice(0, 3),
    ]);
    expect(fields).toMatchInlineSnapshot(`
      [
        [
          "kb:en:first-name",
          [
            "<p>Which name stays?</p>",
            "<p>The first.</p>",
            "",
          ],
        ],
        [
          "kb:en:regex",
          [
            "<p>What do <span>&#92;</span>( and <span>&#92;</span>) match? And <span>&#92;</span>[x<span>&#92;</span>]?</p>",
            "<p>Parentheses: <code>\\(a\\)</code></p>",
            "",
          ],
        ],
        [
          "kb:en:accents",
          [
            "<p>¿Qué es 日本語 e café?</p>",
            "<p>Größe</p>",
            "",
          ],
        ],
        [
          "kb:en:typed",
          [
            "<p>Which method names a descriptor?</p>",
            "__set_name__",
            "",
          ],
        ],
        [
          "kb:en:f-string",
          [
            "<p>What does <code>f"{{x}} {x}"</code> print, and &#91;sound:x.mp3] or &#91;latex]?</p>",
            "<p>One pair of braces: <code>{x} 1</code>. Also {{c1::no}} gap.</p>",
            "",
          ],
        ],
        [
          "kb:en:escape",
          [
            "<p>What is <code>html.escape("&lt;a href='x'&gt;R&amp;D&lt;/a&gt;")</code>?</p>",
            "<p>A text &amp; no &lt;b&gt;tag&lt;/b&gt;.</p>",
            "<a href="https://kb.example/a/?b=1&amp;c#d">A &amp; B</a>",
          ],
        ],
        [
          "kb:en:braces",
          [
            "<p><code>&#123;&#125;</code> is {{c1::a dict}}, <code>{{c2::&#123;**a, **b&#125;}}</code> merges, {{c3::<code>&#123;"a": &#123;&#125;&#125;</code>::std&#58;&#58;map}} nests, {{c1::too}}.</p>",
            "<p>See {{ and }}.</p>",
            "",
          ],
        ],
        [
          "kb:en:spaces",
          [
            "<p><code>"  a  b ".split()</code></p>",
            "<p><code>['a', 'b']</code></p>",
            "",
          ],
        ],
        [
          "kb:en:code",
          [
            "<pre><code><span class="k-keyword">def</span> <span class="k-function">f</span>(<span class="k-parameter">x</span><span class="k-punctuation">:</span> <span class="k-constant">int</span>) <span class="k-punctuation">-&gt;</span> <span class="k-constant">str</span>:
          <span class="k-keyword">return</span> <span class="k-keyword">f</span><span class="k-string-expression">&quot;</span><span class="k-constant">{</span>x<span class="k-constant">}</span>\\t<span class="k-string-expression">&quot;</span> <span class="k-comment"># \\(no\\) &quot;formula&quot;</span></code></pre>",
            "<p>Nothing.</p>",
            "",
          ],
        ],
      ]
    `);
  });
});

describe('the cards', () => {
  test('are one for each template and gap, new, in the order of introduction', () => {
    const cards = all(
      'SELECT n.guid, c.ord, c.due, c.type, c.queue, c.ivl, c.reps, c.data, c.id - n.id AS off FROM cards c JOIN notes n ON n.id = c.nid ORDER BY c.due, c.ord',
    );
    expect(cards.map(({ guid, ord, due }) => `${due} ${guid}#${ord}`)).toEqual([
      '1 kb:en:f-string#0',
      '2 kb:en:escape#0',
      '3 kb:en:regex#0',
      '4 kb:en:spaces#0',
      '4 kb:en:spaces#1',
      '5 kb:en:braces#0',
      '5 kb:en:braces#1',
      '5 kb:en:braces#2',
      '6 kb:en:typed#0',
      '7 kb:en:accents#0',
      '8 kb:en:first-name#0',
      '9 kb:en:code#0',
    ]);
    for (const { ord, off, type, queue, ivl, reps, data } of cards) {
      expect([off, type, queue, ivl, reps, data]).toEqual([ord, 0, 0, 0, 0, '{}']);
    }
  });
});

test('every type has spare fields, since their number can never change', () => {
  for (const fields of Object.values(FIELDS)) expect(fields.filter((name) => name.startsWith('Spare'))).toHaveLength(3);
});
