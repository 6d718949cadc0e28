/**
 * A reader's study inside the address of the progress page, behind `#study=`: for another device that scans it as a QR
 * code or opens it as a link. What stands behind the `#` of an address stays in the browser; no server sees it.
 *
 * It is a backup like any other (backup.ts), packed and written in base64url, and is taken in like one: shown first,
 * merged when the reader says so. What does not fit is left out in this order: log and drafts, then everything.
 */
import { type Backup, parseBackup, printBackup } from '../../domain/backup.ts';
import { EMPTY_RECORD } from '../../domain/study-record.ts';
import { packBytes, unpackBytes } from './backup-file.ts';
import type { BackupReading } from './study-backup.ts';

const NAME = '#study=';
/** What a QR code of version 30 with the least correction holds: 137 dots a side, which a phone reads off a screen. */
export const MAX_CODE = 1720;
/** Mail and messages pass on addresses as long as this. */
export const MAX_LINK = 16_000;
/** An address may unpack to any size. */
const MAX_TEXT = 5_000_000;

/** What of the study an address holds. */
export interface StudyLink {
  readonly href: string;
  /** Without its log and its drafts it still has the ticks, the plan and the settings. */
  readonly isWhole: boolean;
}

export interface StudyLinks {
  /** For a QR code; `undefined` where not even ticks, plan and settings fit. */
  readonly code: StudyLink | undefined;
  /** For copying. */
  readonly link: StudyLink | undefined;
}

/** @param page address of the progress page, without a fragment */
export async function createStudyLinks(page: string, backup: Backup): Promise<StudyLinks> {
  const { log, drafts, carried } = EMPTY_RECORD;
  const whole = { href: await createHref(page, backup), isWhole: true };
  const part = { href: await createHref(page, { ...backup, log, drafts, carried }), isWhole: false };
  const isSame = backup.log.size === 0 && backup.drafts.size === 0;
  const fitInto = (limit: number) => (isSame ? [whole] : [whole, part]).find(({ href }) => href.length <= limit);
  return { code: fitInto(MAX_CODE), link: fitInto(MAX_LINK) };
}

/** What an address brings; `undefined` where it brings nothing. Never rejects. */
export async function readStudyLink(fragment: string, siteId: string): Promise<BackupReading | undefined> {
  if (!fragment.startsWith(NAME)) return undefined;
  const bytes = decodeBytes(fragment.slice(NAME.length));
  if (bytes === undefined) return { kind: 'unreadable' };
  const reading = await unpackBytes(bytes, MAX_TEXT);
  return reading.kind === 'text' ? parseBackup(reading.text, siteId) : reading;
}

async function createHref(page: string, backup: Backup): Promise<string> {
  return page + NAME + encodeBytes(await packBytes(printBackup(backup)));
}

function encodeBytes(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** `undefined` for a text that is cut off or altered so that it is no base64url. */
function decodeBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
