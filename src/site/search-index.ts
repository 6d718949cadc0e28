/** Builds the search index after the site, one for each language, and serves the last one while writing. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { SearchLanguage } from '../browser/search/languages.ts';
import { readSynonyms } from '../content/synonym-file.ts';
import { type SearchRecord, writeIndex } from '../domain/search/write-index.ts';
import { type PagePart, readSearchPage, type SearchPage } from './search-page.ts';
import { createSearchServer } from './search-server.ts';

const FOLDER = 'search-index';

/** @param base the path below which the site is published, with slashes at both ends */
export function provideSearchIndex(base: string, root: string): AstroIntegration {
  let locales: string[] = [];
  let outDir: string | undefined;
  return {
    name: 'study-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        locales = findLocaleFolders(config);
        outDir = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        if (outDir !== undefined) server.middlewares.use(createSearchServer(path.join(outDir, FOLDER), base));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const counts = await writeSearchIndex(fileURLToPath(dir), { locales, synonyms: readSynonyms(root) });
        logger.info(`search: ${counts.map(([lang, count]) => `${count} entries in ${lang}`).join(', ') || 'no pages'}`);
      },
    },
  };
}

function findLocaleFolders({ i18n }: AstroConfig): string[] {
  const folders = i18n?.locales.map((locale) => (typeof locale === 'string' ? locale : locale.path)) ?? [];
  return folders.filter((folder) => folder !== i18n?.defaultLocale);
}

interface SearchIndexOptions {
  /** Folders of the languages other than the main one. */
  readonly locales: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
}

/**
 * Writes `search-index/<lang>/<hash>/` for each language that has pages, and `search-index/languages.json`.
 * @param site folder of the built site
 * @returns how many entries each language has
 */
export async function writeSearchIndex(
  site: string,
  { locales, synonyms }: SearchIndexOptions,
): Promise<[string, number][]> {
  const pages = await readPages(site, locales);
  const searchable = pages.filter(({ isSearchable }) => isSearchable);
  const translations = Map.groupBy(searchable, (page) => page.path);
  const titled = Map.groupBy(
    pages.filter(({ isTitleOnly }) => isTitleOnly),
    (page) => page.path,
  );
  const langs = new Map<string, SearchLanguage>();
  const counts: [string, number][] = [];
  await rm(path.join(site, FOLDER), { recursive: true, force: true });
  for (const lang of new Set(pages.map((page) => page.lang))) {
    const areas = pages.flatMap(({ lang: other, area }) =>
      other === lang && area ? [[area.id, area.title] as const] : [],
    );
    const known = new Set(areas.map(([id]) => id));
    const records = searchable
      .filter((page) => page.lang === lang)
      .flatMap((page) => toRecords(page, known, translations.get(page.path) ?? [], titled.get(page.path) ?? []));
    const index = records.length === 0 ? null : await writeLanguage(site, lang, records, synonyms);
    langs.set(lang, { index, areas: Object.fromEntries(areas) });
    if (records.length > 0) counts.push([lang, records.length]);
  }
  if (counts.length > 0) {
    await writeFile(path.join(site, FOLDER, 'languages.json'), JSON.stringify(Object.fromEntries(langs)));
  }
  return counts;
}

async function readPages(site: string, locales: readonly string[]): Promise<SearchPage[]> {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html'));
  const pages: SearchPage[] = [];
  for (const file of files.sort()) {
    // One after the other, and at once: to wait for each took longer than to read it.
    pages.push(readSearchPage(readFileSync(path.join(site, file), 'utf8'), file.split(path.sep).join('/'), locales));
  }
  return pages.filter(({ lang }) => lang !== '');
}

/** A page and what is found of it alone. */
function toRecords(
  page: SearchPage,
  areas: ReadonlySet<string>,
  versions: readonly SearchPage[],
  titled: readonly SearchPage[],
): SearchRecord[] {
  const { path: address, url, title, kind, level, items, sections, accents } = page;
  // A deck lies below its area: /flashcards/django/orm/.
  const area = page.area?.id ?? address.split('/').find((part) => areas.has(part));
  const translated = versions.map(({ lang }) => lang).filter((lang) => lang !== page.lang);
  const titles = Object.fromEntries(titled.map(({ lang, title }) => [lang, title]));
  const descriptions = [page, ...titled].map(({ description }) => description);
  const own = { area, level, translated };
  return [
    {
      title,
      titles,
      url,
      descriptions,
      items,
      sections,
      accents,
      isPart: false,
      kind: address === '/' ? 'home' : kind,
      ...own,
    },
    ...page.parts.map((part) => ({ ...toPartRecord(part, page), ...own })),
  ];
}

function toPartRecord({ kind, anchor, title, text, item }: PagePart, { url, title: page }: SearchPage) {
  const items = item === undefined ? [] : [item];
  return {
    title,
    url: `${url}#${anchor}`,
    descriptions: [page],
    items,
    kind,
    isPart: true,
    accents: [],
    sections: [['', '', text]] as const,
  };
}

/** @returns the name of the index, which changes with its content */
async function writeLanguage(
  site: string,
  lang: string,
  records: readonly SearchRecord[],
  synonyms: SearchIndexOptions['synonyms'],
): Promise<string> {
  const files = writeIndex(records, { lang, synonyms });
  const hash = createHash('sha256');
  const bodies = [...files].map(([name, text]) => [name, Buffer.from(text)] as const);
  for (const [name, body] of bodies) hash.update(name).update(body);
  const index = hash.digest('hex').slice(0, 10);
  const folder = path.join(site, FOLDER, lang, index);
  await mkdir(folder, { recursive: true });
  // One after the other, and at once: to wait for each took longer than to write it.
  for (const [name, body] of bodies) writeFileSync(path.join(folder, name), body);
  return index;
}
