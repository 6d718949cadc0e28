/** Names of what other programs read. Pages link to them; what makes them is not loaded with a page. */

/** Below the folder of its language. */
export const RSS = 'rss.xml';

/** Behind the address of its page. */
export const TWIN = 'index.md';

/** The address of such a file in a language, with base. @param locale folder of the language, `undefined` for the main one */
export function feedAddress(base: string, locale: string | undefined, name: string): string {
  return `${base}${locale === undefined ? '' : `${locale}/`}${name}`;
}
