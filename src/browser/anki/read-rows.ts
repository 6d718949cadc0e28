/**
 * The answers in a collection. Only tables whose columns all compare as bytes are read: those of note types, decks and tags
 * compare by a rule that is Anki's own.
 */
import type { SqlJsStatic } from 'sql.js';
import type { AnkiReviewRow } from '../../domain/anki/anki-reviews.ts';

const QUERY = `SELECT r.id, n.guid, c.ord, r.ease, r.ivl, r.factor, r.time, r.type
  FROM revlog r JOIN cards c ON c.id = r.cid JOIN notes n ON n.id = c.nid ORDER BY r.id`;

/** @throws where it is no collection */
export function readReviewRows(sql: SqlJsStatic, collection: Uint8Array): AnkiReviewRow[] {
  const database = new sql.Database(collection);
  try {
    const statement = database.prepare(QUERY);
    const rows: AnkiReviewRow[] = [];
    while (statement.step()) {
      const [id, guid, ord, ease, interval, factor, time, type] = statement.get();
      const numbers = [id, ord, ease, interval, factor, time, type].map(Number);
      if (typeof guid !== 'string' || !numbers.every(Number.isSafeInteger)) throw new TypeError('No review of Anki');
      rows.push({
        id: Number(id),
        guid,
        ord: Number(ord),
        ease: Number(ease),
        interval: Number(interval),
        factor: Number(factor),
        time: Number(time),
        type: Number(type),
      });
    }
    statement.free();
    return rows;
  } finally {
    database.close();
  }
}
