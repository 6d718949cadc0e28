/** A piece of text around a hit. Pagefind hands it out as HTML; nothing but its `<mark>` is taken for markup. */

export interface ExcerptPart {
  readonly text: string;
  /** Whether these are words that were searched for. */
  readonly isHit: boolean;
}

/**
 * Splits an excerpt into plain text and hits. Pagefind escapes `<` and `>` of the page's text, and nothing else.
 * @example readExcerpt('the <mark>GIL</mark> &lt;3') // [{ text: 'the ', … }, { text: 'GIL', isHit: true }, { text: ' <3', … }]
 */
export function readExcerpt(html: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let isHit = false;
  for (const piece of html.split(/(<\/?mark>)/)) {
    if (piece === '<mark>') isHit = true;
    else if (piece === '</mark>') isHit = false;
    else if (piece !== '') parts.push({ text: piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), isHit });
  }
  return parts;
}
