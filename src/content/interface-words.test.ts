import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkInterfaceWords, INTERFACE_KEYS } from './interface-words.ts';

test('a missing file, a broken file, a missing word and a word without use are each named', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kb-words-'));
  const english = Object.fromEntries(INTERFACE_KEYS.map((key) => [key, 'word']));
  const { 'study.output': _gone, ...rest } = english;
  writeFileSync(path.join(folder, 'en.json'), `\uFEFF${JSON.stringify(english, null, 2)}`);
  writeFileSync(path.join(folder, 'fr.json'), '{ "a": 1');
  writeFileSync(path.join(folder, 'es.json'), JSON.stringify({ ...rest, 'study.outputs': 'Salidas' }, null, 2));
  const found = checkInterfaceWords(folder, folder, ['en', 'es', 'fr', 'pt-BR']);
  const problems = found.map(({ file, code, message }) => [file, code, message]);
  expect(problems).toEqual([
    ['es.json', 'word-missing', '"study.output" has no word'],
    ['es.json', 'word-unknown', 'nothing uses "study.outputs"'],
    ['fr.json', 'words-json', 'this is not a JSON object of texts'],
    ['pt-BR.json', 'words-missing', 'there are no interface words for pt-BR'],
  ]);
});
