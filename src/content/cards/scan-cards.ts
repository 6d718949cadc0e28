/** Cuts a card file into its keys, each with the lines that follow it. Knows fences, and nothing of cards yet. */
import type { CardProblem } from './card.ts';
import { closeFence, type FenceOpening, isFenceClosing, readFenceOpening } from './card-fence.ts';
import { isTextKey, type Key, readExactKey, readKeyLine } from './card-key.ts';

/** How to have a text begin with what would be a key. */
export const KEEP_AS_TEXT = 'to keep it as text, begin the line with a space';

export interface CardEntry<K extends Key | undefined = Key | undefined> {
  /** `undefined` for what stands above the first key. */
  readonly key: K;
  /** The key as it is written, with its colon. */
  readonly written: string;
  /** 1-based, of the key. */
  readonly line: number;
  /** 1-based, of the value on that line. */
  readonly column: number;
  /** The rest of the key's line, then the lines up to the next key. Every fence in them is closed. */
  readonly lines: readonly string[];
}

interface OpenEntry extends CardEntry {
  readonly lines: string[];
}

/** Lines end as in Markdown. A mark of the encoding at the start belongs to no line. */
export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

export function scanCards(text: string): {
  readonly entries: readonly CardEntry[];
  readonly problems: readonly CardProblem[];
} {
  const lines = splitLines(text);
  const problems: CardProblem[] = [];
  let current: OpenEntry = { key: undefined, written: '', line: 1, column: 1, lines: [] };
  const entries = [current];
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const keyLine = readKeyLine(line);
    index += 1;
    if (keyLine === undefined) current.lines.push(line);
    else {
      const { value, ...rest } = keyLine;
      current = { ...rest, line: index, lines: [value] };
      entries.push(current);
      problems.push(...checkWritten(current));
    }
    const isText = keyLine === undefined || isTextKey(keyLine.key);
    const fence = isText ? readFenceOpening(keyLine?.value ?? line) : undefined;
    if (fence === undefined) continue;
    const { end, isClosed } = findFenceEnd(lines, index, fence);
    if (!isClosed) {
      problems.push(describeOpenFence(fence, { line: index, column: (keyLine?.column ?? 1) + fence.indent }));
    }
    for (const inside of lines.slice(index, end)) current.lines.push(inside);
    if (!isClosed) current.lines.push(closeFence(fence));
    index = end;
  }
  return { entries: entries.filter(({ key, lines }) => key !== undefined || lines.length > 0), problems };
}

/**
 * Finds the line after a fence. One that is never closed ends before the next key. So does one that only seems to be
 * closed: by the fence of a card further down, which can be told from a second opening after a card's start. (Who wants
 * to show both puts a longer fence around them.)
 */
function findFenceEnd(lines: readonly string[], from: number, fence: FenceOpening): { end: number; isClosed: boolean } {
  const closing = lines.findIndex((line, index) => index >= from && isFenceClosing(line, fence));
  const inside = lines.slice(from, closing < 0 ? lines.length : closing);
  const start = inside.findIndex((line) => ['Id', 'Q'].includes(readExactKey(line) ?? ''));
  const seemsClosed = start >= 0 && inside.slice(start).some((line) => isSecondOpening(line, fence));
  if (closing >= 0 && !seemsClosed) return { end: closing + 1, isClosed: true };
  const next = inside.findIndex((line) => readExactKey(line) !== undefined);
  const content = next < 0 ? inside : inside.slice(0, next);
  const length = content.findLastIndex((line) => !isBlank(line)) + 1;
  return { end: from + length, isClosed: false };
}

function isSecondOpening(line: string, { marker }: FenceOpening): boolean {
  const opening = readFenceOpening(line.replace(/^[QA]:[ \t]*/, ''));
  return opening?.info !== undefined && opening.info !== '' && opening.marker.startsWith(marker);
}

function checkWritten({ key, written, line }: CardEntry): CardProblem[] {
  if (key === undefined || written === `${key}:`) return [];
  const hint = `did you mean ${key}:? ${KEEP_AS_TEXT}`;
  return [{ line, column: 1, code: 'card-key', message: `"${written}" is not a key`, hint }];
}

function describeOpenFence(fence: FenceOpening, place: { line: number; column: number }): CardProblem {
  const message = `the fence "${fence.marker}${fence.info}" is not closed`;
  const hint = `write ${fence.marker} on a line of its own below the code`;
  return { ...place, code: 'card-fence-open', message, hint };
}
