/** The highlighter's themes, one for each color scheme, made of the site's tokens: code looks alike wherever it stands. */
import type { ColorScheme, Tokens } from './read-tokens.ts';

/** What code is made of, each with a color: `--study-code-keyword`. */
export const TOKEN_KINDS = ['comment', 'keyword', 'string', 'number', 'function', 'type', 'name'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** Scopes of TextMate grammars by the token that gives them their color. */
const SCOPES = {
  comment: ['comment', 'punctuation.definition.comment', 'meta.diff.header', 'markup.quote'],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.logical',
    'keyword.operator.expression',
    'entity.name.tag.html',
    'markup.heading',
    'markup.deleted',
  ],
  string: ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.inserted'],
  number: [
    'constant',
    'constant.character.escape',
    'storage.type.format',
    'storage.type.string',
    'string.regexp',
    'punctuation.definition.template-expression',
  ],
  function: [
    'entity.name.function',
    'support.function',
    'meta.function-call.generic',
    'entity.name.tag.yaml',
    'support.type.property-name',
    'keyword.other.definition.ini',
    'markup.underline.link',
  ],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'support.type.python',
    'support.type.exception',
    'support.class',
    'entity.other.attribute-name',
    'meta.diff.range',
  ],
  name: [
    'variable',
    'meta.interpolation',
    'keyword.operator',
    'storage.type.annotation',
    'punctuation',
    'variable.language.special.self',
  ],
} as const satisfies Record<TokenKind, readonly string[]>;

/** A theme in the form that Shiki takes. */
export interface CodeTheme {
  readonly name: string;
  readonly type: ColorScheme;
  readonly colors: Readonly<Record<string, string>>;
  readonly tokenColors: { readonly scope: string[]; readonly settings: Readonly<Record<string, string>> }[];
}

/** @throws where a color of code is missing or is not written as `#rrggbb`: the highlighter takes nothing else */
export function createCodeTheme(scheme: ColorScheme, tokens: Tokens): CodeTheme {
  const colorOf = (name: string): string => {
    const color = tokens.get(`study-code-${name}`);
    if (color !== undefined && /^#([\da-f]{3}|[\da-f]{6})$/i.test(color)) return color;
    throw new Error(
      `src/styles/theme.css: --study-code-${name} is ${color ?? 'not there'}; write light-dark(#rrggbb, #rrggbb)`,
    );
  };
  return {
    name: `study-${scheme}`,
    type: scheme,
    colors: { 'editor.background': colorOf('ground'), 'editor.foreground': colorOf('name') },
    tokenColors: Object.entries(SCOPES).map(([name, scope]) => ({
      scope: [...scope],
      settings: { foreground: colorOf(name), ...(name === 'comment' && { fontStyle: 'italic' }) },
    })),
  };
}
