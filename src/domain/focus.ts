/**
 * Notes that a reader wants to go over soon, since an interview has shown that they have to: the setting `focus` of the
 * study document, a list of note ids. Today shows them until they are taken out, and new cards of them come first.
 */
import { settingOf, withSetting } from './setting.ts';
import type { StudyDocument } from './study-document.ts';

const SETTING = 'focus';
/** More than that is no focus: the first stay. */
const MOST = 12;

/** The first to be studied first. */
export function focusOf(study: StudyDocument): readonly string[] {
  const notes = settingOf(study, SETTING);
  return Array.isArray(notes) ? notes.filter((note) => typeof note === 'string') : [];
}

/** @param notes ids, or parts of notes: `area/note#part` */
export function withFocus(study: StudyDocument, notes: readonly string[], now: number): StudyDocument {
  const ids = [...notes, ...focusOf(study)].map((note) => note.split('#')[0] ?? note);
  return withSetting(study, SETTING, [...new Set(ids)].slice(0, MOST), now);
}

export function withoutFocus(study: StudyDocument, note: string, now: number): StudyDocument {
  const left = focusOf(study).filter((other) => other !== note);
  return withSetting(study, SETTING, left, now);
}
