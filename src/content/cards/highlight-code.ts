/**
 * Code as HTML whose colors are left to a style sheet: each token has a class of its kind, so that the same text serves
 * light and dark, the site and Anki.
 */
import { bundledLanguages, createOnigurumaEngine } from 'shiki';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore, type LanguageInput } from 'shiki/core';
import { escapeHtml } from '../exercise/html.ts';

const PREFIX = '--k-';
const theme = createCssVariablesTheme({ variablePrefix: PREFIX, fontStyle: false });
const LANGUAGES: Readonly<Record<string, LanguageInput>> = bundledLanguages;

let opening: Promise<HighlighterCore> | undefined;

/** Grammars are loaded once and kept. */
async function openHighlighter(language: string): Promise<HighlighterCore> {
  opening ??= createHighlighterCore({ themes: [theme], engine: createOnigurumaEngine(import('shiki/wasm')) });
  const highlighter = await opening;
  const grammar = LANGUAGES[language];
  if (grammar !== undefined) await highlighter.loadLanguage(grammar);
  return highlighter;
}

/** @returns HTML to stand within `<code>`; a language that nobody knows is plain text */
export type HighlightCode = (code: string, language: string) => string;

/** @param languages all that will be asked for */
export async function createCodeHighlighter(languages: Iterable<string>): Promise<HighlightCode> {
  const wanted = [...new Set(languages)].filter((language) => language in LANGUAGES);
  const opened = new Map<string, HighlighterCore>();
  for (const language of wanted) opened.set(language, await openHighlighter(language));
  return (code, language) => {
    const highlighter = opened.get(language);
    return highlighter === undefined ? escapeHtml(code) : paint(highlighter, code, language);
  };
}

/** Marks of clozes are no part of the code: it is read without them, and they are put back between its tokens. */
const MARK = /[\uE000-\uF8FF]/g;

function paint(highlighter: HighlighterCore, code: string, language: string): string {
  const marks = [...code.matchAll(MARK)].map(({ index, 0: mark }, count) => ({ mark, at: index - count }));
  const { tokens } = highlighter.codeToTokens(code.replace(MARK, ''), {
    lang: language,
    theme: 'css-variables',
    // By itself, Shiki gives up on a line after half a second, and colors it otherwise on a busy machine.
    tokenizeTimeLimit: 0,
  });
  return tokens
    .map((line) => line.map((token) => paintToken(token, marks)).join(''))
    .join('\n')
    .concat(marks.map(({ mark }) => mark).join(''));
}

interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** @param marks those that are not written yet; the ones before and within the token are taken off */
function paintToken(
  { content, offset, color }: { readonly content: string; readonly offset: number; readonly color?: string },
  marks: Mark[],
): string {
  let html = '';
  let from = 0;
  for (let next = marks[0]; next !== undefined && next.at < offset + content.length; next = marks[0]) {
    const to = Math.max(next.at - offset, from);
    html += wrap(content.slice(from, to), color) + next.mark;
    from = to;
    marks.shift();
  }
  return html + wrap(content.slice(from), color);
}

function wrap(text: string, color = ''): string {
  const [, kind] = new RegExp(`${PREFIX}token-([a-z-]+)`).exec(color) ?? [];
  const html = escapeHtml(text);
  return kind === undefined || text.trim() === '' ? html : `<span class="k-${kind}">${html}</span>`;
}
