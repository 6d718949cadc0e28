import path from 'node:path';
import { expect, test } from 'vitest';
import ourSite from '../../../site.config.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { createMemoryFiles, type MemoryFile } from '../../content/files/memory-files.ts';
import { listKeys } from '../../content/interface-keys.ts';
import { defineSite } from '../../content/site-config.ts';
import { type Answers, isFirstTime } from './answers.ts';
import { readLanguages } from './language.ts';
import { planSetup } from './plan.ts';
import { describePlan } from './report.ts';

const CONFIG = `import { defineSite } from './src/content/site-config.ts';

export default defineSite({
  siteId: 'pskb',
  title: 'Ours',
  strictCode: true,
  offline: false,
  locales: { root: { label: 'English', lang: 'en' } },
});
`;
const SITE = defineSite(
  {
    siteId: 'pskb',
    title: 'Ours',
    description: 'Ours.',
    url: 'https://example.org',
    author: 'Us',
    repository: { url: 'https://example.org/us/x', branch: 'trunk' },
    strictCode: true,
    locales: { root: { label: 'English', lang: 'en' }, es: { label: 'Español', lang: 'es' } },
  },
  {},
);
const WORDS = JSON.stringify(Object.fromEntries(listKeys('en').map((key) => [key, 'word'])));
const page = (id: string, text = 'Text.') => `---\nid: ${id}\ntitle: Page\n---\n\n${text}\n`;
const FILES = {
  'content/i18n/en.json': WORDS,
  'content/i18n/es.json': WORDS,
  'content/docs/index.md': page('home'),
  'content/docs/es/index.md': page('home'),
  'content/docs/django/index.md': page('django'),
  'content/docs/authoring/index.md': page('authoring', '```python run with=shop/prices.py\nprint(1)\n```'),
  'content/exercises/lru-cache/exercise.yaml': 'id: lru-cache\n',
  'content/examples/pytest.ini': '[pytest]\n',
  'content/examples/shop/prices.py': 'x = 1\n',
  'content/examples/shop/rates.py': 'y = 1\n',
  'content/examples/cart/cart.py': 'z = 1\n',
};

const ANSWERS: Answers = {
  title: 'My "notes" 🐍',
  author: 'Me',
  description: 'Mine.',
  repository: 'https://gitlab.com/me/x',
  url: 'https://me.gitlab.io',
  base: '/x/',
  siteId: 'mine',
  locales: readLanguages('es', SITE.locales),
  keep: 'none',
};

function plan(answers: Partial<Answers>, more: Readonly<Record<string, MemoryFile>> = {}) {
  const files = createMemoryFiles({ ...FILES, ...more });
  return planSetup({ ...ANSWERS, ...answers }, { site: SITE, files, config: CONFIG, today: new Date('2026-11-28') });
}

test('without our content there is the configuration, a README, and examples that the check accepts', () => {
  const { files, gone, errors } = plan({});
  expect(errors).toEqual([]);
  expect(gone).toEqual(['tests/search', 'docs/screenshot.png', 'tests/python/projects']);
  expect(Object.keys(files).filter((file) => files[file] === null)).toEqual([
    'content/docs/authoring/index.md',
    'content/docs/django/index.md',
    'content/docs/es/index.md',
    'content/exercises/lru-cache/exercise.yaml',
    'content/examples/cart/cart.py',
    'content/examples/pytest.ini',
    'content/examples/shop/prices.py',
    'content/examples/shop/rates.py',
  ]);
  expect(files['content/docs/index.md']).toContain('title: My "notes" 🐍\n');
  expect(files['README.md']).toMatch(/^# My "notes" 🐍\n/);
  expect(files['site.config.ts']).toContain('offline: false');
  expect(files['site.config.ts']).toContain('"branch":"trunk"');
  expect(files['site.config.ts']).not.toContain('strictCode');
});

test('the guide stays where English is the main language, with the programs that it shows', () => {
  const { files } = plan({ locales: readLanguages('en', {}) });
  expect(Object.keys(files).filter((file) => /authoring|examples\/.*\.(py|ini)/.test(file))).toEqual([
    'content/examples/cart/cart.py',
  ]);
});

test('notes of one’s own stay as they are, broken or not, and are told', () => {
  const result = plan({}, { 'content/docs/mine/index.md': page('mine', '[dead](./nowhere.md)') });
  expect(result.files).not.toHaveProperty(['content/docs/mine/index.md']);
  expect(Object.keys(result.files).filter((file) => result.files[file] !== null)).toEqual([
    'site.config.ts',
    'README.md',
    'content/docs/index.md',
  ]);
  expect(result.errors.map(({ file, code }) => `${file} ${code}`)).toEqual(['content/docs/mine/index.md link-file']);
  expect(describePlan(result, ANSWERS, () => true)).toContain(
    'The content that stays has 1 error, left to you. npm run check names each:\n  content/docs/mine/index.md',
  );
});

test('with all of it the content stays, and so does what is strict', () => {
  const { files, gone } = plan({ keep: 'all', locales: SITE.locales });
  expect(Object.keys(files)).toEqual(['site.config.ts']);
  expect(files['site.config.ts']).toContain('strictCode: true');
  expect(gone).toEqual([]);
});

test('our content is in English', () => {
  expect(() => plan({ keep: 'all' })).toThrowErrorMatchingInlineSnapshot(
    `[Refusal: Nothing was written. Our content is in en: keep none of it, or begin the languages with en]`,
  );
});

test('a language needs its words, and one of another country begins with those of its own', () => {
  expect(() => plan({ locales: readLanguages('fr', {}) })).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was written, since words are missing:

    content/i18n/fr.json:1:1  error  words-missing  there are no interface words for fr
        copy the file of another language to content/i18n/fr.json and translate its values]
  `);
  const half = JSON.stringify({ ...JSON.parse(WORDS), 'study.summary': '' });
  expect(() =>
    plan({ locales: readLanguages('fr', {}) }, { 'content/i18n/fr.json': half }),
  ).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was written, since words are missing:

    content/i18n/fr.json:1:2  error  word-missing  "study.summary" has no word
        write "study.summary": "…"]
  `);
  expect(plan({ locales: readLanguages('es-MX', {}) }).files['content/i18n/es-MX.json']).toBe(WORDS);
});

test.runIf(isFirstTime(ourSite))('the guide stays with the program that it shows where English is spoken', () => {
  const files = openDiskFiles(path.resolve('.'));
  const answers = { ...ANSWERS, locales: readLanguages('en', ourSite.locales) };
  const { errors } = planSetup(answers, { site: ourSite, files, config: CONFIG, today: new Date('2026-11-28') });
  expect(errors).toEqual([]);
});
