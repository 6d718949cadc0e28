/**
 * What a reader did, noted in `localStorage["<siteId>:outbox"]` at once, until the log has it: the log is loaded and written
 * while the page goes on, and the page may be left before.
 *
 * Shape: a list of `{ facts, t, z }`. Life cycle: noted by `record()`, put into the log by whichever page opens it next, and
 * taken out when it is there. Two tabs may do so at once, or one may be closed in between: an entry always becomes the same
 * event, and equal events are one (event-log.ts).
 */
import { createLog } from '../../domain/event-log.ts';
import { isRecord, parseJson } from '../../domain/json.ts';
import type { Moment } from '../../domain/learning-day.ts';
import { createEvent, type Facts } from '../../domain/study-event.ts';
import type { LogStore } from './log-store.ts';
import type { StorageLike } from './study-store.ts';

/** Events of an outbox are told apart by what they say and when, not by a counter. */
const NO_COUNTER = 0;

interface OutboxEntry extends Moment {
  readonly facts: Facts;
}

export interface OutboxPlace {
  readonly siteId: string;
  /** Gives the storage, or throws where the browser forbids it. */
  readonly openStorage: () => StorageLike;
  readonly log: Pick<LogStore, 'append' | 'change'>;
  readonly device: string;
}

/** Puts into the log what the outbox holds. What no event can be made of is dropped, and said in the console. */
export async function emptyOutbox({ siteId, openStorage, log, device }: OutboxPlace): Promise<void> {
  for (const text of readEntries(siteId, openStorage)) {
    const entry = parseJson(text);
    if (isEntry(entry)) await deliver(entry, log, device);
    else console.error('What stood in the outbox is no event:', text);
    removeEntry(siteId, openStorage, text);
  }
}

async function deliver({ facts, t, z }: OutboxEntry, log: OutboxPlace['log'], device: string): Promise<void> {
  const event = createEvent(facts, device, NO_COUNTER, { t, z });
  const isSaved = await log.change({ added: { log: createLog([event]) } });
  // Without a database the page at least shows it, and tries again with the next event.
  if (!isSaved) await log.append(facts, { t, z });
}

function readEntries(siteId: string, openStorage: () => StorageLike): string[] {
  try {
    const entries = parseJson(openStorage().getItem(`${siteId}:outbox`) ?? '[]');
    return Array.isArray(entries) ? entries.map((entry) => JSON.stringify(entry)) : [];
  } catch {
    return [];
  }
}

/** Reads again what is there: another page may have noted something meanwhile. */
function removeEntry(siteId: string, openStorage: () => StorageLike, text: string): void {
  const left = readEntries(siteId, openStorage);
  const at = left.findIndex((entry) => entry === text);
  if (at === -1) return;
  try {
    openStorage().setItem(`${siteId}:outbox`, `[${left.toSpliced(at, 1).join(',')}]`);
  } catch {
    // It is delivered once more, and is the same event then.
  }
}

function isEntry(value: unknown): value is OutboxEntry {
  if (!isRecord(value) || !isRecord(value.facts)) return false;
  try {
    createEvent(value.facts as unknown as Facts, 'any', NO_COUNTER, value as unknown as Moment);
    return true;
  } catch {
    return false;
  }
}
