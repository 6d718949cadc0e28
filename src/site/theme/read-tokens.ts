/**
 * The colors of the site, for what has no style sheet: the highlighter, a browser's own frame, pictures, tests.
 *
 * They are written once, as custom properties of `:root`, each `light-dark(a, b)`, a literal or a `var()`. A rule for
 * `:root[data-theme='light']` is understood too, since older forks have it. What stands inside a media query is left out
 * unless it is asked for.
 */

/** Custom properties by name, without the dashes: `{ 'study-ground': '#fcfcfd' }`. */
export type Tokens = ReadonlyMap<string, string>;

export type ColorScheme = 'light' | 'dark';

const COMMENT = /\/\*[\s\S]*?\*\//g;
const RULE = /([^{};]*:root[^{}]*)\{([^{}]*)\}/g;
const DECLARATION = /--([\w-]+)\s*:\s*([^;]+)/g;
const LIGHT_DARK = /^light-dark\(\s*([^,]+?)\s*,\s*([^,]+?)\s*\)$/;
const VARIABLE = /^var\(--([\w-]+)\)$/;

/**
 * @param css style sheets in the order in which they are loaded
 * @param media the condition of a media query whose rules count as well: `prefers-contrast: more`
 */
export function readTokens(css: readonly string[], scheme: ColorScheme, media?: string): Tokens {
  const written = new Map<string, string>();
  for (const sheet of css) {
    for (const [, selector = '', body = ''] of keepMedia(sheet.replace(COMMENT, ''), media).matchAll(RULE)) {
      const only = /data-theme=['"]?(light|dark)/.exec(selector)?.[1];
      if (only !== undefined && only !== scheme) continue;
      for (const [, name = '', value = ''] of body.matchAll(DECLARATION)) written.set(name, value.trim());
    }
  }
  return new Map([...written].map(([name, value]) => [name, resolve(value, written, scheme)]));
}

function resolve(value: string, written: Tokens, scheme: ColorScheme, depth = 0): string {
  const [, light, dark] = LIGHT_DARK.exec(value) ?? [];
  const chosen = (scheme === 'light' ? light : dark) ?? value;
  const next = written.get(VARIABLE.exec(chosen)?.[1] ?? '');
  return next === undefined || depth > 9 ? chosen : resolve(next, written, scheme, depth + 1);
}

/** Takes media queries out, save the one that is asked for, which is opened. */
function keepMedia(css: string, media: string | undefined): string {
  const start = css.indexOf('@media');
  if (start === -1) return css;
  const open = css.indexOf('{', start);
  let depth = 1;
  let end = open + 1;
  for (; end < css.length && depth > 0; end += 1) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
  const isWanted = media !== undefined && css.slice(start, open).includes(media);
  const inside = isWanted ? css.slice(open + 1, end - 1) : '';
  return css.slice(0, start) + inside + keepMedia(css.slice(end), media);
}
