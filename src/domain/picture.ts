/**
 * A picture in steps, as an author writes it: what stands in which place at each step, and a caption that says so in words.
 *
 *     title: Two threads and one lock
 *
 *     step: A holds the lock, and B waits.
 *     holds: *A
 *     waits: B
 *     B -> A
 *
 *     step: A lets go, and B takes it.
 *     holds: *B
 *     waits:
 *
 * Cells are separated by `|`. A mark before a cell says what is special about it: `*` it acts now, `-` it is over,
 * `!` it is in trouble. Each step names the places of the first one, in its order, so that nothing jumps. Lines between
 * cells: `picture-edge.ts`.
 */
import { joinCells, keepEdges, type PictureEdge, readEdge, type WrittenEdge } from './picture-edge.ts';
import { fits } from './picture-layout.ts';

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
  readonly edges: readonly PictureEdge[];
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

interface Line {
  readonly line: number;
  readonly name: string;
  readonly value: string;
  /** Of a line between cells, which has no name. */
  readonly edge?: WrittenEdge;
}

/** Never throws. */
export function parsePicture(text: string): Picture | PictureFault {
  const lines: Line[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    const [, name, value] = /^\s*([^:]+?)\s*:(?:\s+(.*?))?\s*$/.exec(written) ?? [];
    const edge = name === undefined ? readEdge(written, line) : undefined;
    if (edge !== undefined) lines.push({ line, name: '->', value: '', edge });
    else if (name !== undefined) lines.push({ line, name, value: value ?? '' });
    else return fault(line, `\`${written.trim()}\` has no name`, 'write `name: what it holds`, as in `waits: B`');
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
  const places = (blocks[0] ?? []).slice(1).flatMap(({ name, edge }) => (edge === undefined ? [name] : []));
  const steps: PictureStep[] = [];
  for (const block of blocks) {
    const step = parseStep(block, places, steps.at(-1));
    if ('message' in step) return step;
    steps.push(step);
  }
  return { title, places, steps };
}

function parseStep(
  [head, ...lines]: readonly Line[],
  places: readonly string[],
  before: PictureStep | undefined,
): PictureStep | PictureFault {
  const { line = 1, value: caption = '' } = head ?? {};
  const rows = lines.filter(({ edge }) => edge === undefined);
  if (caption === '') return fault(line, 'a step has no caption', 'say what happens in it: `step: A lets go.`');
  if (rows.length === 0 || rows.map(({ name }) => name).join() !== places.join())
    return fault(line, 'a step has other places than the first one', `name, in this order: ${places.join(', ')}`);
  const cells = rows.map(({ value }) => readCells(value));
  const written = lines.flatMap(({ edge }) => edge ?? []);
  const edges = written.length === 0 ? keepEdges(before, cells) : joinCells(written, cells);
  if ('message' in edges) return edges;
  const wide = rows[cells.findIndex((row, index) => !fits(row, index, edges))];
  if (wide !== undefined)
    return fault(wide.line, `\`${wide.name}\` holds more than fits a phone`, 'shorten its cells, or show fewer');
  return { caption, cells, edges };
}

function readCells(value: string): PictureCell[] {
  return value.split('|').flatMap((part) => {
    const text = part.trim();
    const mark = Object.entries(MARKS).find(([sign]) => text.startsWith(sign))?.[1];
    const shown = mark === undefined ? text : text.slice(1).trim();
    return shown === '' ? [] : [{ text: shown, mark }];
  });
}

function fault(line: number, message: string, hint: string): PictureFault {
  return { line, message, hint };
}
