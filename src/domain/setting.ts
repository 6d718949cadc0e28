/**
 * What a reader has chosen for the site: field `settings` of the study document, `{ "<name>": { value, at } }`.
 *
 * The reader of a setting says what it may be and what it is by default: a device of another version may have written
 * anything. `null` is a setting that was taken back.
 */
import { isRecord, readField } from './json.ts';
import { isStamped, nextStamp } from './stamped.ts';
import type { StudyDocument } from './study-document.ts';

/** The value as it is stored, or `null` where there is none. */
export function settingOf(study: StudyDocument, name: string): unknown {
  const setting = readField(settingsOf(study), name);
  return isStamped(setting) ? (setting.value ?? null) : null;
}

/**
 * @param value anything that JSON can say
 * @param now milliseconds since 1970
 * @example withSetting(study, 'weeklyMinutes', 600, Date.now())
 */
export function withSetting(study: StudyDocument, name: string, value: unknown, now: number): StudyDocument {
  const settings = settingsOf(study);
  const next = { value, at: nextStamp(now, readField(settings, name)) };
  return { ...study, rest: { ...study.rest, settings: { ...settings, [name]: next } } };
}

/** Every setting as it is stored, also those that this version does not know. */
export function settingsOf(study: StudyDocument): Record<string, unknown> {
  const settings = readField(study.rest, 'settings');
  return isRecord(settings) ? settings : {};
}
