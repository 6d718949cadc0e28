/**
 * Words of a text, and the terms under which each is found. A code word is a term as it stands, `select_related`, and so
 * is each of its parts, `select` and `related`: splitting alone would find every page with a “related” beside a “select”.
 */
import type { Stemmer } from './stem.ts';

export interface Word {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** In lower case, without accents: what a reader would have to type. */
  readonly plain: string;
  /** What it is found under. */
  readonly term: string;
  /** Terms of the parts of a code word. */
  readonly parts: readonly string[];
}

type WordTerms = Pick<Word, 'plain' | 'term' | 'parts'>;

/**
 * A letter and a number with a plus between them (`N+1`); otherwise letters, numbers and underscores, with dots inside,
 * an `@` before, `++`, `#` or `*` behind (`C++`, `except*`). An English genitive is left out.
 */
const WORD =
  /\p{L}\+\d+(?![\p{L}\p{N}_])|(?!(?<=['’])s(?![\p{L}\p{M}\p{N}_]))@?[\p{L}\p{M}\p{N}_]+(?:\.[\p{L}\p{M}\p{N}_]+)*(?:\+\+|#(?![\p{L}\p{N}])|\*(?![\p{L}\p{N}*]))?/gu;
const CODE = /[_.@*\d]|\p{Ll}\p{Lu}/u;
const MARKS = /\p{M}/gu;

/** Longer words are data, such as keys and hashes: nobody types them. */
const LONGEST = 60;
/** A longer chain, `Entry.objects.select_related.filter`, is found by its parts. */
const MOST_DOTS = 2;

/** Lower case without accents, the same for a reader's keyboard and for the text. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** What a name is found under in its very form: no stem is like it, and it lies beside the word in the index. */
export function nameTerm(plain: string): string {
  return `${plain}=`;
}

export function isNameTerm(term: string): boolean {
  return term.endsWith('=');
}

export function splitWords(text: string, stem: Stemmer): Word[] {
  const words: Word[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    if (isTyped(raw)) words.push({ start: index, end: index + raw.length, ...termsOf(raw, stem) });
  }
  return words;
}

function isTyped(raw: string): boolean {
  return raw.length <= LONGEST && !/^_+$/.test(raw);
}

function termsOf(raw: string, stem: Stemmer): WordTerms {
  const plain = fold(raw);
  if (!CODE.test(raw)) return { plain, term: stem(plain), parts: [] };
  const parts = new Set<string>();
  const pieces = raw.replace(/[@*]/g, '').split('.');
  for (const piece of pieces) {
    const whole = fold(piece);
    if (pieces.length > 1 || /[@*]/.test(raw)) parts.add(/[_\d]/.test(whole) ? whole : stem(whole));
    const inner = piece
      .split(/_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u)
      .filter((part) => part.length > 1);
    for (const part of inner) parts.add(stem(fold(part)));
  }
  // `3.14` is a version, and 3 and 14 say nothing.
  if (/^[\d.]+$/.test(plain)) return { plain, term: plain, parts: [] };
  const term = pieces.length - 1 > MOST_DOTS ? (pieces.at(-1) ?? '').toLowerCase() : plain;
  parts.delete(term);
  return { plain, term, parts: [...parts] };
}
