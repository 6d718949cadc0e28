/** The words of this site, in each of its languages. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import site from '../../site.config.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { COUNTED_KEYS, listForms } from '../../src/content/interface-keys.ts';
import { checkInterfaceWords } from '../../src/content/interface-words.ts';

const LANGS = Object.values(site.locales).map(({ lang }) => lang);
const MAIN_LANG = site.locales.root?.lang ?? '';

test('the site’s own words are complete in every language', () => {
  expect(checkInterfaceWords(openDiskFiles(path.resolve('.')), LANGS)).toEqual([]);
});

test.each(LANGS)('the words in %s fill in the same values as those of the main language', (lang) => {
  const valuesOf = (other: string) => {
    const words: Record<string, string> = JSON.parse(readFileSync(`content/i18n/${other}.json`, 'utf8'));
    const study = Object.entries(words).filter(([key]) => key.startsWith('study.'));
    return Object.fromEntries(study.map(([key, word]) => [key, word.match(/\{+\w+\}+/g)?.toSorted() ?? []]));
  };
  expect(valuesOf(lang)).toEqual(valuesOf(MAIN_LANG));
});

/** What the glossary of docs/CONTRIBUTING.md and the voice rule out, in the words of each language. */
const OUT_OF_VOICE: Readonly<Record<string, RegExp>> = {
  en: /!|\b(please|oops|sorry|lesson)\b/i,
  es: /[!¡]|\b(por favor|lo sentimos|tests?|hojas? de ruta|lección|ordenador|intro|usted|vosotros)\b/i,
  'pt-BR': /!|\b(por favor|desculpe|roda(r|m)?|rode|lição|utilizador|ficheiros?)\b/i,
};
const ROUGH_MARKS = /"|'|\.{3}| …/;

test.each(LANGS)('the words in %s keep to one voice, the terms of the glossary, and printed marks', (lang) => {
  const words: Record<string, string> = JSON.parse(readFileSync(`content/i18n/${lang}.json`, 'utf8'));
  const rough = Object.entries(words).filter(
    ([key, word]) => key.startsWith('study.') && (OUT_OF_VOICE[lang]?.test(word) || ROUGH_MARKS.test(word)),
  );
  expect(rough).toEqual([]);
});

/** `{{count}} notes`, and with a word between: all three languages end a plural in s. These gaps hold a text, not a number. */
const COUNTED =
  /\{\{(?!(?:name|from|to|language|share|time|date|title)\})\w+\}\} (?:(?:de|of) \{\{\w+\}\} )?(?:\p{L}+ )?\p{L}{2,}s(?![\p{L}’])/u;
/** Sentences that look like it. */
const NOT_COUNTED: readonly string[] = [
  'study.resources.more',
  // The noun stands elsewhere, and these agree with all there are of it.
  'study.progress',
  'study.search.progress',
  'study.totals.solved',
  'study.totals.learned',
  'study.standing.cards',
  'study.standing.exercises',
  'study.anki.changes',
  'study.sql.planBuffers',
  // Never of one: what is said of more than one only.
  'study.sql.shown',
  'study.sql.planMore',
  'study.sql.planFewer',
  'study.flashcards.dueIn',
  'study.playground.large',
];

test.each(LANGS)('a number before a noun has the forms that %s has', (lang) => {
  const words: Record<string, string> = JSON.parse(readFileSync(`content/i18n/${lang}.json`, 'utf8'));
  const isForm = (key: string) => listForms(lang).includes(key);
  const counted = Object.keys(words).filter(
    (key) => key.startsWith('study.') && !isForm(key) && COUNTED.test(words[key] ?? ''),
  );
  const known = [...COUNTED_KEYS, ...NOT_COUNTED] as readonly string[];
  expect(counted.filter((key) => !known.includes(key))).toEqual([]);
  for (const form of listForms(lang)) {
    expect(words[form], form).toContain('{{count}}');
    expect(words[form.replace(/_\w+$/, '')], form).toContain('{{count}}');
  }
});
