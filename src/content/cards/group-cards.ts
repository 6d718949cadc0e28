/**
 * Which keys make up which card.
 *
 * A card starts at an `Id:`; at a `Q:`, unless its card has an `Id:` and nothing yet that was asked or answered; or at a
 * `Type:`, `Tags:`, `Link:` or `Was:` that stands right above such a `Q:` with a blank line over it. Anywhere else those
 * four belong to the card that they stand in:
 *
 * ```
 * A: the answer of one card
 * Tags: of-that-card-too
 *
 * Type: cloze                        the next card starts here: a blank line above it, and none before its Q:
 * Q: {{c1::…}}
 * ```
 */
import { findNearest } from '../nearest.ts';
import { type CardProblem, shorten } from './card.ts';
import { type CardFileKey, type CardKey, isCardKey, isFileKey, isTextKey, KEYS, type Key } from './card-key.ts';
import { type CardEntry, isBlank, KEEP_AS_TEXT } from './scan-cards.ts';

export interface CardGroups {
  readonly header: readonly CardEntry<CardFileKey>[];
  /** Each has at least one entry. */
  readonly cards: readonly (readonly CardEntry<CardKey>[])[];
  readonly problems: readonly CardProblem[];
}

export function groupEntries(entries: readonly CardEntry[]): CardGroups {
  const header: CardEntry<CardFileKey>[] = [];
  const cards: CardEntry<CardKey>[][] = [];
  const problems = entries.flatMap(findStrayText);
  for (const [index, entry] of entries.entries()) {
    const card = cards.at(-1);
    if (isOf(entry, isFileKey)) {
      if (card === undefined) header.push(entry);
      else problems.push(describeLateHeader(entry));
    } else if (isOf(entry, isCardKey)) {
      if (startsCard(entries, index, card)) cards.push([entry]);
      else if (card === undefined) problems.push(describeEarlyKey(entry));
      else card.push(entry);
    }
  }
  return { header, cards, problems };
}

function isOf<K extends Key>(entry: CardEntry, isKey: (key: Key | undefined) => key is K): entry is CardEntry<K> {
  return isKey(entry.key);
}

function startsCard(entries: readonly CardEntry[], index: number, card: readonly CardEntry[] | undefined): boolean {
  const key = entries[index]?.key;
  const isComplete = card?.some((entry) => isTextKey(entry.key)) ?? true;
  if (key === 'Id') return true;
  if (key === 'Q') return isComplete;
  if (key === 'A') return card === undefined;
  return isComplete && isBelowBlank(entries[index - 1]) && leadsToQuestion(entries, index);
}

function isBelowBlank(above: CardEntry | undefined): boolean {
  return (
    above === undefined || (above.lines.length > (above.key === undefined ? 0 : 1) && isBlank(above.lines.at(-1) ?? ''))
  );
}

/** Whether line follows on line down to a `Q:`. */
function leadsToQuestion(entries: readonly CardEntry[], index: number): boolean {
  const rest = entries.slice(index);
  const end = rest.findIndex(({ key, lines }) => !isHeaderKey(key) || lines.length > 1);
  return rest[end]?.key === 'Q';
}

function isHeaderKey(key: Key | undefined): boolean {
  return isCardKey(key) && !isTextKey(key) && key !== 'Id';
}

/** Text where there is no question or answer that it could belong to. */
function findStrayText({ key, written, line, lines }: CardEntry): CardProblem[] {
  if (isTextKey(key)) return [];
  const problems: CardProblem[] = [];
  for (const [index, text] of lines.entries()) {
    if ((index === 0 && key !== undefined) || isBlank(text)) continue;
    const place = { line: line + index, column: 1 };
    const name = /^([A-Z][A-Za-z-]*)[ \t]*:(?=[ \t]|$)/.exec(text)?.[1];
    if (name === undefined) return [...problems, { ...place, ...describeStrayText(text, key, written) }];
    const nearest = findNearest(name, KEYS);
    const hint = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : `these are known: ${KEYS.join(', ')}`;
    problems.push({ ...place, code: 'card-key', message: `"${name}:" is not a key`, hint });
  }
  return problems;
}

function describeStrayText(text: string, key: Key | undefined, written: string) {
  const target = 'put the text below the Q: or the A: that it belongs to';
  const isBelowAnswer = isCardKey(key) && key !== 'Id';
  const hint = isBelowAnswer
    ? `${written} takes one line, and an answer above it ends there; ${target}`
    : `a card starts at Id: or Q:; ${target}`;
  return { code: 'card-text' as const, message: `"${shorten(text)}" is not part of a question or an answer`, hint };
}

function describeLateHeader({ line, written }: CardEntry): CardProblem {
  const hint = `put it above the first card; ${KEEP_AS_TEXT}`;
  return { line, column: 1, code: 'card-key', message: `"${written}" stands below a card`, hint };
}

function describeEarlyKey({ line, written }: CardEntry): CardProblem {
  const hint = 'a card starts at Id: or Q:; put it below the one that it belongs to';
  return { line, column: 1, code: 'card-key', message: `"${written}" stands above the first card`, hint };
}
