/**
 * Answers that were given in Anki, as events of the study log. Each has the id of its row there as its counter, so that the
 * same file can be read any number of times.
 */

import { ANKI_DEVICE, createCopyFinder } from '../review/anki-copies.ts';
import { type CardEvent, nameCard, presentName, RATINGS } from '../review/card-event.ts';
import { createEvent, type StudyEvent } from '../study-event.ts';

/** A row of Anki's log of reviews, with the note and the card that it is about. */
export interface AnkiReviewRow {
  /** Milliseconds since 1970. */
  readonly id: number;
  readonly guid: string;
  readonly ord: number;
  readonly ease: number;
  /** Days, or seconds below 0. */
  readonly interval: number;
  readonly factor: number;
  /** Milliseconds. */
  readonly time: number;
  readonly type: number;
}

export interface AnkiReviews {
  /** What is new here. */
  readonly events: readonly StudyEvent[];
  /** Cards that they are about. */
  readonly cards: number;
  /** Answers that the log has already: read before, or given here and exported. */
  readonly known: number;
  /** Answers to cards of other decks. */
  readonly foreign: number;
}

export interface AnkiReviewOptions {
  readonly siteId: string;
  /** What the log has of cards. */
  readonly events: readonly CardEvent[];
  /** Present card ids by former ones. */
  readonly former: ReadonlyMap<string, string>;
  /** Minutes that the reader's clock was east of UTC at a time. */
  readonly offsetAt: (t: number) => number;
}

const LONGEST_INTERVAL = 36_500;

export function readAnkiReviews(
  rows: readonly AnkiReviewRow[],
  { siteId, events, former, offsetAt }: AnkiReviewOptions,
): AnkiReviews {
  const isKnown = createCopyFinder(events, former);
  const added: StudyEvent[] = [];
  const cards = new Set<string>();
  const counts = { known: 0, foreign: 0 };
  for (const row of rows) {
    const id = readGuid(row.guid, siteId);
    if (id === undefined) {
      counts.foreign += 1;
      continue;
    }
    const facts = readFacts(row, nameCard(id, row.ord));
    if (facts === undefined) continue;
    if (isKnown({ c: facts.c, n: row.id, t: row.id })) {
      counts.known += 1;
      continue;
    }
    added.push(createEvent(facts, ANKI_DEVICE, row.id, { t: row.id, z: offsetAt(row.id) }));
    cards.add(presentName(facts.c, former));
  }
  return { events: added, cards: cards.size, ...counts };
}

/** @example readGuid('kb:en:str-split', 'kb') // 'str-split' */
function readGuid(guid: string, siteId: string): string | undefined {
  const [site, language, ...id] = guid.split(':');
  return site === siteId && language !== undefined && id.length > 0 ? id.join(':') : undefined;
}

const RELEARN = 2;
const CRAM = 3;
const BY_HAND = 4;

/** `undefined` for what is no answer, or one that scheduled nothing. */
function readFacts({ ease, interval, factor, time, type }: AnkiReviewRow, c: string) {
  if (type === BY_HAND && factor === 0) return { k: 'forget' as const, c };
  const r = RATINGS.find((rating) => rating === ease);
  const isAnswer = type <= RELEARN || (type === CRAM && factor !== 0);
  if (r === undefined || !isAnswer) return undefined;
  const i = interval > 0 ? Math.min(interval, LONGEST_INTERVAL) : undefined;
  return { k: 'review' as const, c, r, ms: Math.max(0, time), ...(i !== undefined && { i }) };
}
