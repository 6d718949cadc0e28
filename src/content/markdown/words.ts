/** Interface words in the language of the document that is being rendered. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { pickForm } from '../../domain/plural.ts';
import type { InterfaceKey } from '../interface-keys.ts';
import { placeOf } from '../place.ts';
import type { Site } from '../site-config.ts';

/** Looks a word up; `{{name}}` in it is replaced by the value of that name. */
export type Translate = (key: InterfaceKey, values?: Readonly<Record<string, string | number>>) => string;
/** Words for a document, by its file. A number as `count` chooses the word's form, as it does in Starlight. */
export type DocumentWords = (file: URL | undefined) => Translate;

/** Language tag by folder of the language, `root` included. */
export function langsOf({ locales }: Pick<Site, 'locales'>): Record<string, string> {
  return Object.fromEntries(Object.entries(locales).map(([locale, { lang }]) => [locale, lang]));
}

const wordsSchema = z.record(z.string(), z.string());

/**
 * @param content absolute path of `content/`
 * @param langs language tag by locale folder, `root` included
 */
export function createDocumentWords(content: string, langs: Readonly<Record<string, string>>): DocumentWords {
  const byLang = new Map<string, Record<string, string>>();
  const load = (lang: string) => {
    const known = byLang.get(lang);
    if (known !== undefined) return known;
    const words = wordsSchema.parse(JSON.parse(readFileSync(path.join(content, 'i18n', `${lang}.json`), 'utf8')));
    byLang.set(lang, words);
    return words;
  };
  return (fileURL) => {
    const file = fileURL === undefined ? '' : path.relative(path.join(content, 'docs'), fileURLToPath(fileURL));
    const { locale } = placeOf(file, Object.keys(langs));
    const lang = langs[locale] ?? langs.root ?? 'en';
    const words = load(lang);
    return (key, values = {}) =>
      formOf(words, key, values.count, lang).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function formOf(
  words: Readonly<Record<string, string>>,
  key: string,
  count: string | number | undefined,
  lang: string,
): string {
  return (typeof count === 'number' ? pickForm(words, key, count, lang) : words[key]) || key;
}
