/**
 * The backup file: all that is kept of a reader's study, as one JSON text with an event or a draft on each line.
 *
 *     {
 *       "format": "study-backup", "version": 1,
 *       "siteId": "…", "siteTitle": "…", "savedAt": ms since 1970, "devices": ["…"],
 *       "document": { … },     study-document.ts
 *       "log": [ … ],          study-event.ts
 *       "drafts": { "<key>": { "code": "…", "at": … } },     draft.ts; left out where there are none
 *       "checksum": "…"        of the text before it
 *     }
 *
 * Life cycle: written whole, read whole, merged into what is there (study-record.ts), never put in its place. Fields that
 * this version does not know are carried along. A file of a newer version or of another site is refused with its reason;
 * one that cannot be read from end to end is corrupt and changes nothing. Who edits a file by hand takes the line of the
 * checksum out.
 *
 * Migrations: none yet; version 1 is the first. Drafts came later and are of version 1 too, since sites that do not know
 * them carry them along. Its golden fixtures are in backup.test.ts.
 */
import { createChecksum } from './checksum.ts';
import { type Draft, type Drafts, NO_DRAFTS, printDraft, readDraft } from './draft.ts';
import { createLog, listDevices, listEvents } from './event-log.ts';
import { compareTexts, isRecord, parseJson } from './json.ts';
import { isShallow } from './nesting.ts';
import { printStudy, readStudy } from './study-document.ts';
import { readEvent, type StudyEvent } from './study-event.ts';
import type { StudyRecord } from './study-record.ts';

const FORMAT = 'study-backup';
const VERSION = 1;
const EVENTS_OF_A_CHUNK = 1000;
const CHECKSUM = '"checksum"';

export interface Backup extends StudyRecord {
  readonly siteId: string;
  readonly siteTitle: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** What could not be read of a corrupt file: the page says it in words. */
export type BackupDamage = 'json' | 'nesting' | 'checksum' | 'header' | 'document' | 'log' | 'drafts';

export type ParsedBackup =
  | { readonly kind: 'backup'; readonly backup: Backup }
  /** Written by a later version of the site. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Of another site, whose name is known, or no backup at all. */
  | { readonly kind: 'foreign'; readonly siteTitle: string | undefined }
  | { readonly kind: 'corrupt'; readonly damage: BackupDamage };

/**
 * The text of a backup in parts, so that no text of all events is ever needed.
 * @example new Blob([...printBackup(backup)])
 */
export function* printBackup({ siteId, siteTitle, savedAt, study, log, drafts, carried }: Backup): Generator<string> {
  const checksum = createChecksum();
  const events = listEvents(log);
  const devices = listDevices(log);
  const header = { format: FORMAT, version: VERSION, siteId, siteTitle, savedAt, devices, ...carried };
  for (const chunk of printBody(header, printStudy(study), events, drafts)) {
    checksum.add(chunk);
    yield chunk;
  }
  yield `${CHECKSUM}:"${checksum.value()}"}\n`;
}

/** Reads any text as a backup of the site; never throws. */
export function parseBackup(text: string, siteId: string): ParsedBackup {
  const value = parseJson(text);
  if (value === undefined) return corrupt('json');
  if (!isRecord(value) || value.format !== FORMAT) return { kind: 'foreign', siteTitle: undefined };
  if (!isShallow(value)) return corrupt('nesting');
  const {
    format,
    version,
    siteId: from,
    siteTitle,
    savedAt,
    devices,
    document,
    log,
    drafts,
    checksum,
    ...carried
  } = value;
  if (typeof from !== 'string' || typeof version !== 'number' || typeof savedAt !== 'number') return corrupt('header');
  const title = typeof siteTitle === 'string' ? siteTitle : from;
  const isForeign = from !== siteId;
  if (version > VERSION && !isForeign) return { kind: 'newer', version };
  if (version <= VERSION && checksum !== undefined && checksum !== checksumOf(text)) return corrupt('checksum');
  if (isForeign) return { kind: 'foreign', siteTitle: title };
  const study = readStudy(document);
  if (study.kind === 'newer') return { kind: 'newer', version };
  if (study.kind === 'corrupt') return corrupt('document');
  const events = readEvents(log);
  if (events === undefined) return corrupt('log');
  const code = readDrafts(drafts);
  if (code === undefined) return corrupt('drafts');
  const record = { study: study.document, log: createLog(events), drafts: code, carried };
  return { kind: 'backup', backup: { siteId, siteTitle: title, savedAt, ...record } };
}

function* printBody(header: object, study: string, events: readonly StudyEvent[], drafts: Drafts): Generator<string> {
  yield `${JSON.stringify(header).slice(0, -1)},\n"document":${study},\n"log":[`;
  for (let start = 0; start < events.length; start += EVENTS_OF_A_CHUNK) {
    const lines = events.slice(start, start + EVENTS_OF_A_CHUNK).map((event) => JSON.stringify(event));
    yield `${start === 0 ? '' : ','}\n${lines.join(',\n')}`;
  }
  yield '\n],\n';
  if (drafts.size === 0) return;
  yield '"drafts":{';
  for (const [index, [key, draft]] of [...drafts].sort(([a], [b]) => compareTexts(a, b)).entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(key)}:${JSON.stringify(printDraft(draft))}`;
  }
  yield '\n},\n';
}

function readEvents(value: unknown): StudyEvent[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const events = value.flatMap((event) => readEvent(event) ?? []);
  return events.length === value.length ? events : undefined;
}

function readDrafts(value: unknown): Drafts | undefined {
  if (value === undefined) return NO_DRAFTS;
  if (!isRecord(value)) return undefined;
  const drafts = Object.entries(value).flatMap(([key, stored]): [string, Draft][] => {
    const draft = readDraft(stored);
    return draft === undefined ? [] : [[key, draft]];
  });
  return drafts.length === Object.keys(value).length ? new Map(drafts) : undefined;
}

/** Of the text before the last field, which is where the checksum stands. */
function checksumOf(text: string): string {
  const checksum = createChecksum();
  checksum.add(text.slice(0, text.lastIndexOf(CHECKSUM)));
  return checksum.value();
}

function corrupt(damage: BackupDamage): ParsedBackup {
  return { kind: 'corrupt', damage };
}
