/** Searches the site. Nothing is fetched before it is asked to; what failed to load is tried again the next time. */
import type { PagefindCounts } from './bundle.ts';
import { SearchError } from './error.ts';
import { type Hit, readHit, toLocale } from './hit.ts';
import { BROWSER_LOADER, type Indexes, loadIndexes, type SearchLoader, type SearchSettings } from './indexes.ts';
import { addCounts, findMatches, type Match, type Matches } from './match.ts';
import { isEmptyQuery, type SearchFilter, type SearchQuery } from './query.ts';

export interface SearchFound {
  readonly count: number;
  /** Some of the pages, best first. @throws {SearchError} */
  read(start: number, end: number): Promise<Hit[]>;
}

/** How many pages a query finds with each value of a filter in place of its own. */
export type SearchCounts = Readonly<Record<SearchFilter, Readonly<Record<string, number>>>>;

export interface SearchEngine {
  /** Loads everything that does not depend on the query. @throws {SearchError} */
  warm(): Promise<void>;
  /** @throws {SearchError} */
  search(query: SearchQuery): Promise<SearchFound>;
  /** For an empty query, which values there are. @throws {SearchError} */
  count(query: SearchQuery): Promise<SearchCounts>;
  /** Title of an area in the reader's language. Known once something was searched. */
  titleOfArea(id: string): string;
}

export function createSearchEngine(settings: SearchSettings, loader: SearchLoader = BROWSER_LOADER): SearchEngine {
  let attempt = 0;
  let loading: Promise<Indexes> | undefined;
  let totals: Promise<PagefindCounts> | undefined;
  let areas: Indexes['areas'] = {};

  async function load(): Promise<Indexes> {
    loading ??= loadIndexes(settings, loader, attempt++);
    const indexes = await loading.catch(fail);
    areas = indexes.areas;
    return indexes;
  }

  /** The next attempt begins anew, with scripts of its own. */
  function fail(error: unknown): never {
    loading = undefined;
    totals = undefined;
    throw error instanceof SearchError ? error : new SearchError('failed', { cause: error });
  }

  async function find(query: SearchQuery): Promise<Matches> {
    const indexes = await load();
    return findMatches(indexes.all, query).catch(fail);
  }

  async function findTotals(): Promise<PagefindCounts> {
    const indexes = await load();
    totals ??= Promise.all(indexes.all.map(({ bundle }) => bundle.filters())).then(addCounts);
    return totals.catch(fail);
  }

  async function readMatch({ index, result }: Match): Promise<Hit> {
    const { base, locale } = settings;
    return readHit(await result.data(), index.lang, (url) => (index.isOwn ? url : toLocale(url, base, locale)));
  }

  return {
    async warm() {
      await load();
    },
    async search(query) {
      if (isEmptyQuery(query)) {
        await load();
        return { count: 0, read: async () => [] };
      }
      const { all } = await find(query);
      // Pagefind takes words it could not fetch for words that do not occur.
      if (all.length === 0 && !loader.isOnline()) throw new SearchError('failed');
      return {
        count: all.length,
        read: (start, end) => Promise.all(all.slice(start, end).map(readMatch)).catch(fail),
      };
    },
    async count(query) {
      const all = await findTotals();
      const countsOf = async (other: SearchQuery) => (isEmptyQuery(other) ? all : (await find(other)).counts);
      const counts = await countsOf(query);
      const countOne = async (filter: SearchFilter) => {
        const { [filter]: own, ...others } = query.filters;
        const found = own === undefined ? counts : await countsOf({ term: query.term, filters: others });
        const none = Object.keys(all[filter] ?? {}).map((value) => [value, 0] as const);
        return { ...Object.fromEntries(none), ...found[filter] };
      };
      const [area, level, kind] = await Promise.all([countOne('area'), countOne('level'), countOne('kind')]);
      return { area, level, kind };
    },
    titleOfArea: (id) => areas[id] ?? id,
  };
}
