/**
 * Which lines of a card file begin with a key.
 *
 * A key is one of the nine names, as it is written here, at the very start of a line and followed by a colon. Any other
 * `Word:` is text, save for near misses, which are read as the key that they are like, and reported:
 *
 * - another case or a space before the colon: `tags:`, `ID:`, `Id :`;
 * - one slip of the fingers in a name of four letters or more, the first letter being right: `Tag:`, `Tgas:`, `Links:`.
 *   Shorter names are one slip away from `In:`, `If:` and `Has:`;
 * - `Question:` and `Answer:`.
 *
 * They need a space or nothing after the colon, so that `id:x` and `type:Field` in a text are left alone, and a few words
 * that do begin lines about programming are exempt. What is indented, by one space already, is always text.
 */

/** Keys of a card whose value stands on their line. */
const LINE_KEYS = ['Id', 'Type', 'Tags', 'Link', 'Was'] as const;
/** Keys of a card whose value goes on until the next key. */
const TEXT_KEYS = ['Q', 'A'] as const;
/** Keys of the file, above its first card. */
const FILE_KEYS = ['Deck', 'Translated'] as const;

export type CardKey = (typeof LINE_KEYS | typeof TEXT_KEYS)[number];
export type CardFileKey = (typeof FILE_KEYS)[number];
export type Key = CardKey | CardFileKey;

export const KEYS: readonly Key[] = [...LINE_KEYS, ...TEXT_KEYS, ...FILE_KEYS];

const OTHER_NAMES: Readonly<Record<string, Key>> = { question: 'Q', answer: 'A' };

/** One slip away from a key, and the start of an honest line: "Duck: if it quacks". */
const WORDS = new Set([
  'tabs',
  'tape',
  'taps',
  'typo',
  'types',
  'typed',
  'typer',
  'line',
  'lint',
  'desk',
  'dock',
  'duck',
]);
const SHORTEST_TO_MISSPELL = 4;

export interface KeyLine {
  readonly key: Key;
  /** The key as it stands there, with its colon. */
  readonly written: string;
  /** The rest of the line, without the space before it. */
  readonly value: string;
  /** 1-based, of the value. */
  readonly column: number;
}

/** `A::b`, `A:\` and `A:=` are code and paths. */
const KEY_LINE = /^(([A-Za-z]+)[ \t]*:)(?![:/\\=])([ \t]*)(.*)$/s;

/**
 * Reads a line that is not inside of a fence.
 * @returns nothing for text
 * @example readKeyLine('Tag: strings')?.key // 'Tags'
 */
export function readKeyLine(line: string): KeyLine | undefined {
  const [, written = '', name = '', space = '', value = ''] = KEY_LINE.exec(line) ?? [];
  const exact = KEYS.find((known) => written === `${known}:`);
  const key = exact ?? (space !== '' || value === '' ? findMeantKey(name) : undefined);
  return key && { key, written, value, column: written.length + space.length + 1 };
}

/** The key that a line begins with, written as it should be; what is only like one proves nothing inside of code. */
export function readExactKey(line: string): Key | undefined {
  const { key, written } = readKeyLine(line) ?? {};
  return written === `${key}:` ? key : undefined;
}

export function isTextKey(key: Key | undefined): boolean {
  return TEXT_KEYS.some((known) => known === key);
}

export function isCardKey(key: Key | undefined): key is CardKey {
  return key !== undefined && !isFileKey(key);
}

export function isFileKey(key: Key | undefined): key is CardFileKey {
  return FILE_KEYS.some((known) => known === key);
}

function findMeantKey(name: string): Key | undefined {
  const word = name.toLowerCase();
  if (WORDS.has(word)) return undefined;
  return (
    KEYS.find((known) => known.toLowerCase() === word) ??
    OTHER_NAMES[word] ??
    KEYS.find((known) => known.length >= SHORTEST_TO_MISSPELL && isOneSlip(known.toLowerCase(), word))
  );
}

/** Whether a letter is missing, too many, another one, or two are in the wrong order; never the first. */
function isOneSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (start === 0) return false;
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(''));
}
