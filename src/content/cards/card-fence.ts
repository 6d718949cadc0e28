/**
 * Code fences by CommonMark's rules, line by line: the parser of card files has to know them before there is any Markdown
 * to parse. A fence may begin in the line of its list item; a fence in a quote needs no care, since no key begins with
 * `>`.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */

export interface FenceOpening {
  /** What it is made of: three or more of "`" or "~". */
  readonly marker: string;
  /** Columns before the marker, list markers included. */
  readonly indent: number;
  /** The words after the marker. */
  readonly info: string;
}

/** A fence of a text that was read. */
export interface CardFence {
  readonly info: string;
  readonly code: string;
}

/** What stands before the marker: up to three spaces, and list markers. Words after backticks contain none. */
const OPENING = /^((?: {0,3}(?:[-*+]|\d{1,9}[.)]) )* {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/s;
const CLOSING = /^( *)(`{3,}|~{3,})[ \t]*$/;

/** How much further than its opening a closing fence may be indented. */
const MOST_INDENT = 3;

/** @example readFenceOpening('```python run') // { marker: '```', indent: 0, info: 'python run' } */
export function readFenceOpening(line: string): FenceOpening | undefined {
  const [, before = '', marker, info = ''] = OPENING.exec(line) ?? [];
  return marker === undefined ? undefined : { marker, indent: before.length, info: info.trim() };
}

export function isFenceClosing(line: string, { marker, indent }: FenceOpening): boolean {
  const [, before = '', run = ''] = CLOSING.exec(line) ?? [];
  return run.startsWith(marker) && before.length <= indent + MOST_INDENT;
}

/** The line that closes a fence. */
export function closeFence({ marker, indent }: FenceOpening): string {
  return ' '.repeat(indent) + marker;
}

/** Takes the fences out of a text: what is left of it, and they. */
export function splitFences(text: string): { readonly prose: string; readonly fences: readonly CardFence[] } {
  const prose: string[] = [];
  const fences: CardFence[] = [];
  let open: (FenceOpening & { readonly lines: string[] }) | undefined;
  for (const line of text.split('\n')) {
    if (open === undefined) {
      const opening = readFenceOpening(line);
      if (opening === undefined) prose.push(line);
      else open = { ...opening, lines: [] };
    } else if (isFenceClosing(line, open)) {
      fences.push({ info: open.info, code: open.lines.join('\n') });
      open = undefined;
    } else open.lines.push(line);
  }
  if (open !== undefined) fences.push({ info: open.info, code: open.lines.join('\n') });
  return { prose: prose.join('\n'), fences };
}

/** A text without fences and without code between backticks. */
export function withoutCode(text: string): string {
  return splitFences(text).prose.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gs, ' ');
}
