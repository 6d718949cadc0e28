/** The values of keys: a line, a list, a text. Each with the place where it begins. */
import type { Position } from '../problem.ts';
import { type CardProblem, shorten } from './card.ts';
import type { Key } from './card-key.ts';
import { type CardEntry, isBlank } from './scan-cards.ts';

export interface ReadValue<T> {
  readonly value: T;
  readonly place: Position;
  readonly problems: readonly CardProblem[];
}

/** Spaces and tabs only: a no-break space is part of a text. */
const BLANKS_AROUND = /^[ \t]+|(?<![ \t])[ \t]+$/g;
const BLANKS_AFTER = /(?<![ \t])[ \t]+$/;

/** @returns `undefined` for an empty line, which is reported */
export function readLine(entry: CardEntry): ReadValue<string | undefined> {
  const value = (entry.lines[0] ?? '').replace(BLANKS_AROUND, '');
  if (value !== '') return { value, place: { line: entry.line, column: entry.column }, problems: [] };
  const place = { line: entry.line, column: 1 };
  const hint = 'write something after it, or take the line out';
  return {
    value: undefined,
    place,
    problems: [{ ...place, code: 'value-invalid', message: `${entry.key} is empty`, hint }],
  };
}

/** A line of values with commas between them. */
export function readList(entry: CardEntry): ReadValue<readonly string[]> {
  const { value = '', ...rest } = readLine(entry);
  const items = value.split(',').map((item) => item.replace(BLANKS_AROUND, ''));
  return { ...rest, value: items.filter((item) => item !== '') };
}

/** Markdown without the blank lines around it; the indent of its first line is kept where that is a line of its own. */
export function readText({ line, column, lines }: CardEntry): ReadValue<string> {
  const start = lines.findIndex((text) => !isBlank(text));
  if (start < 0) return { value: '', place: { line, column: 1 }, problems: [] };
  const end = lines.findLastIndex((text) => !isBlank(text)) + 1;
  const value = lines.slice(start, end).join('\n').replace(BLANKS_AFTER, '');
  return { value, place: { line: line + start, column: start === 0 ? column : 1 }, problems: [] };
}

/** Of each key the first entry; the others are reported. */
export function keepFirst<K extends Key>(entries: readonly CardEntry<K>[]) {
  const first = new Map<K, CardEntry<K>>();
  const problems: CardProblem[] = [];
  for (const entry of entries) {
    if (first.has(entry.key)) problems.push(describeRepeated(entry));
    else first.set(entry.key, entry);
  }
  return { first, problems };
}

function describeRepeated(entry: CardEntry): CardProblem {
  const { key, line } = entry;
  const value = shorten(readText(entry).value.split('\n', 1).join());
  if (key === 'A') {
    const hint = 'a blank line does not end a card: start the next one with Id: or Q:';
    return { line, column: 1, code: 'card-answer-twice', message: `"${value}" is a second answer of one card`, hint };
  }
  const isList = key === 'Tags' || key === 'Was';
  const hint = isList ? `write all of them after one ${key}:, with commas between` : 'keep one of them';
  return { line, column: 1, code: 'value-invalid', message: `${key} is written a second time, as "${value}"`, hint };
}
