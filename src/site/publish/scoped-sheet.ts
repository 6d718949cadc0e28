/**
 * Sheets that can style nothing of a page. Astro links the styles of all components that any page of a route uses on each of
 * its pages; those of Starlight's components name in each selector a class that only their own markup has, and no script's.
 */

const LINK = /<link rel="stylesheet" href="([^"]+\.css)"\s*\/?>/g;
const SCOPE = /\.(?:astro-[a-z\d]{8}|sl-[a-z-]+)/g;
const INNERMOST = /([^{}]+)\{[^{}]*\}/g;
/** Commas within `:is(…)` part no selectors. */
const COMMA = /,(?![^(]*\))/;

/**
 * @param css of a sheet
 * @returns the classes of which a page must have one for the sheet to matter; `undefined` where a rule asks for none of them
 */
export function findScopes(css: string): ReadonlySet<string> | undefined {
  const selectors = [...css.matchAll(INNERMOST)].flatMap(([, selector = '']) => selector.split(COMMA));
  const scopes = selectors.map((selector) => selector.match(SCOPE));
  if (scopes.length === 0 || scopes.includes(null)) return undefined;
  return new Set(scopes.flatMap((found) => found ?? []).map((scope) => scope.slice(1)));
}

/**
 * @param scopesOf the scopes of the sheet at an address, as `findScopes` tells them
 * @returns the page without the links to sheets that it has nothing for
 */
export function dropIdleSheets(html: string, scopesOf: (href: string) => ReadonlySet<string> | undefined): string {
  return html.replace(LINK, (link, href: string) => {
    const scopes = scopesOf(href);
    return scopes === undefined || [...scopes].some((scope) => html.includes(scope)) ? link : '';
  });
}
