/** The classes of tokens on pages. A page is bundled, so it takes the theme's style sheets along instead of reading them. */
import site from 'virtual:study/site';
import { readTokens } from './read-tokens.ts';
import { listThemeSheets } from './site-theme.ts';
import { createTokenClasses } from './token-class.ts';

const SHEETS = import.meta.glob<string>(['../../styles/{tokens,contrast,theme}.css', '../../styles/themes/*.css'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sheets = listThemeSheets(site.theme).map((name) => SHEETS[`../../styles/${name}.css`] ?? '');

/** Gives the tokens of highlighted code their classes. */
export const classifyTokens = createTokenClasses(readTokens(sheets, 'dark'), readTokens(sheets, 'light'));
