/** Builds the search index after the site, one for each language, and serves the last one while writing. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { z } from 'astro/zod';
import * as pagefind from 'pagefind';
import type { SearchLanguage } from '../browser/search/languages.ts';
import { prepareSearchPage, readSearchPage, type SearchPage } from './search-page.ts';
import { createSearchServer } from './search-server.ts';

/**
 * Characters that belong to words, beside letters, digits and the underscore, which Pagefind keeps of itself.
 *
 * Tried with `""`, `@`, `.`, `_@*` and `_.@*` on Pagefind 1.6. Other punctuation is left out of words and of queries
 * alike, and a word's parts are indexed too, so `select_related`, `__slots__`, `asyncio.gather` and `**kwargs` are
 * found without further ado.
 * - `@` alone brings something: `@property` finds the decorator and not each page that speaks of a property. How the
 *   pages are still found that write it differently: `queryIndex` in `src/browser/search/match.ts`.
 * - `*` loses pages: `call(**kwargs)` becomes one word that does not begin with `**kwargs`.
 * - `.` gains nothing, makes the index 3 % larger and changes how words at the end of a sentence are ranked.
 */
const WORD_CHARACTERS = '@';

/** Pages in the hands of the indexer at one time; all at once would keep every page of the site in memory. */
const BATCH = 50;

/** Files that Pagefind writes for its own interfaces, which the site does not use: 430 kB. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** @param base the path below which the site is published, with slashes at both ends */
export function provideSearchIndex(base: string): AstroIntegration {
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
        if (outDir !== undefined) server.middlewares.use(createSearchServer(path.join(outDir, 'pagefind'), base));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const counts = await writeSearchIndex(fileURLToPath(dir), locales);
        logger.info(`search: ${counts.map(([lang, count]) => `${count} pages in ${lang}`).join(', ') || 'no pages'}`);
      },
    },
  };
}

function findLocaleFolders({ i18n }: AstroConfig): string[] {
  const folders = i18n?.locales.map((locale) => (typeof locale === 'string' ? locale : locale.path)) ?? [];
  return folders.filter((folder) => folder !== i18n?.defaultLocale);
}

/**
 * Writes `pagefind/<lang>/` for each language that has pages, and `pagefind/languages.json`.
 *
 * Each language has a whole bundle of its own, script included, because a page that is not translated is searched in
 * the main language: Pagefind's `mergeIndex` would stem that index's words by the rules of the page's language, and a
 * Spanish page then finds one of seven English pages on “memory” (measured).
 */
async function writeSearchIndex(site: string, locales: readonly string[]): Promise<[string, number][]> {
  const pages = await readPages(site, locales);
  const searchable = pages.filter(({ isSearchable }) => isSearchable);
  const langs = new Map<string, SearchLanguage>();
  const counts: [string, number][] = [];
  await rm(path.join(site, 'pagefind'), { recursive: true, force: true });
  try {
    for (const lang of new Set(pages.map((page) => page.lang))) {
      const own = searchable.filter((page) => page.lang === lang);
      const folder = path.join(site, 'pagefind', lang);
      const index = own.length === 0 ? null : await writeLanguage(site, folder, own, searchable);
      const areas = pages.flatMap(({ lang: other, area }) => (other === lang && area ? [[area.id, area.title]] : []));
      langs.set(lang, { index, areas: Object.fromEntries(areas) });
      if (own.length > 0) counts.push([lang, own.length]);
    }
  } finally {
    await pagefind.close();
  }
  if (counts.length > 0) {
    await writeFile(path.join(site, 'pagefind', 'languages.json'), JSON.stringify(Object.fromEntries(langs)));
  }
  return counts;
}

async function readPages(site: string, locales: readonly string[]): Promise<SearchPage[]> {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html'));
  const pages: SearchPage[] = [];
  for (const file of files.sort()) {
    pages.push(readSearchPage(await readFile(path.join(site, file), 'utf8'), file.split(path.sep).join('/'), locales));
  }
  return pages.filter(({ lang }) => lang !== '');
}

/** Indexes the pages of one language. Returns the name of the index, which changes with its content. */
async function writeLanguage(
  site: string,
  folder: string,
  pages: readonly SearchPage[],
  all: readonly SearchPage[],
): Promise<string> {
  const translations = Map.groupBy(all, (page) => page.path);
  const { index, errors } = await pagefind.createIndex({ includeCharacters: WORD_CHARACTERS });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('\n')}`);
  for (let start = 0; start < pages.length; start += BATCH) {
    const added = pages.slice(start, start + BATCH).map(async (page) => {
      const html = await readFile(path.join(site, page.file), 'utf8');
      const others =
        translations
          .get(page.path)
          ?.map(({ lang }) => lang)
          .filter((lang) => lang !== page.lang) ?? [];
      const result = await index.addHTMLFile({ sourcePath: page.file, content: prepareSearchPage(html, page, others) });
      if (result.errors.length > 0) throw new Error(`${page.file} cannot be indexed: ${result.errors.join('\n')}`);
    });
    await Promise.all(added);
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(`${folder} cannot be written: ${written.errors.join('\n')}`);
  return removeUnused(folder);
}

/** The one language that a bundle holds; `wasm` is missing where Pagefind knows no stemming for it. */
const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ hash: z.string(), wasm: z.string().nullish() })),
});

async function removeUnused(folder: string): Promise<string> {
  const entry = entrySchema.parse(JSON.parse(await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8')));
  const [language] = Object.values(entry.languages);
  if (language === undefined) throw new Error(`Pagefind wrote no language to ${folder}`);
  const wasm = `wasm.${language.wasm ?? 'unknown'}.pagefind`;
  for (const file of await readdir(folder)) {
    if (UNUSED.test(file) || (file.startsWith('wasm.') && file !== wasm)) await rm(path.join(folder, file));
  }
  return language.hash;
}
