/**
 * Sheets that can style nothing of a page. Astro links the styles of all components that any page of a route uses on each of
 * its pages; those of Starlight's components name in each selector a class that only their own markup has, and no script's.
 */

const LINK = /<link rel="stylesheet" href="([^"]+\.css)"\s*\/?>/g;
const SCOPE = /(?<=\.)(?:astro-[a-z\d]{8}|sl-[a-z-]+|starlight-aside)/g;
const SCOPE_OF_PAGE = /\b(?:astro-[a-z\d]{8}|sl-[a-z-]+|starlight-aside)\b/g;
const INNERMOST = /([^{}]+)\{[^{}]*\}/g;
const FUNCTION = /:([a-z-]+)\(([^()]*)\)/g;

export interface ScopedSheet {
  readonly href: string;
  /** As `findScopes` tells them. */
  readonly scopes: ReadonlySet<string> | undefined;
}

/**
 * Of each selector of a list, the classes of Starlight's markup that an element needs, or one around it.
 * @example listScopes('.a:where(.astro-aaaaaaa1),b:not(.sl-banner)') // [['astro-aaaaaaa1'], []]
 */
export function listScopes(selectors: string): string[][] {
  let plain = selectors;
  // From within: what one of several may be, or must not be, nothing needs.
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(FUNCTION, (_, name: string, inner: string) =>
      (name === 'where' || name === 'is') && !inner.includes(',') ? inner : '',
    );
  }
  return plain.split(',').map((selector) => selector.match(SCOPE) ?? []);
}

/** All that a page has, and some words that look alike. */
export function listScopesOfPage(html: string): ReadonlySet<string> {
  return new Set(html.match(SCOPE_OF_PAGE));
}

/**
 * @param css of a sheet
 * @returns the classes of which a page must have one for the sheet to matter; `undefined` where a rule asks for none of them
 */
export function findScopes(css: string): ReadonlySet<string> | undefined {
  const scopes = [...css.matchAll(INNERMOST)].flatMap(([, selectors = '']) => listScopes(selectors));
  if (scopes.length === 0 || scopes.some((found) => found.length === 0)) return undefined;
  return new Set(scopes.flat());
}

/**
 * @param sheetsOf what stands in the place of the sheet at an address
 * @returns the page with links to the sheets that it has something for
 */
export function replaceSheets(html: string, sheetsOf: (href: string) => readonly ScopedSheet[]): string {
  return html.replace(LINK, (_, href: string) =>
    sheetsOf(href)
      .filter(({ scopes }) => scopes === undefined || [...scopes].some((scope) => html.includes(scope)))
      .map((sheet) => `<link rel="stylesheet" href="${sheet.href}">`)
      .join(''),
  );
}
