/** The sentences of a page that hold a link, for the page that they lead to: it shows by whom and how it is cited. */
import type { Nodes } from 'mdast';

/** A link in its sentence, as plain text. */
export interface Citation {
  readonly url: string;
  readonly before: string;
  /** What the link itself says. */
  readonly words: string;
  readonly after: string;
}

/** A part of a text: what stands in a link, or between two. */
interface Piece {
  readonly text: string;
  readonly url?: string;
}

/** Characters on each side of a link: a sentence that is a paragraph would not be read in a list. */
const REACH = 140;
/** Marks a checklist item with its id. */
const ITEM_ID = /\s*\^[\w-]+\s*$/;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Every link in running text. Headings are no sentences. */
export function readCitations(root: Readonly<Nodes>): Citation[] {
  const definitions = new Map<string, string>();
  const texts: Readonly<Nodes>[] = [];
  visit(root, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier.toLowerCase(), node.url);
    if (node.type === 'paragraph' || node.type === 'tableCell') texts.push(node);
  });
  return texts.flatMap((text) => citeText(listPieces(text, definitions)));
}

function citeText(pieces: readonly Piece[]): Citation[] {
  if (!pieces.some(({ url }) => url !== undefined)) return [];
  // To the segmenter the end of a line would be one of a sentence.
  const whole = pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, ' ')
    .replace(ITEM_ID, '');
  const bounds = [...sentences.segment(whole)].map(({ index, segment }) => [index, index + segment.length] as const);
  let start = 0;
  return pieces.flatMap(({ text, url }) => {
    const place = start;
    start += text.length;
    const [from, to] = bounds.find(([, end]) => place < end) ?? [0, whole.length];
    if (url === undefined || text.trim() === '') return [];
    // A link may hold more than the sentence that it begins in.
    const before = cutStart(even(whole.slice(from, place)).trimStart());
    const after = cutEnd(even(whole.slice(place + text.length, Math.max(to, place + text.length))).trimEnd());
    return [{ url, before, words: even(text), after }];
  });
}

function listPieces(node: Readonly<Nodes>, definitions: ReadonlyMap<string, string>): Piece[] {
  if (node.type === 'link') return [{ text: textOf(node), url: node.url }];
  if (node.type === 'linkReference') {
    const url = definitions.get(node.identifier.toLowerCase());
    return [url === undefined ? { text: textOf(node) } : { text: textOf(node), url }];
  }
  if ('children' in node) return node.children.flatMap((child) => listPieces(child, definitions));
  return [{ text: textOf(node) }];
}

function textOf(node: Readonly<Nodes>): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function visit(node: Readonly<Nodes>, see: (node: Readonly<Nodes>) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

function even(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function cutStart(text: string): string {
  return text.length > REACH ? `…${text.slice(-REACH).replace(/^\S*/, '')}` : text;
}

function cutEnd(text: string): string {
  return text.length > REACH ? `${text.slice(0, REACH).replace(/\S*$/, '')}…` : text;
}
