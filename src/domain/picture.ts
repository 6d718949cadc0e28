/**
 * A picture in steps, as an author writes it: what stands in which place at each step, and a caption that says so in words.
 *
 *     title: Two threads and one lock
 *
 *     step: A holds the lock, and B waits.
 *     holds: *A
 *     waits: B
 *
 *     step: A lets go, and B takes it.
 *     holds: *B
 *     waits:
 *
 * Cells are separated by `|`. A mark before a cell says what is special about it: `*` it acts now, `-` it is over,
 * `!` it is in trouble. Each step names the places of the first one, in its order, so that nothing jumps.
 */

/** What is special about a cell, by the sign before it. */
const MARKS = { '*': 'active', '-': 'over', '!': 'trouble' } as const;

export interface PictureCell {
  readonly text: string;
  readonly mark: (typeof MARKS)[keyof typeof MARKS] | undefined;
}
export interface PictureStep {
  /** With code between backticks. */
  readonly caption: string;
  /** The cells of each place, in the order of the places. */
  readonly cells: readonly (readonly PictureCell[])[];
}
export interface Picture {
  readonly title: string;
  readonly places: readonly string[];
  readonly steps: readonly PictureStep[];
}
/** Why a text is no picture and how to mend it; `line` counts from 1. */
export interface PictureFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** How wide a picture is, in units of its drawing: it fits a phone without being made smaller. */
export const PICTURE_WIDTH = 320;
export const CELL_GAP = 6;

/** How wide a cell is drawn, in the same units. */
export function widthOfCell({ text }: PictureCell): number {
  return Math.ceil([...text].length * 7.8) + 16;
}

interface Line {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** Never throws. */
export function parsePicture(text: string): Picture | PictureFault {
  const lines: Line[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const [, name, value] = /^\s*([^:]+?)\s*:(?:\s+(.*?))?\s*$/.exec(written) ?? [];
    if (name === undefined)
      return fault(index + 1, `\`${written.trim()}\` has no name`, 'write `name: what it holds`, as in `waits: B`');
    lines.push({ line: index + 1, name, value: value ?? '' });
  }
  const [head, ...others] = lines;
  if (head?.name !== 'title' || head.value === '')
    return fault(
      head?.line ?? 1,
      'the picture has no title',
      'begin with `title: …`, a few words that name the picture',
    );
  return parseSteps(head.value, others);
}

function parseSteps(title: string, lines: readonly Line[]): Picture | PictureFault {
  const starts = lines.flatMap(({ name }, index) => (name === 'step' ? [index] : []));
  const first = lines[0]?.line ?? 1;
  if (starts[0] !== 0 || starts.length < 2)
    return fault(first, 'the picture has fewer than two steps', 'begin each with `step: …`; one alone is a diagram');
  const blocks = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const places = (blocks[0] ?? []).slice(1).map(({ name }) => name);
  const steps: PictureStep[] = [];
  for (const [head, ...rows] of blocks) {
    const { line = first, value: caption = '' } = head ?? {};
    if (caption === '') return fault(line, 'a step has no caption', 'say what happens in it: `step: A lets go.`');
    if (rows.length === 0 || rows.map(({ name }) => name).join() !== places.join())
      return fault(line, 'a step has other places than the first one', `name, in this order: ${places.join(', ')}`);
    const wide = rows.find(({ value }) => widthOfRow(readCells(value)) > PICTURE_WIDTH);
    if (wide !== undefined)
      return fault(wide.line, `\`${wide.name}\` holds more than fits a phone`, 'shorten its cells, or show fewer');
    steps.push({ caption, cells: rows.map(({ value }) => readCells(value)) });
  }
  return { title, places, steps };
}

function readCells(value: string): PictureCell[] {
  return value.split('|').flatMap((part) => {
    const text = part.trim();
    const mark = Object.entries(MARKS).find(([sign]) => text.startsWith(sign))?.[1];
    const shown = mark === undefined ? text : text.slice(1).trim();
    return shown === '' ? [] : [{ text: shown, mark }];
  });
}

function widthOfRow(cells: readonly PictureCell[]): number {
  return cells.reduce((sum, cell) => sum + widthOfCell(cell) + CELL_GAP, -CELL_GAP);
}

function fault(line: number, message: string, hint: string): PictureFault {
  return { line, message, hint };
}
