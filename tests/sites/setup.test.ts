/** A clone becomes somebody's own site, in a language of theirs, and nothing of it is in English. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FRAME_WORDS, STARLIGHT_WORDS } from '../../src/content/starlight-words.ts';
import { Fork, type Outcome } from './fork.ts';
import { readPageWords } from './page-words.ts';

const fork = new Fork('setup');
const OPTIONS = ['--title', 'Mis "apuntes" 🐍', '--author', 'Yo', '--repository', 'git@gitlab.com:yo/apuntes.git'];
const NONE = [...OPTIONS, '--base', 'my-notes', '--site-id', 'mis-apuntes', '--keep', 'none', '--yes'];

const readWords = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(path.resolve(`content/i18n/${lang}.json`), 'utf8'));
const english = readWords('en');
/** Shorter ones may be words of another language. */
const SHORTEST = 5;

/** Without what is filled in, and without signs. */
const lettersOf = (word: string) => word.replaceAll(/\{+\w+\}+|[^a-z]/gi, '');

/** What would be English where `lang` is spoken: whole words of the interface. */
function listEnglish(words: Readonly<Record<string, string>>): Set<string> {
  const ours = Object.entries(english).filter(([key, word]) => words[key] !== word);
  const theirs = Object.entries({ ...STARLIGHT_WORDS, ...FRAME_WORDS });
  const known = new Set(Object.values(words));
  return new Set(
    [...ours, ...theirs]
      .map(([, word]) => word)
      .filter((word) => lettersOf(word).length >= SHORTEST && !known.has(word)),
  );
}

const escapeText = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function listTexts(): string[] {
  return fork
    .listBuilt('.html')
    .flatMap((file) => readPageWords(fork.read(file)).texts.map((text) => `${file}: ${text}`));
}

/** Texts that say what a word of the interface says in English, whatever is filled in. */
function findEnglish(words: Readonly<Record<string, string>>): string[] {
  const patterns = [...listEnglish(words)].map((word) =>
    word
      .split(/\{+\w+\}+/)
      .map(escapeText)
      .join('.+'),
  );
  const forbidden = new RegExp(`: (${patterns.join('|')})$`);
  return listTexts().filter((text) => forbidden.test(text));
}

function listLanguages(): string[] {
  return [...new Set(fork.listBuilt('.html').map((file) => readPageWords(fork.read(file)).lang ?? ''))];
}

test('with changes that are not committed nothing is done', () => {
  fork.git('rm', '--quiet', '--cached', 'README.md');
  const { status, output } = fork.command('setup-site', '--languages', 'es', ...NONE);
  fork.git('reset', '--quiet');
  expect([status, output]).toEqual([
    1,
    expect.stringContaining('There are changes that are not committed:\n  D  README.md'),
  ]);
  expect(fork.git('status', '--porcelain')).toBe('');
});

describe('in Spanish', () => {
  let setup: Outcome;
  let built: Outcome;
  beforeAll(() => {
    setup = fork.command('setup-site', '--languages', 'es', ...NONE);
    built = fork.build();
  });

  test('the check has nothing to say, and the site builds', () => {
    expect(setup).toMatchObject({
      status: 0,
      output: expect.stringContaining('published at  https://yo.gitlab.io/my-notes/'),
    });
    expect(fork.command('check').output).toContain(' 0 errors, 0 warnings');
    expect(built).toMatchObject({ status: 0, output: expect.stringContaining('page(s) built') });
    expect(fork.read('site.config.ts')).toContain(`title: 'Mis "apuntes" 🐍',\n`);
  });

  test('every link stays below the base', () => {
    const links = fork
      .listBuilt('.html')
      .flatMap((file) => [...fork.read(file).matchAll(/\s(?:href|src)="(\/[^"]*)"/g)]);
    expect(links.map(([, link]) => link).filter((link) => !link?.startsWith('/my-notes/'))).toEqual([]);
  });

  test('there is no English on any page, nor in what installs the site', () => {
    expect(listLanguages()).toEqual(['es']);
    expect(findEnglish(readWords('es'))).toEqual([]);
    expect(fork.listBuilt('.webmanifest').map((file) => JSON.parse(fork.read(file)).lang)).toEqual(['es']);
  });
});

describe('in a language that neither we nor Starlight speak', () => {
  /** Not words, but nobody would take them for English. */
  const foreign = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(words).map(([key, word]) => [
        key,
        `ĝ${word.replace(/(\{+\w+\}+)|[a-z]/gi, (_letter, value) => value ?? 'ŭ')}`,
      ]),
    );
  const words = foreign({ ...STARLIGHT_WORDS, ...FRAME_WORDS, ...english });
  const setUp = () => fork.command('setup-site', '--languages', 'eo', ...NONE);

  beforeAll(() => {
    fork.git('reset', '--quiet', '--hard');
    fork.git('clean', '--quiet', '--force', '-d');
  });

  test('it takes the words, and says which are missing', () => {
    expect(setUp().output).toContain('there are no interface words for eo');
    const { '404.text': _gone, ...most } = words;
    fork.write('content/i18n/eo.json', JSON.stringify(most));
    fork.commit();
    expect(setUp()).toMatchObject({ status: 1, output: expect.stringContaining('"404.text" has no word') });
  });

  test('then it builds, without English', () => {
    fork.write('content/i18n/eo.json', JSON.stringify(words));
    fork.commit();
    expect(setUp().status).toBe(0);
    expect(fork.build().output).toContain('page(s) built');
    expect(listLanguages()).toEqual(['eo']);
    // What has letters of ours is no word of this language: the site's own, or a name.
    const ours =
      /: (404 \| )?(Mis ["“]apuntes["”] 🐍.*|Mis|apuntes|.* \| Mis "apuntes" 🐍|.*Esperanto.*|Python|PostgreSQL|\d{4}-\w+-\d\d)$/;
    expect(listTexts().filter((text) => /: .*[a-z]{3}/i.test(text) && !ours.test(text))).toEqual([]);
  });
});
