/** Puts what a reader did into the package that the site publishes: its notes stay as they are. */
import { strToU8, zipSync } from 'fflate';
import type { Database, SqlJsStatic } from 'sql.js';
import type { AnkiCard, AnkiProgress, AnkiReview } from '../../domain/anki/anki-progress.ts';
import { nameCard } from '../../domain/review/card-event.ts';
import { readCollectionFile } from './collection-file.ts';

export interface ProgressOptions {
  /** Present card ids by former ones: a card that was renamed keeps its first id in Anki. */
  readonly former: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ExportedProgress {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly cards: number;
  readonly reviews: number;
}

/** The learner's rating of how easy a card is, in the older model; the newer one has its own in `data`. */
const FACTOR = 2500;

/** @throws where the published package cannot be read: the site is broken then */
export function writeProgress(
  sql: SqlJsStatic,
  published: Uint8Array,
  progress: AnkiProgress,
  { former, now }: ProgressOptions,
): ExportedProgress {
  const reading = readCollectionFile(published, true);
  if (reading.kind !== 'collection') throw new TypeError(`The published package is ${reading.kind}`);
  const database = new sql.Database(reading.bytes);
  try {
    const ids = readCardIds(database, former);
    database.run('BEGIN');
    writeClock(database, progress, now);
    const cards = writeCards(database, progress.cards, ids, now);
    const reviews = writeReviews(database, progress.reviews, ids);
    database.run('COMMIT');
    const collection = database.export();
    const { media = strToU8('{}'), 'collection.anki2': _, meta, ...images } = reading.entries;
    return {
      // Level 6: nine takes three times as long for two percent.
      file: zipSync({ 'collection.anki2': collection, media, ...images }, { level: 6, mtime: new Date(now) }),
      cards,
      reviews,
    };
  } finally {
    database.close();
  }
}

/** Ids of Anki's cards by the names that they have now. */
function readCardIds(database: Database, former: ReadonlyMap<string, string>): Map<string, number> {
  const ids = new Map<string, number>();
  const statement = database.prepare('SELECT c.id, n.guid, c.ord FROM cards c JOIN notes n ON n.id = c.nid');
  while (statement.step()) {
    const [id, guid, ord] = statement.get();
    const card = String(guid).split(':').slice(2).join(':');
    ids.set(nameCard(former.get(card) ?? card, Number(ord)), Number(id));
  }
  statement.free();
  return ids;
}

function writeClock(database: Database, { created, offset }: AnkiProgress, now: number): void {
  const [[conf] = []] = database.exec('SELECT conf FROM col')[0]?.values ?? [];
  const changed = { ...(JSON.parse(String(conf)) as object), creationOffset: offset };
  database.run('UPDATE col SET crt = ?, mod = ?, conf = ?', [created, now, JSON.stringify(changed)]);
}

/** Cards that the site no longer has stay out, and so do their answers. */
function writeCards(
  database: Database,
  cards: readonly AnkiCard[],
  ids: ReadonlyMap<string, number>,
  now: number,
): number {
  const statement = database.prepare(
    'UPDATE cards SET mod = ?, type = ?, queue = ?, due = coalesce(?, due), ivl = ?, factor = ?, reps = ?, lapses = ?, left = ?, data = ? WHERE id = ?',
  );
  let count = 0;
  for (const { name, type, queue, due = null, interval, reps, lapses, left, data } of cards) {
    const id = ids.get(name);
    if (id === undefined) continue;
    const factor = type === 0 ? 0 : FACTOR;
    statement.run([Math.floor(now / 1000), type, queue, due, interval, factor, reps, lapses, left, data, id]);
    count += 1;
  }
  statement.free();
  return count;
}

function writeReviews(database: Database, reviews: readonly AnkiReview[], ids: ReadonlyMap<string, number>): number {
  const statement = database.prepare('INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)');
  let count = 0;
  for (const { name, id, ease, interval, lastInterval, factor, time, type } of reviews) {
    const card = ids.get(name);
    if (card === undefined) continue;
    statement.run([id, card, ease, interval, lastInterval, factor, time, type]);
    count += 1;
  }
  statement.free();
  return count;
}
