/**
 * The small document of a reader's study: what `localStorage["<siteId>:study"]` holds.
 *
 * Shape, version 1: `{ version: 1, ticks: { "<note id>#<item id>": { state, at } } }`, `at` in milliseconds since 1970.
 *
 * Life cycle: read at the start of each page and before each change, changed by one tick at a time, written at once.
 * Fields and ticks that this version does not know (a later feature, another device) are carried along untouched. A
 * document of a newer version is never written over. Text that is no such document is `corrupt`: the caller sets it
 * aside and begins anew.
 *
 * Migrations: none yet; version 1 is the first.
 */
import { isRecord, parseJson } from './json.ts';
import { isTickState, mergeTicks, type Tick, type TickState } from './tick.ts';

const STUDY_VERSION = 1;

/** `rest` holds what this version does not know, `unknownTicks` the ticks it cannot read; both are written back. */
export interface StudyDocument {
  readonly ticks: Readonly<Record<string, Tick>>;
  readonly unknownTicks: Readonly<Record<string, unknown>>;
  readonly rest: Readonly<Record<string, unknown>>;
}

export type ParsedStudy =
  | { readonly kind: 'document'; readonly document: StudyDocument }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'newer' };

export const EMPTY_STUDY: StudyDocument = { ticks: {}, unknownTicks: {}, rest: {} };

/** Reads a stored text; never throws. */
export function parseStudy(text: string): ParsedStudy {
  const value = parseJson(text);
  if (!isRecord(value) || typeof value.version !== 'number' || !isRecord(value.ticks)) return { kind: 'corrupt' };
  const { version, ticks: stored, ...rest } = value;
  if (version > STUDY_VERSION) return { kind: 'newer' };
  const entries = Object.entries(stored);
  const known = entries.filter((entry): entry is [string, Tick] => isTick(entry[1]));
  const unknown = entries.filter(([, tick]) => !isTick(tick));
  const document = { ticks: Object.fromEntries(known), unknownTicks: Object.fromEntries(unknown), rest };
  return { kind: 'document', document };
}

/** The text to store; `parseStudy` of it gives the same document. */
export function printStudy({ ticks, unknownTicks, rest }: StudyDocument): string {
  return JSON.stringify({ ...rest, version: STUDY_VERSION, ticks: { ...unknownTicks, ...ticks } });
}

/**
 * Sets an item's state. The new tick is later than the item's last one even where the clock was set back, so that what
 * the reader did last is what counts.
 * @param now milliseconds since 1970
 */
export function withTick(study: StudyDocument, item: string, state: TickState, now: number): StudyDocument {
  const { [item]: unknown, ...unknownTicks } = study.unknownTicks;
  const last = [study.ticks[item], unknown].map(timeOf).filter(Number.isFinite);
  const at = Math.max(now, ...last.map((time) => time + 1));
  return { ...study, unknownTicks, ticks: { ...study.ticks, [item]: { state, at } } };
}

/** Both documents' ticks, the later one of each item, whether this version can read it or not. */
export function mergeStudies(a: StudyDocument, b: StudyDocument): StudyDocument {
  const ticks = { ...a.ticks };
  for (const [item, tick] of Object.entries(b.ticks)) ticks[item] = mergeTicks(ticks[item], tick);
  const unknownTicks: Record<string, unknown> = {};
  for (const [item, tick] of [...Object.entries(a.unknownTicks), ...Object.entries(b.unknownTicks)]) {
    const isLater = timeOf(tick) >= timeOf(ticks[item]) && isLaterUnknown(tick, unknownTicks[item]);
    if (isLater) unknownTicks[item] = tick;
  }
  for (const item of Object.keys(unknownTicks)) delete ticks[item];
  return { ticks, unknownTicks, rest: { ...a.rest, ...b.rest } };
}

/** Equal times are settled by the text, so that merging is the same in any order. */
function isLaterUnknown(tick: unknown, other: unknown): boolean {
  if (timeOf(tick) !== timeOf(other)) return timeOf(tick) > timeOf(other);
  return other === undefined || JSON.stringify(tick) >= JSON.stringify(other);
}

/** When a tick was set. A tick that does not say so is of a version that we know nothing of, and is kept. */
function timeOf(tick: unknown): number {
  if (tick === undefined) return Number.NEGATIVE_INFINITY;
  return isRecord(tick) && typeof tick.at === 'number' ? tick.at : Number.POSITIVE_INFINITY;
}

function isTick(value: unknown): value is Tick {
  return isRecord(value) && isTickState(value.state) && typeof value.at === 'number' && Number.isFinite(value.at);
}
