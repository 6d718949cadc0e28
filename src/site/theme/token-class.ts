/**
 * Highlighted code as the highlighter writes it gives each token both its colors: `<span style="--0:#d9a8f5;--1:#8a2a80">`. Here it
 * gets the class of its kind, `tok-keyword`, which the editor's tokens have too, and what has the color of plain code gets nothing.
 */
import { TOKEN_KINDS, type TokenKind } from './code-theme.ts';
import type { Tokens } from './read-tokens.ts';

const TOKEN = /<span style="--0:(#\w+)(?:;--0fs:italic)?;--1:(#\w+)(?:;--1fs:italic)?">(?:([^<]*)<\/span>)?/g;
/** The color of plain code. */
const PLAIN: TokenKind = 'name';

/**
 * @param dark colors of the site, of which the highlighter's first theme is made
 * @param light of which the second is
 * @returns what rewrites HTML; a span with other colors stays as it is
 * @example createTokenClasses(dark, light)('<span style="--0:#D9A8F5;--1:#8A2A80">def</span>') // '<span class="tok-keyword">def</span>'
 */
export function createTokenClasses(dark: Tokens, light: Tokens): (html: string) => string {
  const kinds = new Map(
    TOKEN_KINDS.map((kind) => [keyOf(dark.get(`study-code-${kind}`), light.get(`study-code-${kind}`)), kind]),
  );
  return (html) =>
    html.replace(TOKEN, (tag: string, first: string, second: string, text?: string) => {
      const kind = kinds.get(keyOf(first, second));
      if (kind === undefined) return tag;
      const end = text === undefined ? '' : `${text}</span>`;
      return kind === PLAIN && text !== undefined ? text : `<span class="tok-${kind}">${end}`;
    });
}

function keyOf(dark = '', light = ''): string {
  return `${dark} ${light}`.toLowerCase();
}
