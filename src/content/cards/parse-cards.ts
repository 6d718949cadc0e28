/** Reads a card file. Any text can be read: what makes no sense is reported, and the rest is read all the same. */
import type { CardFile, CardFileField, CardProblem } from './card.ts';
import type { CardFileKey } from './card-key.ts';
import { groupEntries } from './group-cards.ts';
import { readCard } from './read-card.ts';
import { keepFirst, readLine } from './read-value.ts';
import { type CardEntry, scanCards } from './scan-cards.ts';

export interface ParsedCards {
  readonly file: CardFile;
  /** By place. */
  readonly problems: readonly CardProblem[];
}

export function parseCards(text: string): ParsedCards {
  const scan = scanCards(text);
  const groups = groupEntries(scan.entries);
  const header = readHeader(groups.header);
  const cards = groups.cards.map(readCard);
  return {
    file: { ...header.fields, cards: cards.map(({ card }) => card) },
    problems: [scan, groups, header, ...cards]
      .flatMap(({ problems }) => problems)
      .sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

const FIELDS: Readonly<Record<CardFileKey, CardFileField>> = { Deck: 'deck', Translated: 'translated' };

function readHeader(entries: readonly CardEntry<CardFileKey>[]) {
  const { first, problems } = keepFirst(entries);
  const lines = new Map([...first].map(([key, entry]) => [key, readLine(entry)]));
  const fields: Omit<CardFile, 'cards'> = {
    deck: lines.get('Deck')?.value,
    translated: lines.get('Translated')?.value,
    places: Object.fromEntries([...lines].map(([key, { place }]) => [FIELDS[key], place])),
  };
  return { fields, problems: [...problems, ...[...lines.values()].flatMap((line) => line.problems)] };
}
