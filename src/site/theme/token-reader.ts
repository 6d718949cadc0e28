/** Finds the tokens of code that have a color of their own. */
import { bundledLanguages, createOnigurumaEngine } from 'shiki';
import { createHighlighterCore, isSpecialLang, type LanguageRegistration } from 'shiki/core';
import { createCodeTheme, TOKEN_KINDS, type TokenKind } from './code-theme.ts';

/** Columns are counted from 0; the end is the first behind the token. */
export interface Token {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/**
 * @param language as a fence has it
 * @returns `undefined` where nobody knows the language
 */
export type ReadTokens = (code: string, language: string) => Promise<readonly Token[] | undefined>;

/** The kind that plain code has the color of. */
const PLAIN: TokenKind = 'name';
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly default: LanguageRegistration[] }>>> =
  bundledLanguages;
/** Of a program: it has no grammar and needs none. */
const OUTPUT = 'output';
/** `<name>` in a shell is somewhere to write a name, and no redirection. */
const SHELLS = new Set(['shellscript', 'shell', 'bash', 'sh', 'zsh', 'nu', 'nushell']);
const PLACEHOLDER = /<([^>]*[^>\s])>/g;

/**
 * What was read is kept: translations of a page have the same code, and while somebody writes most of a page stays as it is.
 * A block that is kept takes as much memory as its text and four numbers for each token.
 */
export function createTokenReader(): ReadTokens {
  const opening = createHighlighterCore({ themes: [THEME], engine: createOnigurumaEngine(import('shiki/wasm')) });
  const loading = new Map<string, Promise<void>>();
  const kept = new Map<string, Uint32Array>();

  const load = (language: string): Promise<void> => {
    const known = loading.get(language) ?? Promise.all([opening, readGrammars(language)]).then(open);
    loading.set(language, known);
    return known;
  };
  const read = async (code: string, language: string): Promise<Uint32Array> => {
    await load(language);
    const text = SHELLS.has(language) ? code.replace(PLACEHOLDER, 'X$1X') : code;
    const lines = (await opening).codeToTokensBase(text, {
      lang: language,
      theme: THEME.name,
      // By itself, Shiki gives up on a line after half a second, and colors it otherwise on a busy machine.
      tokenizeTimeLimit: 0,
    });
    return packTokens(lines);
  };

  return async (code, language) => {
    if (isSpecialLang(language) || language === OUTPUT) return [];
    if (!(language in LANGUAGES)) return undefined;
    const key = `${language} ${code}`;
    const packed = kept.get(key) ?? (await read(code, language));
    kept.set(key, packed);
    return unpackTokens(packed);
  };
}

type Highlighter = Awaited<ReturnType<typeof createHighlighterCore>>;

async function open([highlighter, grammars]: [Highlighter, readonly LanguageRegistration[]]): Promise<void> {
  await highlighter.loadLanguage(...grammars);
}

/** The grammars of a language, and of those that may stand within it: Python in Markdown. */
async function readGrammars(language: string, seen = new Set<string>()): Promise<readonly LanguageRegistration[]> {
  const load = LANGUAGES[language];
  if (load === undefined || seen.has(language)) return [];
  seen.add(language);
  const { default: grammars } = await load();
  const within: LanguageRegistration[] = [];
  for (const name of grammars.flatMap(({ embeddedLangsLazy = [] }) => embeddedLangsLazy)) {
    within.push(...(await readGrammars(name, seen)));
  }
  // Nothing is left to come later, for which Shiki would make the grammar anew.
  return [...grammars.map((grammar) => ({ ...grammar, embeddedLangsLazy: [] })), ...within];
}

/** The theme of the site with another color for each kind, which is its number: what has two colors is read once. */
const THEME = createCodeTheme(
  'dark',
  new Map([
    ['study-code-ground', '#ffffff'],
    ...TOKEN_KINDS.map((kind, number) => [`study-code-${kind}`, `#${String(number).padStart(6, '0')}`] as const),
  ]),
);

/** Line, start, end and kind of each token that is not plain. Indentation is none, also that of a string's second line. */
function packTokens(lines: ReturnType<Highlighter['codeToTokensBase']>): Uint32Array {
  const packed: number[] = [];
  for (const [line, tokens] of lines.entries()) {
    let start = 0;
    let hasBegun = false;
    for (const { content, color } of tokens) {
      const end = start + content.length;
      const kind = Number(color?.slice(1));
      hasBegun ||= content.trim() !== '';
      if (hasBegun && TOKEN_KINDS[kind] !== PLAIN) packed.push(line, start, end, kind);
      start = end;
    }
  }
  return Uint32Array.from(packed);
}

function unpackTokens(packed: Uint32Array): Token[] {
  return Array.from({ length: packed.length / 4 }, (_, index) => {
    const [line = 0, start = 0, end = 0, kind = 0] = packed.subarray(index * 4);
    return { line, start, end, kind: TOKEN_KINDS[kind] ?? PLAIN };
  });
}
