import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkInterfaceWords } from './interface-words.ts';

const LANGS = ['en', 'es', 'pt-BR'];

test('the site’s own words are complete in every language', () => {
  expect(checkInterfaceWords('content/i18n', LANGS)).toEqual([]);
});

test('a missing file, a missing word and a word without use are each named', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kb-words-'));
  const english: Record<string, string> = JSON.parse(readFileSync('content/i18n/en.json', 'utf8'));
  const { 'study.output': _gone, ...rest } = english;
  writeFileSync(path.join(folder, 'en.json'), JSON.stringify(english, null, 2));
  writeFileSync(path.join(folder, 'es.json'), JSON.stringify({ ...rest, 'study.outputs': 'Salidas' }, null, 2));
  const problems = checkInterfaceWords(folder, LANGS).map(({ file, code, message }) => [
    path.basename(file),
    code,
    message,
  ]);
  expect(problems).toEqual([
    ['es.json', 'word-missing', '"study.output" has no word'],
    ['es.json', 'word-unknown', 'nothing uses "study.outputs"'],
    ['pt-BR.json', 'words-missing', 'there are no interface words for pt-BR'],
  ]);
});

test('a translation fills in the same values as the English words', () => {
  const values = (lang: string) => {
    const words: Record<string, string> = JSON.parse(readFileSync(`content/i18n/${lang}.json`, 'utf8'));
    const study = Object.entries(words).filter(([key]) => key.startsWith('study.'));
    return Object.fromEntries(study.map(([key, word]) => [key, word.match(/\{+\w+\}+/g)?.toSorted() ?? []]));
  };
  expect(values('es')).toEqual(values('en'));
  expect(values('pt-BR')).toEqual(values('en'));
});
