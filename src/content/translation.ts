/** How far a translation is behind its original, section by section. */
import { isRecord, type Page } from './page.ts';
import { listSections, type Section } from './section.ts';

/** `changed` and `added` are sections of the original; `removed` are ids that it no longer has. */
export interface Drift {
  readonly changed: readonly Section[];
  readonly added: readonly Section[];
  readonly removed: readonly string[];
}

/** Hash of each section of the original, by id, as it was when the translation was made. */
export type TranslationRecord = Readonly<Record<string, string>>;

/** What a translation says it was made from; `undefined` where it says nothing. */
export function readRecord({ yaml }: Page): TranslationRecord | undefined {
  const recorded = isRecord(yaml.value) ? yaml.value.translated : undefined;
  if (!isRecord(recorded)) return undefined;
  return Object.fromEntries(Object.entries(recorded).map(([id, hash]) => [id, String(hash)]));
}

/** The record of a translation that is up to date. */
export function createRecord(original: Page): TranslationRecord {
  return Object.fromEntries(listSections(original).map(({ id, hash }) => [id, hash]));
}

/** What has changed in the original since; `undefined` where nothing has, or the translation has no record. */
export function findDrift(original: Page, translation: Page): Drift | undefined {
  const record = readRecord(translation);
  if (record === undefined) return undefined;
  const sections = listSections(original);
  const ids = new Set(sections.map(({ id }) => id));
  const drift = {
    changed: sections.filter(({ id, hash }) => record[id] !== undefined && record[id] !== hash),
    added: sections.filter(({ id }) => record[id] === undefined),
    removed: Object.keys(record).filter((id) => !ids.has(id)),
  };
  return drift.changed.length + drift.added.length + drift.removed.length === 0 ? undefined : drift;
}
