/** The segments of the event log inside a transaction: values of the stores `log` and `meta` in study-database.ts. */
import {
  createLog,
  type EventLog,
  lastCounter,
  mergeSegments,
  splitSegment,
  subtractSegment,
} from '../../domain/event-log.ts';
import { readEvent, type StudyEvent } from '../../domain/study-event.ts';
import type { Reading, Writing } from './study-database.ts';

export interface SegmentReading {
  readonly log: EventLog;
  /** Names of segments of which a part could not be read. */
  readonly damaged: readonly string[];
}

interface Segment {
  readonly events: readonly StudyEvent[];
  readonly isDamaged: boolean;
}

/** Later than any that an event can have. */
const LAST_DAY = '9999-12-31';

/** @param since the first learning day that is wanted */
export async function readSegments(transaction: Reading | Writing, since: string): Promise<SegmentReading> {
  const store = transaction.objectStore('log');
  const names = await store.getAllKeys();
  const wanted: string[] = [];
  const segments: Segment[] = [];
  for (const range of rangesOf(names, since)) {
    wanted.push(...(range ? await store.getAllKeys(range) : names));
    segments.push(...(await store.getAll(range)).map(readSegment));
  }
  return {
    log: createLog(segments.flatMap(({ events }) => events)),
    damaged: wanted.filter((_, index) => segments[index]?.isDamaged),
  };
}

/** The days of each device lie side by side, so that they can be read at once; without a day everything can. */
function rangesOf(names: readonly string[], since: string): (IDBKeyRange | undefined)[] {
  if (since === '') return [undefined];
  const devices = new Set(names.map((name) => splitSegment(name).device));
  return [...devices].map((device) => IDBKeyRange.bound(`${device}|${since}`, `${device}|${LAST_DAY}`));
}

/**
 * Adds events and takes others out. A segment of which a part cannot be read goes to `quarantine` as it is.
 * @returns whether there was such a segment
 */
export async function changeSegments(transaction: Writing, added: EventLog, removed: EventLog): Promise<boolean> {
  const names = [...new Set([...added.keys(), ...removed.keys()])];
  const damages = await Promise.all(
    names.map((name) => changeSegment(transaction, name, added.get(name) ?? [], removed.get(name) ?? [])),
  );
  return damages.includes(true);
}

/** The last counter that was given to an event of a device; 0 at first. */
export async function readCounter(transaction: Writing, device: string): Promise<number> {
  const counter = await transaction.objectStore('meta').get(counterKey(device));
  if (Number.isSafeInteger(counter)) return Number(counter);
  const { log } = await readSegments(transaction, '');
  return lastCounter(log, device);
}

export async function writeCounter(transaction: Writing, device: string, counter: number): Promise<void> {
  await transaction.objectStore('meta').put(counter, counterKey(device));
}

async function changeSegment(
  transaction: Writing,
  name: string,
  added: readonly StudyEvent[],
  removed: readonly StudyEvent[],
): Promise<boolean> {
  const store = transaction.objectStore('log');
  const value = await store.get(name);
  const { events, isDamaged } = readSegment(value);
  if (isDamaged) await transaction.objectStore('quarantine').put(value);
  const next = subtractSegment(mergeSegments(events, added), removed);
  await (next.length > 0 ? store.put(next, name) : store.delete(name));
  return isDamaged;
}

function readSegment(value: unknown): Segment {
  if (value === undefined) return { events: [], isDamaged: false };
  if (!Array.isArray(value)) return { events: [], isDamaged: true };
  const events = value.flatMap((event) => readEvent(event) ?? []);
  return { events, isDamaged: events.length < value.length };
}

function counterKey(device: string): string {
  return `counter|${device}`;
}
