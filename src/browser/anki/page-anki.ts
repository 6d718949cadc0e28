/** What a page does for Anki: it exports a reader's progress, reads answers, and takes them into the log. */
import { createAnkiProgress } from '../../domain/anki/anki-progress.ts';
import { type AnkiReviews, readAnkiReviews } from '../../domain/anki/anki-reviews.ts';
import { createLog, selectEvents } from '../../domain/event-log.ts';
import { learningDay } from '../../domain/learning-day.ts';
import { isCardEvent } from '../../domain/review/card-event.ts';
import { reviewSettingsOf } from '../../domain/review/review-settings.ts';
import type { StudyDocument } from '../../domain/study-document.ts';
import type { StudyEvent } from '../../domain/study-event.ts';
import { momentOf, readClock } from '../clock.ts';
import { readFormerCards } from '../review-decks.ts';
import type { LogStore } from '../storage/log-store.ts';
import { type CollectionReading, readCollectionFile } from './collection-file.ts';
import { openSqlite, type SqliteAssets } from './open-sqlite.ts';
import { readReviewRows } from './read-rows.ts';
import { writeProgress } from './write-progress.ts';

export interface AnkiPlace {
  readonly siteId: string;
  readonly language: string;
  /** Address of the published package. */
  readonly package: string;
  /** Address of the language's decks, with a slash at its end. */
  readonly decks: string;
  readonly sqlite: SqliteAssets;
}

export interface ExportedFile {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly cards: number;
  readonly reviews: number;
}

/** @returns `undefined` where the reader has reviewed nothing yet */
export async function exportProgress(
  place: AnkiPlace,
  { log, study }: { readonly log: LogStore; readonly study: StudyDocument },
): Promise<ExportedFile | undefined> {
  const events = selectEvents(await log.read(), isCardEvent);
  if (events.length === 0) return undefined;
  const [former, sql, published] = await Promise.all([
    readFormerCards(place.decks),
    openSqlite(place.sqlite),
    fetchPackage(place.package),
  ]);
  const progress = createAnkiProgress(events, former, reviewSettingsOf(study).retention);
  if (progress === undefined) return undefined;
  const now = readClock();
  const written = writeProgress(sql, published, progress, { former, now: now.t });
  return { ...written, name: `${place.siteId}-${place.language}-${learningDay(now)}.apkg` };
}

async function fetchPackage(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export type ReviewReading =
  | { readonly kind: 'reviews'; readonly reviews: AnkiReviews }
  | { readonly kind: 'notAnki' | Exclude<CollectionReading['kind'], 'collection' | 'foreign'> };

export async function readReviews(place: AnkiPlace, file: ArrayBuffer, log: LogStore): Promise<ReviewReading> {
  const reading = readCollectionFile(new Uint8Array(file));
  if (reading.kind === 'foreign') return { kind: 'notAnki' };
  if (reading.kind !== 'collection') return { kind: reading.kind };
  const [former, sql, stored] = await Promise.all([readFormerCards(place.decks), openSqlite(place.sqlite), log.read()]);
  try {
    const rows = readReviewRows(sql, reading.bytes);
    const events = selectEvents(stored, isCardEvent);
    const offsetAt = (t: number) => momentOf(t).z;
    return { kind: 'reviews', reviews: readAnkiReviews(rows, { siteId: place.siteId, events, former, offsetAt }) };
  } catch (error) {
    // SQLite and the events both refuse what no Anki has written.
    console.warn('The collection could not be read:', error);
    return { kind: 'corrupt' };
  }
}

/** Adds answers to the log, all or none; tells whether it was done. */
export function mergeReviews(log: LogStore, events: readonly StudyEvent[]): Promise<boolean> {
  return log.change({ added: { log: createLog(events) } });
}
