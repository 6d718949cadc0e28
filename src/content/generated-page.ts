/** Pages that the site makes itself: no file of `content/` stands behind them. */
import { CODES } from './codes/table.ts';

/** The table of all translations and how far they are. */
export const TRANSLATIONS_PAGE = 'authoring/translations';
/** The list of all codes; below it, one page for each. */
export const ERRORS_PAGE = 'authoring/errors';

/** Their paths, without base, language and slashes around. */
export const GENERATED_PAGES: readonly string[] = [
  TRANSLATIONS_PAGE,
  ERRORS_PAGE,
  ...Object.keys(CODES).map((code) => `${ERRORS_PAGE}/${code}`),
];

const known = new Set(GENERATED_PAGES);

export function isGeneratedPage(path: string): boolean {
  return known.has(path);
}
