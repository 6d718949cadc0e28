import { expect, test } from 'vitest';
import { createMemoryFiles } from './files/memory-files.ts';
import { listKeys } from './interface-keys.ts';
import { checkInterfaceWords } from './interface-words.ts';

test('a missing file, a broken file, a missing word and a word without use are each named', () => {
  const english = Object.fromEntries(listKeys('en').map((key) => [key, 'word']));
  const { 'study.output': _gone, ...rest } = english;
  const files = createMemoryFiles({
    'content/i18n/en.json': `\uFEFF${JSON.stringify(english, null, 2)}`,
    'content/i18n/fr.json': '{ "a": 1',
    'content/i18n/es.json': JSON.stringify({ ...rest, 'study.outputs': 'Salidas' }, null, 2),
  });
  const found = checkInterfaceWords(files, ['en', 'es', 'fr', 'pt-BR']);
  const problems = found.map(({ file, code, message }) => [file, code, message]);
  expect(problems).toEqual([
    ['content/i18n/es.json', 'word-missing', '"study.output" has no word'],
    ['content/i18n/es.json', 'word-unknown', 'nothing uses "study.outputs"'],
    ['content/i18n/fr.json', 'words-json', 'from here on this is not JSON'],
    ['content/i18n/pt-BR.json', 'words-missing', 'there are no interface words for pt-BR'],
  ]);
});

test('of a language that Starlight does not speak, its words are asked for too', () => {
  const ours = Object.fromEntries(listKeys('eo').map((key) => [key, 'vorto']));
  const check = (words: object) =>
    checkInterfaceWords(createMemoryFiles({ 'content/i18n/eo.json': JSON.stringify(words) }), ['eo']);
  const missing = check(ours);
  expect(missing.map(({ message }) => message)).toContain('"404.text" has no word');
  expect(missing.find(({ message }) => message.includes('aside.note'))?.hint).toBe(
    'write "aside.note": "…", in English "Note"',
  );
  const theirs = missing.map(({ message }) => [/"(.+?)"/.exec(message)?.[1], 'vorto']);
  expect(check({ ...ours, ...Object.fromEntries(theirs) })).toEqual([]);
});

test('what is counted has the forms that its language has, and no other', () => {
  const words = (lang: string) => Object.fromEntries(listKeys(lang).map((key) => [key, 'x']));
  const check = (lang: string, found: object) =>
    checkInterfaceWords(createMemoryFiles({ [`content/i18n/${lang}.json`]: JSON.stringify(found) }), [lang])
      .filter(({ message }) => message.includes('notesCount'))
      .map(({ message }) => message);
  const { 'study.notesCount_one': _one, ...many } = words('es');
  expect(check('es', many)).toEqual(['"study.notesCount_one" has no word']);
  expect(check('pl', words('en'))).toEqual([
    '"study.notesCount_many" has no word',
    '"study.notesCount_few" has no word',
  ]);
  expect(check('ja', words('en'))).toEqual(['nothing uses "study.notesCount_one"']);
});
