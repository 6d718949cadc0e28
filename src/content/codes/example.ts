/**
 * The two examples of each code: `examples/<code>.fail.txtar`, content in which the check finds it, and
 * `<code>.pass.txtar`, the same content mended. The tests check both, and the page of the code shows them.
 *
 * An example holds only what matters. Around it the site has a home page, all interface words, English, and Spanish
 * where the example has something Spanish. An example with interface words has all files of them; the words that one of
 * them leaves out are there all the same. Files below `v1.0.0:` are those of the last release.
 */
import { readFileSync } from 'node:fs';
import { isRecord, parseJson } from '../../domain/json.ts';
import { checkContent } from '../check/check-content.ts';
import type { CheckedSite } from '../check/checked-site.ts';
import { collectIds } from '../check/content-ids.ts';
import { createMemoryFiles, type MemoryFile } from '../files/memory-files.ts';
import { listKeys } from '../interface-keys.ts';
import type { Problem } from '../problem.ts';
import { listRecordable } from '../record-translation.ts';
import { type ArchiveFile, parseArchive } from './archive.ts';
import type { Code } from './table.ts';

export type ExampleKind = 'fail' | 'pass';

/** When the examples are checked, so that what they say of age stays true. */
const EXAMPLE_DAY = new Date('2026-11-24');

const RELEASE = 'v1.0.0';
const HOME = { 'content/docs/index.md': '---\nid: home\ntitle: Home\n---\n\nWelcome.\n' };
const SPANISH_HOME = { 'content/docs/es/index.md': '---\nid: home\ntitle: Inicio\n---\n\nHola.\n' };
const WORDS = 'content/i18n/';
/** English and Spanish have the same forms of what is counted. */
const KEYS = listKeys('en');

export function readExample(code: Code, kind: ExampleKind): ArchiveFile[] {
  return parseArchive(readFileSync(new URL(`./examples/${code}.${kind}.txtar`, import.meta.url)));
}

/** What the check finds in an example. */
export function checkExample(archive: readonly ArchiveFile[]): Problem[] {
  const site = createExampleSite(archive);
  const released = listFiles(archive, `${RELEASE}:`);
  const ids = collectIds(createMemoryFiles(released), site);
  const own = Object.entries(listFiles(archive, '')).map(([path, file]) => [path, completeWords(path, file)] as const);
  const files = { ...createSurroundings(site, own), ...Object.fromEntries(own) };
  return checkContent(createMemoryFiles(files), site, {
    today: EXAMPLE_DAY,
    released: ids.size > 0 ? { tag: RELEASE, ids } : undefined,
  });
}

function createExampleSite(archive: readonly ArchiveFile[]): CheckedSite {
  const isSpanish = archive.some(({ path, shown }) => /\/es[/.]/.test(path) || /\bes: /.test(shown));
  return {
    base: '/',
    strictCode: false,
    strictIds: false,
    locales: {
      root: { label: 'English', lang: 'en', dir: 'ltr' },
      ...(isSpanish && { es: { label: 'Español', lang: 'es', dir: 'ltr' } }),
    },
  };
}

function createSurroundings(
  { locales }: CheckedSite,
  own: readonly (readonly [path: string, file: MemoryFile])[],
): Record<string, MemoryFile> {
  const hasWords = own.some(([path]) => path.startsWith(WORDS));
  const langs = hasWords ? [] : Object.values(locales).map(({ lang }) => lang);
  const words = JSON.stringify(createWords(KEYS));
  return {
    ...HOME,
    ...('es' in locales && recordAll({ ...HOME, ...SPANISH_HOME })),
    ...Object.fromEntries(langs.map((lang) => [`${WORDS}${lang}.json`, words])),
  };
}

function createWords(keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, 'word']));
}

/** Adds the words that a file leaves out behind its own, so that these keep their lines. */
function completeWords(path: string, file: MemoryFile): MemoryFile {
  if (!path.startsWith(WORDS) || !(file instanceof Uint8Array)) return file;
  const text = new TextDecoder().decode(file);
  const words = parseJson(text);
  if (!isRecord(words)) return file;
  const rest = JSON.stringify(createWords(KEYS.filter((key) => !(key in words))));
  return text.replace(/\s*\}\s*$/, `,${rest.slice(1)}`);
}

function recordAll(files: Readonly<Record<string, string>>): Record<string, string> {
  const recorded = listRecordable(createMemoryFiles(files), ['es']).map(({ path, record }) => [path, record()]);
  return { ...files, ...Object.fromEntries(recorded) };
}

function listFiles(archive: readonly ArchiveFile[], prefix: string): Record<string, MemoryFile> {
  return Object.fromEntries(
    archive
      .filter(({ path }) => (prefix === '' ? !path.startsWith(`${RELEASE}:`) : path.startsWith(prefix)))
      .map(({ path, file }) => [path.slice(prefix.length), file]),
  );
}
