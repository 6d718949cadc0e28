import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchLanguages } from './languages.ts';

test('a list of languages is read as it was written', () => {
  const languages = {
    en: { index: 'en_1', areas: { django: 'Django' } },
    'pt-BR': { index: null, areas: {} },
  };
  expect(parseSearchLanguages(JSON.stringify(languages))).toEqual(languages);
  expect(parseSearchLanguages('{}')).toEqual({});
});

test('a page, a list or a broken entry is no list of languages', () => {
  expect(parseSearchLanguages('<!doctype html>')).toBeUndefined();
  expect(parseSearchLanguages('[]')).toBeUndefined();
  expect(parseSearchLanguages('{"en":null}')).toBeUndefined();
});

test('no text makes it fail', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseSearchLanguages(text)));
});
