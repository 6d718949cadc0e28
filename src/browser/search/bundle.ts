/** The part of Pagefind's bundle that search uses, and how it is loaded. One bundle holds one language. */

export type PagefindFilters = Readonly<Record<string, string | { readonly translated: string }>>;
/** How many results there are for each value of each filter; empty until `filters()` has been asked. */
export type PagefindCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindBundle {
  options(options: {
    readonly baseUrl: string;
    readonly metaCacheTag: string;
    readonly excerptEllipsis: string;
  }): Promise<void>;
  preload(term: string): Promise<void>;
  filters(): Promise<PagefindCounts>;
  /** @param term `null` finds every page that passes the filters */
  search(term: string | null, options: { readonly filters: PagefindFilters }): Promise<PagefindSearch>;
}

export interface PagefindSearch {
  readonly results: readonly PagefindResult[];
  readonly filters: PagefindCounts;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindPage>;
}

/** A page. `excerpt`s are HTML; addresses carry the site's base. */
export interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly PagefindSection[];
}

/** `anchor` is missing for the text above the first heading. */
export interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly anchor?: { readonly id: string };
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

/**
 * Loads the bundle of a language and its index's head, so that the first search asks only for what it needs.
 * @param base the site's base, with slashes at both ends
 * @param index name of the present index; takes the place of a time stamp in addresses, so that they can be cached
 * @param attempt browsers remember a script that failed to load by its address; each new attempt needs another
 */
export async function loadBundle(base: string, lang: string, index: string, attempt: number): Promise<PagefindBundle> {
  const url = `${base}pagefind/${lang}/pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  const bundle: PagefindBundle = await import(/* @vite-ignore */ url);
  await bundle.options({ baseUrl: base, metaCacheTag: index, excerptEllipsis: '…' });
  await bundle.preload('');
  return bundle;
}
