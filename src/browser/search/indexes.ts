/** The indexes that a reader searches: that of the page's language, and the main one for what is not translated yet. */
import { loadBundle, type PagefindBundle } from './bundle.ts';
import { SearchError } from './error.ts';
import { parseSearchLanguages } from './languages.ts';

export interface SearchSettings {
  /** The site's base, with slashes at both ends. */
  readonly base: string;
  /** Tags of `<html lang>`: the reader's language and the main one. */
  readonly lang: string;
  readonly mainLang: string;
  /** Folder of the reader's language; `undefined` for the main one. */
  readonly locale: string | undefined;
}

/** What reaches the browser and the network, so that tests can do without. */
export interface SearchLoader {
  fetch(url: string, init: RequestInit): Promise<Response>;
  loadBundle: typeof loadBundle;
  isOnline(): boolean;
}

export interface Index {
  readonly lang: string;
  readonly isOwn: boolean;
  readonly bundle: PagefindBundle;
  /** Leaves out what the reader's own index holds. */
  readonly exclude: { readonly not: { readonly translated: string } } | undefined;
}

export interface Indexes {
  readonly all: readonly Index[];
  /** Titles of the areas, in the reader's language. */
  readonly areas: Readonly<Record<string, string>>;
}

export const BROWSER_LOADER: SearchLoader = {
  fetch: (url, init) => fetch(url, init),
  loadBundle,
  isOnline: () => navigator.onLine,
};

/** @throws {SearchError} */
export async function loadIndexes(settings: SearchSettings, loader: SearchLoader, attempt: number): Promise<Indexes> {
  const { base, lang, mainLang } = settings;
  const response = await loader.fetch(`${base}pagefind/languages.json`, { cache: 'no-cache' });
  if (response.status === 404) throw new SearchError('missing');
  const languages = parseSearchLanguages(await response.text());
  if (!response.ok || languages === undefined) throw new SearchError('failed');
  const loading = [...new Set([lang, mainLang])].flatMap((one) => {
    const name = languages[one]?.index;
    return name ? [loadIndex(one, name)] : [];
  });
  if (loading.length === 0) throw new SearchError('missing');
  return { all: await Promise.all(loading), areas: { ...languages[mainLang]?.areas, ...languages[lang]?.areas } };

  async function loadIndex(one: string, name: string): Promise<Index> {
    const isOwn = one === lang;
    const bundle = await loader.loadBundle(base, one, name, attempt);
    return { lang: one, isOwn, bundle, exclude: isOwn ? undefined : { not: { translated: lang } } };
  }
}
