/**
 * What a note said when its reader marked it as studied or finished its checklist: field `revisions` of the study
 * document, `{ "<note id>": { "value": "…", "at": … } }`.
 *
 * The value is four hexadecimal digits of each section's hash, one after the other. Which sections have changed since is
 * told from what is not among them, so nothing but digits needs to be kept, and a section that was moved has not changed.
 */
import { isRecord, readField } from './json.ts';
import { isStamped, nextStamp, stampOf } from './stamped.ts';
import type { StudyDocument } from './study-document.ts';

const FIELD = 'revisions';
const DIGITS = 4;
const FORM = /^(?:[0-9a-f]{4})+$/;

/** What has changed in a note since it was studied. */
export interface NoteChanges {
  /** Places of its present sections that are new or say something else, from 0. */
  readonly sections: readonly number[];
  /** How many sections are gone, beyond those that say something else. */
  readonly removed: number;
}

/** @param hashes of the sections, in hexadecimal digits */
export function createRevision(hashes: readonly string[]): string {
  return hashes.map((hash) => hash.slice(0, DIGITS)).join('');
}

/** The revision that the reader has studied, or `undefined`. @param keys ids of the note, former ones included */
export function revisionOf(study: StudyDocument, keys: readonly string[]): string | undefined {
  const revisions = revisionsOf(study);
  const [latest] = keys.map((key) => readField(revisions, key)).sort((a, b) => stampOf(b) - stampOf(a));
  return isStamped(latest) && typeof latest.value === 'string' && FORM.test(latest.value) ? latest.value : undefined;
}

/** @param now milliseconds since 1970 */
export function withRevision(study: StudyDocument, note: string, revision: string, now: number): StudyDocument {
  const revisions = revisionsOf(study);
  const next = { value: revision, at: nextStamp(now, readField(revisions, note)) };
  return { ...study, rest: { ...study.rest, [FIELD]: { ...revisions, [note]: next } } };
}

/** `undefined` where nothing has changed. */
export function findChanges(studied: string, present: string): NoteChanges | undefined {
  const [before, after] = [splitRevision(studied), splitRevision(present)];
  const sections = after.flatMap((hash, index) => (before.includes(hash) ? [] : [index]));
  const gone = before.filter((hash) => !after.includes(hash)).length;
  const removed = Math.max(0, gone - sections.length);
  return sections.length + gone > 0 ? { sections, removed } : undefined;
}

function splitRevision(revision: string): string[] {
  return revision.match(/.{4}/g) ?? [];
}

function revisionsOf(study: StudyDocument): Record<string, unknown> {
  const revisions = readField(study.rest, FIELD);
  return isRecord(revisions) ? revisions : {};
}
