/** A card of the site as a note of Anki: what it is called there, and what stands in its fields. */

import type { CardType } from '../cards/card.ts';
import type { CardRenderer } from '../cards/card-html.ts';
import { listGapNumbers, readTyped } from '../cards/card-html.ts';
import type { Deck, DeckCard } from '../deck.ts';
import { escapeHtml } from '../exercise/html.ts';
import { escapeForAnki, writeClozeText } from './anki-text.ts';

export interface AnkiNote {
  /** `<siteId>:<language>:<card id>`: all that Anki knows a note by, so that neither forks nor languages meet. */
  readonly guid: string;
  readonly type: CardType;
  /** As many as `FIELDS` of the type has. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** Full name, `Site::Area::Topic`. */
  readonly deck: string;
  /** The templates or gaps that it has cards of. */
  readonly ords: readonly number[];
  /** Seconds since 1970 at which its content last changed. */
  readonly changedAt: number;
}

/**
 * Frozen: Anki makes another note type where the number of fields differs, and refuses the notes that it knows under the
 * old one. What comes later takes a spare field.
 */
export const FIELDS = {
  basic: ['Question', 'Answer', 'Link', 'Spare 1', 'Spare 2', 'Spare 3'],
  reversed: ['Question', 'Answer', 'Link', 'Spare 1', 'Spare 2', 'Spare 3'],
  type: ['Question', 'Answer', 'Link', 'Spare 1', 'Spare 2', 'Spare 3'],
  cloze: ['Text', 'Extra', 'Link', 'Spare 1', 'Spare 2', 'Spare 3'],
} as const satisfies Record<CardType, readonly string[]>;

const SPARE = ['', '', ''];

export interface NoteOptions {
  readonly siteId: string;
  /** Key of the language, `en`. */
  readonly language: string;
  readonly renderer: CardRenderer;
  /** Names from the outermost deck to the area's. */
  readonly path: (deck: Deck) => readonly string[];
  /** The section that taught the card, by its address and name. */
  readonly linkOf: (card: DeckCard) => { readonly href: string; readonly title: string } | undefined;
  readonly changedAt: (card: DeckCard) => number;
}

/** In the order in which cards are to be introduced. */
export function createNotes(decks: readonly Deck[], options: NoteOptions): AnkiNote[] {
  return decks.flatMap((deck) => {
    const name = [...options.path(deck), deck.title].map(nameDeckPart).join('::');
    return deck.cards.map((card) => createNote(card, name, options));
  });
}

function createNote(card: DeckCard, deck: string, { renderer, ...options }: NoteOptions): AnkiNote {
  const link = options.linkOf(card);
  const texts = renderer.renderTexts(card);
  const linkHtml = link ? `<a href="${escapeHtml(link.href)}">${escapeForAnki(escapeHtml(link.title))}</a>` : '';
  return {
    guid: `${options.siteId}:${options.language}:${permanentId(card)}`,
    type: card.type,
    fields: [...writeTexts(), linkHtml, ...SPARE].map(cleanField),
    tags: card.tags.map((tag) => tag.normalize('NFC').replace(/\s+/g, '-')),
    deck,
    ords: listOrds(),
    changedAt: options.changedAt(card),
  };

  function writeTexts(): [string, string] {
    const answer = escapeForAnki(texts.answer);
    if (card.type === 'cloze') return [writeClozeText(texts), answer];
    // What is typed is compared as text.
    return [escapeForAnki(texts.question), card.type === 'type' ? escapeForAnki(escapeHtml(readTyped(card))) : answer];
  }

  function listOrds(): number[] {
    if (card.type === 'cloze') return listGapNumbers(texts).map((number) => number - 1);
    return card.type === 'reversed' ? [0, 1] : [0];
  }
}

/** Anki separates fields by a control character. */
function cleanField(field: string): string {
  return field.normalize('NFC').replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** A card that was renamed goes on under its first id, the last that `Was:` lists: Anki knows no former ones. */
function permanentId({ id, was }: Pick<DeckCard, 'id' | 'was'>): string {
  return was.at(-1) ?? id;
}

/** Anki nests decks at `::` and takes neither quotes nor control characters. */
function nameDeckPart(name: string): string {
  const part = name
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .replace(/:{2,}/g, ':')
    .replaceAll('"', '”')
    .trim();
  return part === '' ? '-' : part;
}
