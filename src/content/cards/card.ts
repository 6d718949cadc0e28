/**
 * Flashcards as plain text, one deck a file, the same ids in every language:
 *
 * ```
 * Deck: Strings                      file header, optional
 * Translated: 1a2b3c4d               file header of a translation: hash of the original it was made from
 *
 * Id: str-split-default              permanent: readers' progress is kept under it
 * Type: basic                        basic (the default), reversed, cloze or type
 * Q: What does `"  a  b ".split()` return?
 * A: `['a', 'b']`                    Markdown over as many lines as it takes, blank lines and fences included
 * Tags: strings, methods
 * Link: python-internals/gil#when-a-thread-lets-go
 * Was: split-no-arg, older-id        former ids, so that progress made under them is found
 * ```
 *
 * A card starts at `Id:` or `Q:` at the start of a line and ends where the next one starts; a blank line ends nothing.
 * Keys count outside of code fences only. A line of text that would be taken for a key is indented by a space.
 * Nothing here is stored: the files are the only copy. What was written for `Q:`, `A:` and `Tags:` alone still reads.
 */
import type { Code } from '../codes/table.ts';
import { type Position, type Problem, START } from '../problem.ts';

/** `type` asks the reader to type the answer; `reversed` asks both ways. */
export const CARD_TYPES = ['basic', 'reversed', 'cloze', 'type'] as const;
export type CardType = (typeof CARD_TYPES)[number];

export type CardField = 'id' | 'type' | 'question' | 'answer' | 'tags' | 'link' | 'was';
export type CardFileField = 'deck' | 'translated';

/**
 * Where the value of each written field begins, or its key where there is no value. Line `n` of a question or an answer
 * (from 0) stands on line `place.line + n` of the file.
 */
export type Places<Field extends string> = Readonly<Partial<Record<Field, Position>>>;

export interface Card {
  /** `undefined` where it is not written yet. Not checked for its form. */
  readonly id: string | undefined;
  readonly type: CardType;
  /** Markdown; of a cloze card with `{{c1::…}}`. Empty where it is missing. */
  readonly question: string;
  /** Markdown; of a cloze card the text that is shown below, which may be empty. */
  readonly answer: string;
  readonly tags: readonly string[];
  /** Id of a page, with the anchor of a heading after `#`. */
  readonly link: string | undefined;
  /** Former ids. */
  readonly was: readonly string[];
  /** The card's first line, 1-based. */
  readonly line: number;
  readonly places: Places<CardField>;
}

export interface CardFile {
  /** `undefined` where it is to be derived from the file's path. */
  readonly deck: string | undefined;
  /** Hash of the original; `undefined` in originals. */
  readonly translated: string | undefined;
  readonly cards: readonly Card[];
  readonly places: Places<CardFileField>;
}

/** A problem whose file the caller knows. */
export type CardProblem = Omit<Problem, 'file'>;

/** What messages call a card. */
export function nameCard({ id, question }: Card): string {
  const [name = ''] = (id ?? question).split('\n', 1);
  return name === '' ? 'this card' : `the card "${shorten(name)}"`;
}

const LONGEST_SHOWN = 40;

/** As much of a text as a message shows. */
export function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : text;
}

/** A problem of a card, at one of its fields where that is written. */
export function reportCard(card: Card, field: CardField, code: Code, message: string, hint: string): CardProblem {
  const { line, column } = card.places[field] ?? { ...START, line: card.line };
  return { line, column, code, message, hint };
}
