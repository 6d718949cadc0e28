/** What the indexes know of a query, before any page is read. */
import type { PagefindCounts, PagefindResult } from './bundle.ts';
import type { Index } from './indexes.ts';
import { LONGEST_TERM, type SearchQuery } from './query.ts';

export interface Match {
  readonly index: Index;
  readonly result: PagefindResult;
  /** Whether the page holds the term with its `@`. */
  readonly isExact: boolean;
  readonly score: number;
}

export interface Matches {
  /** Best first. */
  readonly all: readonly Match[];
  readonly counts: PagefindCounts;
}

/** How much more a page in the reader's language counts than one that is not translated, all else being equal. */
const OWN_LANGUAGE = 1.5;

export async function findMatches(indexes: readonly Index[], query: SearchQuery): Promise<Matches> {
  const found = await Promise.all(indexes.map((index) => queryIndex(index, query)));
  return {
    all: found.flatMap(({ all }) => all).sort(byRank),
    counts: addCounts(found.map(({ counts }) => counts)),
  };
}

/**
 * A decorator's name is written with its `@` and without, so a term with one finds both, and first the pages that
 * hold it as it was typed: `@property` before “a property”, and `@functools.cache` for `@cache`.
 */
async function queryIndex(index: Index, { term, filters }: SearchQuery): Promise<Matches> {
  const options = { filters: { ...filters, ...index.exclude } };
  const words = term.slice(0, LONGEST_TERM).trim();
  const plain = words.replaceAll('@', ' ');
  const [found, exact] = await Promise.all([
    index.bundle.search(words === '' ? null : plain, options),
    plain === words ? undefined : index.bundle.search(words, options),
  ]);
  const exactIds = new Set(exact?.results.map(({ id }) => id));
  const toMatch = (result: PagefindResult): Match => ({
    index,
    result,
    isExact: exactIds.has(result.id),
    score: index.isOwn ? result.score * OWN_LANGUAGE : result.score,
  });
  return { all: found.results.map(toMatch), counts: found.filters };
}

export function addCounts(counts: readonly PagefindCounts[]): PagefindCounts {
  const sums: Record<string, Record<string, number>> = {};
  for (const [filter, values] of counts.flatMap((one) => Object.entries(one))) {
    const sum = sums[filter] ?? {};
    sums[filter] = sum;
    for (const [value, count] of Object.entries(values)) sum[value] = (sum[value] ?? 0) + count;
  }
  return sums;
}

function byRank(a: Match, b: Match): number {
  return Number(b.isExact) - Number(a.isExact) || b.score - a.score;
}
