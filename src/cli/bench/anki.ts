/**
 * Anki with the reviews of many years: what the page does for an export and an import, by the same files, without the
 * download of SQLite.
 */
import initSqlJs from 'sql.js';
import { readCollectionFile } from '../../browser/anki/collection-file.ts';
import { readReviewRows } from '../../browser/anki/read-rows.ts';
import { writeProgress } from '../../browser/anki/write-progress.ts';
import type { AnkiNote } from '../../content/anki/anki-note.ts';
import { writeCollection } from '../../content/anki/collection.ts';
import { writePackage } from '../../content/anki/package-file.ts';
import { createAnkiProgress } from '../../domain/anki/anki-progress.ts';
import { readAnkiReviews } from '../../domain/anki/anki-reviews.ts';
import { selectEvents } from '../../domain/event-log.ts';
import { isCardEvent } from '../../domain/review/card-event.ts';
import type { Figure } from './figure.ts';
import { createLongReviews, createManyDecks } from './long-reviews.ts';

const SITE = { siteId: 'kb', title: 'Base', stylesChangedAt: 1_700_000_000 };
const NO_RENAMES = new Map<string, string>();
const RETENTION = 0.9;

export async function benchAnki(): Promise<Figure[]> {
  const sql = await initSqlJs();
  const now = Date.now();
  const events = selectEvents(createLongReviews(now), isCardEvent);
  const published = writePackage(writeCollection(sql, createNotes(), SITE));
  const exporting = time(() => {
    const progress = createAnkiProgress(events, NO_RENAMES, RETENTION);
    if (progress === undefined) throw new Error('There is no progress');
    return writeProgress(sql, published, progress, { former: NO_RENAMES, now });
  });
  const importing = time(() => {
    const reading = readCollectionFile(exporting.result.file);
    if (reading.kind !== 'collection') throw new Error(reading.kind);
    const rows = readReviewRows(sql, reading.bytes);
    return readAnkiReviews(rows, { siteId: SITE.siteId, events, former: NO_RENAMES, offsetAt: () => 60 });
  });
  if (importing.result.events.length > 0) throw new Error('What was exported came back as new');
  return [
    { what: 'export with progress', value: exporting.seconds, unit: 's', budget: 5 },
    { what: 'read it back', value: importing.seconds, unit: 's', budget: 5 },
    { what: 'the exported file', value: exporting.result.file.length / 1e6, unit: 'MB', budget: 10 },
  ];
}

function createNotes(): AnkiNote[] {
  const { decks } = createManyDecks().get('index.json') as Extract<
    ReturnType<ReturnType<typeof createManyDecks>['get']>,
    { decks: unknown }
  >;
  return decks.flatMap(({ title, area, cards }) =>
    cards.map(({ id, tags }) => ({
      guid: `${SITE.siteId}:en:${id}`,
      type: 'basic' as const,
      fields: [`<p>Question ${id}</p>`, `<p>Answer ${id}</p>`, '', '', '', ''],
      tags,
      deck: `${SITE.title}::${area}::${title}`,
      ords: [0],
      changedAt: SITE.stylesChangedAt,
    })),
  );
}

function time<Result>(work: () => Result): { readonly result: Result; readonly seconds: number } {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}
