/** A site for the tests: a home page, one area with one note and one question, and all interface words. */
import { createMemoryFiles, type MemoryFile } from '../../content/files/memory-files.ts';
import { listKeys } from '../../content/interface-keys.ts';
import type { Surroundings } from './create.ts';

const LOCALES = {
  root: { label: 'English', lang: 'en', dir: 'ltr' },
  es: { label: 'Español', lang: 'es', dir: 'ltr' },
  'pt-br': { label: 'Português', lang: 'pt-BR', dir: 'ltr' },
} as const;
const WORDS = JSON.stringify(Object.fromEntries(listKeys('en').map((key) => [key, 'word'])));
const HOME = '---\nid: home\ntitle: Home\n---\n\nWelcome.\n';
const AREA = '---\nid: python\ntitle: Python\n---\n\nAll of it.\n';
const NOTE =
  '---\nid: python/gil\ntitle: The GIL\ndescription: A lock.\nlevel: senior\nminutes: 5\nverified: { date: 2026-11-24, versions: [Python 3.14] }\nsources: []\n---\n\nA lock.\n';

const QUESTIONS =
  '- id: why-a-lock\n  question: Why is there a lock?\n  level: senior\n  strong: [Counts]\n  notes: [python/gil]\n';

export const EXAMPLE_PAGES = {
  'content/docs/index.md': HOME,
  'content/docs/python/index.md': AREA,
  'content/docs/python/gil.md': NOTE,
  'content/questions/python.yaml': QUESTIONS,
} as const;

export function createExampleSite(
  files: Readonly<Record<string, MemoryFile>> = EXAMPLE_PAGES,
  locales: Surroundings['site']['locales'] = LOCALES,
): Surroundings {
  const words = Object.values(locales).map(({ lang }) => [`content/i18n/${lang}.json`, WORDS]);
  return {
    files: createMemoryFiles({ ...Object.fromEntries(words), ...files }),
    site: { base: '/study/', locales, strictCode: true, strictIds: true },
    today: new Date('2026-11-24T21:30:00Z'),
  };
}
