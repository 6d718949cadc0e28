/** A piece of text around the words that were searched for. */
import type { Stemmer } from './stem.ts';
import { splitWords } from './word.ts';

export interface ExcerptPart {
  readonly text: string;
  /** Whether these are words that were searched for. */
  readonly isHit: boolean;
}

/** Characters, about two lines. */
const LENGTH = 170;

/**
 * The piece of a text with most of the words, marked.
 * @param isWanted whether a term is one that was searched for
 */
export function writeExcerpt(text: string, stem: Stemmer, isWanted: (term: string) => boolean): ExcerptPart[] {
  const words = splitWords(text, stem);
  const hits = words.filter(({ term, parts }) => isWanted(term) || parts.some(isWanted));
  const start = findStart(hits);
  const from = start === 0 || text.length <= LENGTH ? 0 : wordStart(text, Math.min(start, text.length - LENGTH));
  const to = from + LENGTH >= text.length ? text.length : wordEnd(text, from + LENGTH);
  const parts: ExcerptPart[] = [];
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') parts.push({ text: piece, isHit });
  };
  let end = from;
  if (from > 0) add('…', false);
  for (const hit of hits) {
    if (hit.start < from || hit.end > to) continue;
    add(text.slice(end, hit.start), false);
    add(text.slice(hit.start, hit.end), true);
    end = hit.end;
  }
  add(text.slice(end, to), false);
  if (to < text.length) add('…', false);
  return parts;
}

/** A little before the first word of the stretch that holds most different ones. */
function findStart(hits: readonly { readonly start: number; readonly term: string }[]): number {
  let best = 0;
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const near = hits.slice(index).filter(({ start }) => start < hit.start + LENGTH - 40);
    const score = new Set(near.map(({ term }) => term)).size + near.length / 100;
    if (score > most) [best, most] = [hit.start, score];
  }
  return Math.max(0, best - 40);
}

function wordStart(text: string, position: number): number {
  return text.lastIndexOf(' ', position) + 1;
}

function wordEnd(text: string, position: number): number {
  const end = text.indexOf(' ', position);
  return end === -1 ? text.length : end;
}
