/** Searches the site. Nothing is fetched before it is asked to; what failed to load is tried again the next time. */
import { type RankedPage, rankPages } from '../../domain/search/rank.ts';
import { stopWordsOf } from '../../domain/search/stem.ts';
import { SearchError } from './error.ts';
import { type Hit, readHit, toLocale } from './hit.ts';
import { type IndexReader, openIndex } from './index-reader.ts';
import { type Group, groupOf, priorOf } from './kind.ts';
import { parseSearchLanguages, type SearchLanguage } from './languages.ts';
import { isEmptyQuery, LONGEST_TERM, SEARCH_FILTERS, type SearchFilter, type SearchQuery } from './query.ts';
import { type Correction, type ResolvedQuery, resolveQuery } from './resolve.ts';

export interface SearchSettings {
  /** The site's base, with slashes at both ends. */
  readonly base: string;
  /** Tags of `<html lang>`: the reader's language and the main one. */
  readonly lang: string;
  readonly mainLang: string;
  /** Folder of the reader's language; `undefined` for the main one. */
  readonly locale: string | undefined;
}

/** How many pages a query finds with each value of a filter in place of its own. */
export type SearchCounts = Readonly<Record<SearchFilter, Readonly<Record<string, number>>>>;

export interface SearchFound {
  readonly count: number;
  /** What was found, by kind: first the one that holds the best page. */
  readonly groups: readonly FoundGroup[];
  /** Words that occur nowhere, and what was searched for instead. */
  readonly corrections: readonly Correction[];
  readonly counts: SearchCounts;
}

export interface FoundGroup {
  readonly group: Group;
  readonly count: number;
  /** Some of the pages, best first. @throws {SearchError} */
  read(start: number, end: number): Promise<Hit[]>;
}

export interface SearchEngine {
  /** Loads everything that does not depend on the query. @throws {SearchError} */
  warm(): Promise<void>;
  /** @throws {SearchError} */
  search(query: SearchQuery): Promise<SearchFound>;
  /** Title of an area in the reader's language. Known once something was searched. */
  titleOfArea(id: string): string;
}

/** What reaches the network, so that tests can do without. */
export type SearchFetch = (url: string, init: RequestInit) => Promise<Response>;

interface Indexes {
  readonly all: readonly IndexReader[];
  /** Titles of the areas, in the reader's language. */
  readonly areas: Readonly<Record<string, string>>;
}

interface Match extends RankedPage {
  readonly index: IndexReader;
  readonly query: ResolvedQuery | undefined;
  readonly values: Readonly<Record<SearchFilter, string | undefined>>;
}

/** How much more a page in the reader's language counts than one that is not translated, all else being equal. */
const OWN_LANGUAGE = 1.1;

export function createSearchEngine(
  settings: SearchSettings,
  fetchFile: SearchFetch = (url, init) => fetch(url, init),
): SearchEngine {
  const { base, lang, mainLang, locale } = settings;
  const folder = `${base}search-index/`;
  let loading: Promise<Indexes> | undefined;
  let areas: Indexes['areas'] = {};

  async function load(): Promise<Indexes> {
    loading ??= loadIndexes();
    const indexes = await loading.catch(fail);
    areas = indexes.areas;
    return indexes;
  }

  /** The next attempt begins anew: a new build may have taken the place of the files. */
  function fail(error: unknown): never {
    loading = undefined;
    throw error instanceof SearchError ? error : new SearchError('failed', { cause: error });
  }

  async function loadIndexes(): Promise<Indexes> {
    const response = await fetchFile(`${folder}languages.json`, { cache: 'no-cache' });
    if (response.status === 404) throw new SearchError('missing');
    const languages = response.ok ? parseSearchLanguages(await response.text()) : undefined;
    if (languages === undefined) throw new SearchError('failed');
    const own = [...new Set([lang, mainLang])].flatMap((one) => openLanguage(one, languages[one]));
    if (own.length === 0) throw new SearchError('missing');
    return { all: await Promise.all(own), areas: { ...languages[mainLang]?.areas, ...languages[lang]?.areas } };
  }

  function openLanguage(one: string, language: SearchLanguage | undefined): Promise<IndexReader>[] {
    return language?.index ? [openIndex(`${folder}${one}/${language.index}/`, fetchText)] : [];
  }

  async function fetchText(url: string): Promise<string> {
    const response = await fetchFile(url, {});
    if (!response.ok) throw new SearchError('failed');
    return response.text();
  }

  async function find({ term, isOwnOnly }: SearchQuery): Promise<{ all: Match[]; corrections: readonly Correction[] }> {
    const { all } = await load();
    const text = term.slice(0, LONGEST_TERM);
    const wanted = all.filter((index) => !isOwnOnly || index.lang === lang || all.length === 1);
    // One after the other: what a mistake means in the reader's own language, it means in the main one.
    const found: Awaited<ReturnType<typeof findIn>>[] = [];
    for (const index of wanted) found.push(await findIn(index, text, found[0]?.corrections));
    const corrected = found.map(({ corrections }) => corrections);
    return {
      all: found.flatMap(({ matches }) => matches).sort((a, b) => b.score - a.score),
      // A word that one of the languages knows is no mistake.
      corrections: corrected.every((one) => one.length > 0) ? (corrected[0] ?? []) : [],
    };
  }

  async function findIn(index: IndexReader, text: string, known?: readonly Correction[]) {
    const query = text.trim() === '' ? undefined : await resolveQuery(inLanguage(index, lang), text.trimStart(), known);
    const ranked = query ? rankIn(index, query) : listAll(index);
    const factor = index.lang === lang ? OWN_LANGUAGE : 1;
    const matches = ranked
      .filter(({ page }) => index.lang === lang || !index.isTranslated(page, lang))
      .map((page): Match => {
        const facts = index.factsOf(page.page);
        const values = { ...facts, kind: groupOf(facts.kind) };
        return { page: page.page, hits: page.hits, score: page.score * factor, index, query, values };
      });
    return { matches, corrections: query?.corrections ?? [] };
  }

  async function readMatch({ index, page, hits, query }: Match): Promise<Hit> {
    const isOwn = index.lang === lang;
    const toAddress = (url: string) => (isOwn ? base + url : toLocale(url, base, locale));
    const options = {
      lang: index.lang,
      readerLang: lang,
      stem: index.stem,
      terms: query?.terms ?? new Set<string>(),
      toAddress,
    };
    const stored = await index.readPage(page);
    const hit = await readHit(stored, (sections) => index.readTexts(stored, sections), { hits }, options);
    return { ...hit, ...index.factsOf(page) };
  }

  return {
    async warm() {
      await load();
    },
    async search(query) {
      const { all, corrections } = await find(query).catch(fail);
      const shown = isEmptyQuery(query) ? [] : all.filter(({ values }) => passes(values, query.filters));
      const groups = Map.groupBy(shown, ({ values }) => values.kind as Group);
      return {
        count: shown.length,
        corrections,
        counts: countValues(all, query.filters),
        groups: [...groups].map(([group, matches]) => ({
          group,
          count: matches.length,
          read: (start, end) => Promise.all(matches.slice(start, end).map(readMatch)).catch(fail),
        })),
      };
    },
    titleOfArea: (id) => areas[id] ?? id,
  };
}

/** Small words of the reader's language say nothing in the main one, where they stand in names alone. */
function inLanguage(index: IndexReader, lang: string): IndexReader {
  return index.lang === lang ? index : { ...index, stopWords: new Set([...index.stopWords, ...stopWordsOf(lang)]) };
}

function rankIn(index: IndexReader, { units }: ResolvedQuery): RankedPage[] {
  return rankPages(units, { count: index.count, priorOf: (page) => priorOf(index.factsOf(page).kind) });
}

function listAll({ count }: IndexReader): RankedPage[] {
  return Array.from({ length: count }, (_, page) => ({ page, score: 0, hits: [] }));
}

type Values = Match['values'];

function passes(values: Values, filters: SearchQuery['filters'], except?: SearchFilter): boolean {
  return SEARCH_FILTERS.every(
    (filter) => filter === except || filters[filter] === undefined || values[filter] === filters[filter],
  );
}

function countValues(all: readonly Match[], filters: SearchQuery['filters']): SearchCounts {
  const counts: Record<SearchFilter, Record<string, number>> = { kind: {}, area: {}, level: {} };
  for (const { values } of all) {
    for (const filter of SEARCH_FILTERS) {
      const value = values[filter];
      if (value !== undefined && passes(values, filters, filter)) {
        counts[filter][value] = (counts[filter][value] ?? 0) + 1;
      }
    }
  }
  return counts;
}
