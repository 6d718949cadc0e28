/** The words of this site, in each of its languages. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import site from '../../site.config.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
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
