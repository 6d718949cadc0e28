/**
 * Cards as HTML, in one place for everybody who shows them: the deck's page, the review, the Anki package.
 *
 * A card has one face for each question that it asks: `ord` is 0, and 1 for the way back of a reversed card; of a cloze
 * card it is the number of the gap less one, as Anki counts.
 */

import { escapeHtml } from '../exercise/html.ts';
import type { Card } from './card.ts';
import { createMarkdownRenderer, type FindImage, type RenderMarkdown } from './card-markdown.ts';
import { findClozes, splitHint } from './cloze.ts';

export interface CardFace {
  readonly ord: number;
  /** HTML of the question. */
  readonly front: string;
  /** HTML of what is shown with the answer, without the question. Of a cloze card it is the text with the gap filled. */
  readonly back: string;
  /** What is to be typed, as plain text; only of a card of type `type`. */
  readonly answer?: string;
}

/** What rendering needs to know of a card. */
export type CardText = Pick<Card, 'type' | 'question' | 'answer'>;

export interface Gap {
  /** 1-based, as it is written. */
  readonly number: number;
  /** HTML of one line. */
  readonly hint: string;
}

/** A card's texts as HTML, its gaps marked by characters that no text has. */
export interface RenderedTexts {
  readonly question: string;
  readonly answer: string;
  readonly gaps: readonly Gap[];
}

export interface CardRenderer {
  readonly renderTexts: (card: CardText) => RenderedTexts;
  readonly renderCard: (card: CardText) => CardFace[];
  /** The card at once, to be read: every gap open in the front, every one filled in the back. */
  readonly renderWhole: (card: CardText) => Pick<CardFace, 'front' | 'back'>;
}

/** @param cards all that will be rendered */
export async function createCardRenderer(cards: readonly CardText[], findImage?: FindImage): Promise<CardRenderer> {
  const render = await createMarkdownRenderer(
    cards.flatMap(({ question, answer }) => [question, answer]),
    findImage,
  );
  const renderTextsOf = (card: CardText) => renderTexts(card, render);
  return {
    renderTexts: renderTextsOf,
    renderCard: (card) => listFaces(card, renderTextsOf(card)),
    renderWhole: (card) => writeWhole(card, renderTextsOf(card)),
  };
}

/** Begin each gap, and end each. The characters after them are the number of the gap in the text. */
const GAP_START = 0xe000;
const GAP_END = '\uF8FF';
const MOST_GAPS = 1000;
const PRIVATE = /[\uE000-\uF8FF]/g;
const GAP = /([\uE000-\uE3E7])(.*?)\uF8FF/gs;

function renderTexts(card: CardText, render: RenderMarkdown): RenderedTexts {
  const question = clean(card.question);
  const answer = clean(card.answer);
  if (card.type === 'type') {
    return { question: render(question), answer: `<p><code>${escapeHtml(readTyped(card))}</code></p>`, gaps: [] };
  }
  if (card.type !== 'cloze') return { question: render(question), answer: render(answer), gaps: [] };
  const { text, gaps } = markGaps(question);
  const inline = (markdown: string) => render(markdown).replace(/^<p>|<\/p>$/g, '');
  return {
    question: render(text),
    answer: render(answer),
    gaps: gaps.map(({ number, hint }) => ({ number, hint: inline(hint) })),
  };
}

/** Characters of private use have no meaning that readers share, and are ours for marks. */
function clean(text: string): string {
  return text.normalize('NFC').replace(PRIVATE, '');
}

/** What is to be typed: of one piece of code, what stands between its backticks. Nothing in it is Markdown. */
export function readTyped({ answer }: Pick<CardText, 'answer'>): string {
  const text = clean(answer).trim();
  return /^`([^`]+)`$/.exec(text)?.[1] ?? text;
}

function markGaps(question: string): { readonly text: string; readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  let text = '';
  let from = 0;
  for (const cloze of findClozes(question).slice(0, MOST_GAPS)) {
    if (cloze.end === undefined) continue;
    const { text: hidden, hint } = splitHint(cloze);
    text += question.slice(from, cloze.start) + String.fromCharCode(GAP_START + gaps.length) + hidden + GAP_END;
    gaps.push({ number: cloze.number, hint });
    from = cloze.end;
  }
  return { text: text + question.slice(from), gaps };
}

/**
 * Writes what stands in each gap. Markdown may have taken half of a gap into the address of a link; what is left goes.
 * @param write is given the gap and the HTML of what it hides
 */
export function fillGaps({ question, gaps }: RenderedTexts, write: (gap: Gap, hidden: string) => string): string {
  const filled = question.replace(GAP, (_, mark: string, hidden: string) => {
    const gap = gaps[mark.charCodeAt(0) - GAP_START];
    return gap === undefined ? hidden : write(gap, hidden);
  });
  return filled.replace(PRIVATE, '');
}

function listFaces(card: CardText, texts: RenderedTexts): CardFace[] {
  const { question, answer } = texts;
  if (card.type === 'cloze') return listGapNumbers(texts).map((number) => createClozeFace(texts, number));
  const face = { ord: 0, front: question, back: answer };
  if (card.type === 'type') return [{ ...face, answer: readTyped(card) }];
  return card.type === 'reversed' ? [face, { ord: 1, front: answer, back: question }] : [face];
}

/** Each number once, in order; 0 is none of Anki's. */
export function listGapNumbers({ gaps }: Pick<RenderedTexts, 'gaps'>): number[] {
  return [...new Set(gaps.map(({ number }) => number))].filter((number) => number > 0).sort((a, b) => a - b);
}

function writeWhole(card: CardText, texts: RenderedTexts): Pick<CardFace, 'front' | 'back'> {
  if (card.type !== 'cloze') return { front: texts.question, back: texts.answer };
  return { front: fillGaps(texts, writeOpen), back: fillGaps(texts, writeFilled) + texts.answer };
}

function writeOpen({ hint }: Gap): string {
  return `<span class="card-gap">[${hint || '…'}]</span>`;
}

function writeFilled(_: Gap, hidden: string): string {
  return `<mark class="card-gap">${hidden}</mark>`;
}

function createClozeFace(texts: RenderedTexts, asked: number): CardFace {
  const write = (open: (gap: Gap, hidden: string) => string) =>
    fillGaps(texts, (gap, hidden) => (gap.number === asked ? open(gap, hidden) : hidden));
  return {
    ord: asked - 1,
    front: write(writeOpen),
    back: write(writeFilled) + texts.answer,
  };
}
