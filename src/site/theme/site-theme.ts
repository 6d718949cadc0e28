/** The style sheets that say what the site looks like, and the colors in them. */
import { readFileSync } from 'node:fs';
import type { ThemeName } from '../../content/theme-name.ts';
import { type ColorScheme, readTokens, type Tokens } from './read-tokens.ts';

/** Names below `src/styles`, in the order in which they are loaded: what stands later wins. */
export function listThemeSheets(theme: ThemeName): string[] {
  return ['tokens', `themes/${theme}`, 'contrast', 'theme'];
}

/**
 * The colors of a theme as this site has them, with what its theme.css changes. For the configuration and for tests: a page
 * is bundled, and its module lies elsewhere than the style sheets.
 * @param media the condition of a media query whose rules count as well: `prefers-contrast: more`
 * @example readSiteColors('ink', 'dark').get('study-ground') // '#11141c'
 */
export function readSiteColors(theme: ThemeName, scheme: ColorScheme, media?: string): Tokens {
  return readTokens(listThemeSheets(theme).map(readSheet), scheme, media);
}

function readSheet(name: string): string {
  return readFileSync(new URL(`../../styles/${name}.css`, import.meta.url), 'utf8');
}
