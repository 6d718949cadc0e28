import { expect, test } from 'vitest';
import { readLanguages, writeLanguages } from './language.ts';

const KNOWN = { 'pt-br': { label: 'Português', lang: 'pt-BR', dir: 'ltr' } } as const;

test('the first is the main one, the others have folders', () => {
  expect(readLanguages('es, pt-br fr', KNOWN)).toEqual({
    root: { label: 'Español', lang: 'es', dir: 'ltr' },
    'pt-br': { label: 'Português', lang: 'pt-BR', dir: 'ltr' },
    fr: { label: 'Français', lang: 'fr', dir: 'ltr' },
  });
});

test('some are written from right to left', () => {
  expect(readLanguages('ar', {}).root?.dir).toBe('rtl');
});

test('they are written as they are read', () => {
  expect(writeLanguages(readLanguages('fr,en', {}))).toBe('fr, en');
});

test.each(['', 'english', 'xx', 'e', 'en,en', 'en;es'])('"%s" is refused', (text) => {
  expect(() => readLanguages(text, {})).toThrow();
});
