/** Pages that the site makes itself: no file of `content/` stands behind them. */
import { CODES } from './codes/table.ts';
import type { Site } from './site-config.ts';

/** The table of all translations and how far they are. */
export const TRANSLATIONS_PAGE = 'authoring/translations';
/** Every picture of the site, in light and in dark. */
export const PICTURES_PAGE = 'authoring/pictures';
/** The list of all codes; below it, one page for each. */
export const ERRORS_PAGE = 'authoring/errors';

/** Where the engine comes from: its own site explains the codes, too. */
export const ENGINE_REPOSITORY = 'https://github.com/python-senior/python-senior.github.io';
const ENGINE_SITE = 'https://python-senior.github.io/';

/** The codes are explained in English, which has no place on a site whose readers and writers chose another language. */
export function explainsCodes({ locales }: Pick<Site, 'locales'>): boolean {
  return locales.root?.lang.split('-')[0] === 'en';
}

/** Below which each code has its page: on this site, or on that of the engine. */
export function errorsAddressOf(site: Pick<Site, 'locales' | 'url' | 'base'>): string {
  return `${explainsCodes(site) ? `${site.url}${site.base}` : ENGINE_SITE}${ERRORS_PAGE}/`;
}

/** Their paths, without base, language and slashes around. */
export const GENERATED_PAGES: readonly string[] = [
  TRANSLATIONS_PAGE,
  PICTURES_PAGE,
  ERRORS_PAGE,
  ...Object.keys(CODES).map((code) => `${ERRORS_PAGE}/${code}`),
];

const known = new Set(GENERATED_PAGES);

export function isGeneratedPage(path: string): boolean {
  return known.has(path);
}
