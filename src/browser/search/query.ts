/** What a reader searches for. */

export const SEARCH_FILTERS = ['kind', 'area', 'level'] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** An empty term finds all pages that pass the filters, and nothing where there are none. */
export interface SearchQuery {
  readonly term: string;
  readonly filters: Readonly<Partial<Record<SearchFilter, string>>>;
  /** Leaves out what is not written in the reader's language. */
  readonly isOwnOnly?: boolean;
}

/** The longest term that makes sense; what is pasted beyond it would only cost time. */
export const LONGEST_TERM = 200;

export function isEmptyQuery({ term, filters }: SearchQuery): boolean {
  return term.trim() === '' && Object.keys(filters).length === 0;
}
