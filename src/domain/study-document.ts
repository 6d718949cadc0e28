/**
 * The small document of a reader's study: what `localStorage["<siteId>:study"]` holds.
 *
 * Shape, version 1, times in milliseconds since 1970:
 *
 *     {
 *       "version": 1,
 *       "ticks": { "<note id>#<item id>": { "state": "done", "at": … } },
 *       "plan": { "roadmap": "…", …, "at": … },             see study-plan.ts
 *       "settings": { "<name>": { "value": …, "at": … } }   see setting.ts
 *     }
 *
 * Life cycle: read at the start of each page and before each change, changed by one tick, plan or setting at a time,
 * written at once. Each of them says when it was set, and of two documents the later one of each counts: two tabs, two
 * devices and a backup are merged alike. Fields and ticks that this version does not know (a later feature, another
 * device) are carried along and merged by the same rule (stamped.ts). A document of a newer version is never written
 * over. Text that is no such document is `corrupt`: the caller sets it aside and begins anew.
 *
 * Migrations: none yet; version 1 is the first. Its golden fixture is in study-document.test.ts.
 */
import { isRecord, parseJson, readField } from './json.ts';
import { mergeFields, nextStamp } from './stamped.ts';
import { isTick, laterTick, type Tick, type TickState } from './tick.ts';

const STUDY_VERSION = 1;

/**
 * `unknownTicks` holds the ticks that this version cannot read, `rest` every other field: plan, settings, and what this
 * version does not know.
 */
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
  return readStudy(parseJson(text));
}

/** Reads a stored document that was parsed already, as a part of a backup. */
export function readStudy(value: unknown): ParsedStudy {
  if (!isRecord(value) || typeof value.version !== 'number' || !isRecord(value.ticks)) return { kind: 'corrupt' };
  const { version, ticks, ...rest } = value;
  if (version > STUDY_VERSION) return { kind: 'newer' };
  return { kind: 'document', document: { ...sortOut(ticks), rest } };
}

/** The text to store; `parseStudy` of it gives the same document. */
export function printStudy(study: StudyDocument): string {
  return JSON.stringify({ ...study.rest, version: STUDY_VERSION, ticks: listTicks(study) });
}

/**
 * Sets an item's state. The new tick is later than the item's last one even where the clock was set back, so that what
 * the reader did last is what counts.
 * @param now milliseconds since 1970
 */
export function withTick(study: StudyDocument, item: string, state: TickState, now: number): StudyDocument {
  const at = nextStamp(now, readField(listTicks(study), item));
  const { [item]: _, ...unknownTicks } = study.unknownTicks;
  return { ...study, unknownTicks, ticks: { ...study.ticks, [item]: { state, at } } };
}

/** The later of each tick, plan, setting and unknown field of both. */
export function mergeStudies(a: StudyDocument, b: StudyDocument): StudyDocument {
  const ticks = listTicks(a);
  const merged = Object.entries(listTicks(b)).map(([item, tick]): [string, unknown] => {
    return [item, Object.hasOwn(ticks, item) ? laterTick(ticks[item], tick) : tick];
  });
  return { ...sortOut({ ...ticks, ...Object.fromEntries(merged) }), rest: mergeFields(a.rest, b.rest) };
}

/** Every tick, whether this version can read it or not. */
export function listTicks({ ticks, unknownTicks }: StudyDocument): Record<string, unknown> {
  return { ...unknownTicks, ...ticks };
}

function sortOut(stored: Record<string, unknown>): Pick<StudyDocument, 'ticks' | 'unknownTicks'> {
  const entries = Object.entries(stored);
  const known = entries.filter((entry): entry is [string, Tick] => isTick(entry[1]));
  const unknown = entries.filter(([, tick]) => !isTick(tick));
  return { ticks: Object.fromEntries(known), unknownTicks: Object.fromEntries(unknown) };
}
