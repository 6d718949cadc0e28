/**
 * Which sections of which notes were read in this browser: `{ "<note id>": { sections: ["id", …], at } }` under
 * `<siteId>:read`. A convenience of this device, like the way back to the last note: what the reader says of themselves,
 * and what counts, are ticks.
 */
import { isRecord, parseJson, readField } from '../domain/json.ts';
import { isStamped, stampOf } from '../domain/stamped.ts';
import type { StorageLike } from './storage/study-store.ts';

/** The latest notes: a reader of them all would fill the storage that their ticks need. */
const NOTES_KEPT = 200;

export function readReadSections(siteId: string, storage: StorageLike, note: string): readonly string[] {
  const stored = readField(load(siteId, storage), note);
  const sections = isRecord(stored) ? stored.sections : [];
  return Array.isArray(sections) ? sections.filter((id) => typeof id === 'string') : [];
}

/** @param now milliseconds since 1970 */
export function writeReadSections(
  siteId: string,
  storage: StorageLike,
  note: string,
  sections: readonly string[],
  now: number,
): void {
  const others = Object.entries(load(siteId, storage)).filter(([id, value]) => id !== note && isStamped(value));
  const latest = others.sort(([, a], [, b]) => stampOf(b) - stampOf(a)).slice(0, NOTES_KEPT - 1);
  try {
    storage.setItem(keyOf(siteId), JSON.stringify({ ...Object.fromEntries(latest), [note]: { sections, at: now } }));
  } catch {
    // Full or blocked: what the reader did is told of by the study store.
  }
}

function load(siteId: string, storage: StorageLike): Record<string, unknown> {
  try {
    const stored = parseJson(storage.getItem(keyOf(siteId)) ?? '');
    return isRecord(stored) ? stored : {};
  } catch {
    return {};
  }
}

function keyOf(siteId: string): string {
  return `${siteId}:read`;
}
