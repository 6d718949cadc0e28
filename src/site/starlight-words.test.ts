/** Whether the words that other languages are asked for are those that the installed Starlight says. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  FRAME_LANGUAGES,
  FRAME_WORDS,
  listForeignWords,
  STARLIGHT_LANGUAGES,
  STARLIGHT_WORDS,
} from '../content/starlight-words.ts';

const FOLDER = path.resolve('node_modules/@astrojs/starlight/dist/translations');
/** Said to writers, or by parts of Starlight that this site does not have. */
const UNSEEN = ['search.devWarning', 'builtWithStarlight.label'];

const langs = readdirSync(FOLDER).flatMap((file) => /^([a-z]{2}(?:-[A-Z]+)?)\.js$/.exec(file)?.[1] ?? []);
const wordsOf = async (lang: string): Promise<Record<string, string>> =>
  (await import(pathToFileURL(path.join(FOLDER, `${lang}.js`)).href)).default;

test('the languages are those of Starlight', () => {
  expect([...STARLIGHT_LANGUAGES].sort()).toEqual(langs.sort());
});

test('the keys are those of Starlight, with its English', async () => {
  const english = Object.entries(await wordsOf('en')).filter(([key]) => !UNSEEN.includes(key));
  expect(STARLIGHT_WORDS).toEqual(Object.fromEntries(english));
});

test('every language of Starlight says everything that is not asked for', async () => {
  for (const lang of langs) {
    const words = await wordsOf(lang);
    const asked = listForeignWords(lang);
    expect(
      Object.keys(STARLIGHT_WORDS).filter((key) => !words[key] && !asked[key]),
      lang,
    ).toEqual([]);
    // Blocks of code have words of their own in English and German.
    const isFramed = ['en', 'de'].includes(lang) || Object.keys(FRAME_WORDS).every((key) => words[key]);
    expect(FRAME_LANGUAGES.includes(lang), lang).toBe(isFramed);
  }
});

test.each([
  ['es', 0],
  ['es-MX', 0],
  ['pt-BR', 0],
  ['fr', 0],
  ['nl', 1],
  ['eo', 27],
])('%s is asked for %i words', (lang, count) => {
  expect(Object.keys(listForeignWords(lang))).toHaveLength(count);
});
