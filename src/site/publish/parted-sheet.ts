/**
 * A sheet in two: what most pages need, and what few have anything for, such as the hero of a landing page. Astro bundles the
 * styles of all components that the one route of the site can reach, and links the bundle on each of its pages.
 */
import { listScopes } from './scoped-sheet.ts';

export interface PartedSheet {
  readonly most: string;
  /** In the layers and conditions that it stood in; empty where nothing is rare. */
  readonly few: string;
}

/**
 * @param css as a bundler writes it, without comments
 * @param isRare whether few pages have an element of a scope
 * @example partSheet('@layer core{a{top:0}.sl-banner{top:0}}', () => true) // { most: '@layer core{a{top:0}}', few: '@layer core{.sl-banner{top:0}}' }
 */
export function partSheet(css: string, isRare: (scope: string) => boolean): PartedSheet {
  let most = '';
  let few = '';
  for (const { head, body } of listBlocks(css)) {
    if (body === undefined) most += head;
    else if (NESTS.test(head)) {
      const inner = partSheet(body, isRare);
      if (inner.most) most += `${head}{${inner.most}}`;
      if (inner.few) few += `${head}{${inner.few}}`;
    } else if (!head.startsWith('@') && listScopes(head).every((scopes) => scopes.some(isRare)))
      few += `${head}{${body}}`;
    else most += `${head}{${body}}`;
  }
  return { most, few };
}

const NESTS = /^@(layer|media|supports)\b/;
/** Strings and what stands in parentheses are passed over whole: addresses of data hold braces and semicolons. */
const SIGN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^()"'])*\)|[{};]/g;

interface Block {
  /** Selectors, the head of an at-rule, or a statement with its semicolon. */
  readonly head: string;
  readonly body: string | undefined;
}

function* listBlocks(css: string): Generator<Block> {
  let start = 0;
  let open = 0;
  let depth = 0;
  for (const { 0: sign, index } of css.matchAll(SIGN)) {
    if (sign === '{' && depth++ === 0) open = index;
    else if (sign === '}' && --depth === 0) {
      yield { head: css.slice(start, open).trim(), body: css.slice(open + 1, index) };
      start = index + 1;
    } else if (sign === ';' && depth === 0) {
      yield { head: css.slice(start, index + 1), body: undefined };
      start = index + 1;
    }
  }
}
