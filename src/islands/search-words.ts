/** The words of search in the page's language, as `Search.astro` writes them into the page. */
export interface SearchWords {
  readonly title: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly keys: string;
  readonly close: string;
  readonly loading: string;
  readonly oneResult: string;
  /** With `{{count}}`. */
  readonly results: string;
  readonly more: string;
  /** With `{{query}}`. */
  readonly none: string;
  readonly noneHint: string;
  readonly noIndex: string;
  readonly failed: string;
  readonly clear: string;
  readonly area: string;
  readonly allAreas: string;
  readonly level: string;
  readonly allLevels: string;
  readonly kind: string;
  readonly allKinds: string;
  /** Names of the values of two filters, in the order in which they are offered. */
  readonly levels: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
}

export function readSearchWords(host: HTMLElement): SearchWords {
  return JSON.parse(host.querySelector('script')?.textContent ?? '{}') as SearchWords;
}
