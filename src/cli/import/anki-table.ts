/**
 * The text that Anki exports, and tables like it: lines at the top that begin with `#` say what the columns are, a field
 * in quotes may hold line ends.
 * @see https://docs.ankiweb.net/importing/text-files.html
 */
import type { CardType } from '../../content/cards/card.ts';

export interface AnkiTable {
  readonly isHtml: boolean;
  readonly rows: readonly AnkiRow[];
}

export interface AnkiRow {
  /** Where its writer finds it: `line 4`, 1-based, or `note “What is a slot?”`. */
  readonly place: string;
  /** The question first. Without those columns that say something else. */
  readonly fields: readonly string[];
  readonly noteType: string;
  /** What the card asks, where more than the name of its note type says it. */
  readonly type?: CardType | undefined;
  /** The id that it had on a site. */
  readonly id?: string | undefined;
  /** `Language::Verbs`; empty where nothing says it. */
  readonly deck: string;
  readonly tags: readonly string[];
}

const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};
const HEADER = /^#([a-z ]+):(.*)$/i;

export function parseAnkiTable(text: string): AnkiTable {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const headers = new Map<string, string>();
  for (const line of first < 0 ? lines : lines.slice(0, first)) {
    const [, name, value] = HEADER.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers.set(name.trim().toLowerCase(), value);
  }
  const separator = readSeparator(headers.get('separator'), lines[first] ?? '');
  const column = (name: string) => Number(headers.get(`${name} column`) ?? 0) - 1;
  const special = ['guid', 'notetype', 'deck', 'tags'].map(column);
  const [, type = -1, deck = -1, tags = -1] = special;
  const records = first < 0 ? [] : splitRecords(lines.slice(first).join('\n'), separator, first + 1);
  return {
    isHtml: headers.get('html')?.trim() !== 'false',
    rows: records.map(({ line, cells }) => ({
      place: `line ${line}`,
      fields: cells.filter((_, index) => !special.includes(index)),
      noteType: cells[type] ?? headers.get('notetype') ?? '',
      deck: (cells[deck] ?? headers.get('deck') ?? '').trim(),
      tags: `${headers.get('tags') ?? ''} ${cells[tags] ?? ''}`.split(/\s+/).filter((tag) => tag !== ''),
    })),
  };
}

/** Where nothing is said, that of the first line. */
function readSeparator(said: string | undefined, line: string): string {
  if (said !== undefined) return SEPARATORS[said.trim().toLowerCase()] ?? (said[0] || '\t');
  return ['\t', ';', ','].find((sign) => line.includes(sign)) ?? '\t';
}

interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function splitRecords(text: string, separator: string, firstLine: number): TableRecord[] {
  const records: TableRecord[] = [];
  let line = firstLine;
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    const start = line;
    const isComment = text[at] === '#';
    for (let isOpen = true; isOpen; ) {
      const { cell, end } = isComment ? readBare(text, at, '\n') : readCell(text, at, separator);
      cells.push(cell);
      isOpen = !isComment && end < text.length && text[end] === separator;
      line += text.slice(at, end + 1).split('\n').length - 1;
      at = end + 1;
    }
    if (!isComment && cells.some((cell) => cell.trim() !== '')) records.push({ line: start, cells });
  }
  return records;
}

/** @returns where the sign stands that ends the cell */
function readCell(text: string, from: number, separator: string): { readonly cell: string; readonly end: number } {
  if (text[from] !== '"') return readBare(text, from, separator);
  let cell = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    // A quote that nothing closes is one of the text.
    if (quote < 0) return readBare(text, from, separator);
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = readBare(text, quote + 1, separator);
      return { cell: cell + rest.cell, end: rest.end };
    }
    cell += '"';
    at = quote + 2;
  }
}

function readBare(text: string, from: number, separator: string): { readonly cell: string; readonly end: number } {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== separator) end += 1;
  return { cell: text.slice(from, end), end };
}
