/**
 * What `search-index/languages.json` holds: one entry for each language of the site, by the tag of its `<html lang>`.
 *
 * Shape: `{ "es": { "index": "es_7944846ecb", "areas": { "django": "Django" } } }`. `index` names the present build of
 * that language's index, a folder in `search-index/es/`; it is `null` where no page is written in the language yet. `areas` gives
 * the titles of the areas, whose ids are what the index filters by.
 *
 * Life cycle: written after each build, asked for anew each time search is loaded, so that the index and the files it
 * names are of one build. Everything else below `search-index/` may be cached.
 */
import { isRecord, parseJson } from '../../domain/json.ts';

export interface SearchLanguage {
  readonly index: string | null;
  readonly areas: Readonly<Record<string, string>>;
}

export type SearchLanguages = Readonly<Record<string, SearchLanguage>>;

/**
 * The languages that a text of `languages.json` names, or `undefined` where it is something else: servers answer an
 * unknown address with a page often enough.
 */
export function parseSearchLanguages(text: string): SearchLanguages | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([lang, language]) => [lang, toSearchLanguage(language)] as const);
  return entries.every(isKnown) ? Object.fromEntries(entries) : undefined;
}

function toSearchLanguage(value: unknown): SearchLanguage | undefined {
  if (!isRecord(value) || !isRecord(value.areas)) return undefined;
  const areas = Object.entries(value.areas).filter((area): area is [string, string] => typeof area[1] === 'string');
  return { index: typeof value.index === 'string' ? value.index : null, areas: Object.fromEntries(areas) };
}

function isKnown<K, V>(entry: readonly [K, V | undefined]): entry is readonly [K, V] {
  return entry[1] !== undefined;
}
