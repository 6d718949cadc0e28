/**
 * Where the cells of a picture in steps stand. Without lines a row begins at the left. What is joined to the row below
 * stands over it, so that a tree reads as a tree; cells of a row never change their order, touch, or leave the picture.
 */
import type { PictureCell, PictureStep } from './picture.ts';
import type { CellAddress, PictureEdge } from './picture-edge.ts';

/** How wide a picture is, in units of its drawing: it fits a phone without being made smaller. */
export const PICTURE_WIDTH = 320;
const GAP = 6;
/** Between two cells with a line between them. */
const JOINED_GAP = 30;
/** Between cells that lines lead to, where there is room: they are told apart more easily. */
const WIDE_GAP = 18;

export interface CellBox {
  readonly x: number;
  readonly width: number;
}

type Row = readonly PictureCell[];

/** Whether a row has room in the picture. */
export function fits(row: Row, number: number, edges: readonly PictureEdge[]): boolean {
  return endOf(packRow(row, (index) => gapAfter(number, index, edges))) <= PICTURE_WIDTH;
}

/** Rows that a line leads to from another one, in any step: their cells keep the same distance in all of them. */
export function listJoinedRows(steps: readonly Pick<PictureStep, 'edges'>[]): ReadonlySet<number> {
  return new Set(
    steps.flatMap(({ edges }) => edges.flatMap(({ from, to }) => (from.row === to.row ? [] : [from.row, to.row]))),
  );
}

/**
 * The boxes of all cells of a step, row by row.
 * @param joined the rows that lines lead to in any step
 */
export function placeCells(
  { cells, edges }: Pick<PictureStep, 'cells' | 'edges'>,
  joined: ReadonlySet<number>,
): CellBox[][] {
  const gaps = cells.map((row, number) =>
    chooseGaps(row, joined.has(number), (index) => gapAfter(number, index, edges)),
  );
  const rows = cells.map((row, number) => packRow(row, gaps[number] ?? noGap));
  const move = (number: number, other: number) => {
    const row = rows[number] ?? [];
    const partners = row.map((_, index) => listPartners({ row: number, index }, other, edges));
    // Rows that are joined in pairs begin where they would without lines, so that a line may come or go and nothing moves.
    if (number < other && !partners.some((list) => list.length > 1)) return;
    rows[number] = separate(row, findWanted(row, partners, rows[other] ?? []), gaps[number] ?? noGap);
  };
  // Parents over their children, then children below a parent that found no room there.
  for (let number = rows.length - 2; number >= 0; number -= 1) move(number, number + 1);
  for (let number = 1; number < rows.length; number += 1) move(number, number - 1);
  return rows;
}

/** The room behind a cell, by its index. */
type Gaps = (index: number) => number;

const noGap: Gaps = () => 0;

/** Where the cells of a row would begin, if they had room, by those that they are joined to. */
function findWanted(
  row: readonly CellBox[],
  partners: readonly (readonly number[])[],
  fixed: readonly CellBox[],
): number[] {
  return row.map((box, index) => {
    const targets = partners[index] ?? [];
    if (targets.length === 0) return box.x;
    const group = row.filter((_, at) => (partners[at] ?? []).some((target) => targets.includes(target)));
    const [only, another] = targets;
    if (group.length === 1 && only !== undefined && another === undefined) return fixed[only]?.x ?? box.x;
    // Those that share a partner move together: the middle of all of them comes to stand at it.
    const centers = targets.flatMap((target) => fixed[target] ?? []).map(centerOf);
    return box.x + mean(centers) - mean(group.map(centerOf));
  });
}

function listPartners({ row, index }: CellAddress, other: number, edges: readonly PictureEdge[]): number[] {
  return edges.flatMap(({ from, to }) => {
    if (from.row === row && from.index === index && to.row === other) return [to.index];
    return to.row === row && to.index === index && from.row === other ? [from.index] : [];
  });
}

/** As near to where they want to be as their neighbors and the edges of the picture let them. */
function separate(row: readonly CellBox[], wanted: readonly number[], gap: Gaps): CellBox[] {
  const starts: number[] = [];
  let free = 0;
  for (const [index, { width }] of row.entries()) {
    const start = Math.max(wanted[index] ?? 0, free);
    starts.push(start);
    free = start + width + gap(index);
  }
  let end = PICTURE_WIDTH;
  for (let index = row.length - 1; index >= 0; index -= 1) {
    starts[index] = Math.min(starts[index] ?? 0, end - (row[index]?.width ?? 0));
    end = (starts[index] ?? 0) - gap(index - 1);
  }
  return row.map(({ width }, index) => ({ x: Math.round(starts[index] ?? 0), width }));
}

function packRow(row: Row, gap: Gaps): CellBox[] {
  let x = 0;
  return row.map((cell, index) => {
    const box = { x, width: widthOfCell(cell) };
    x += box.width + gap(index);
    return box;
  });
}

function chooseGaps(row: Row, isJoined: boolean, narrow: Gaps): Gaps {
  const wide: Gaps = (index) => Math.max(WIDE_GAP, narrow(index));
  return isJoined && endOf(packRow(row, wide)) <= PICTURE_WIDTH ? wide : narrow;
}

function endOf(row: readonly CellBox[]): number {
  const last = row.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

function gapAfter(row: number, index: number, edges: readonly PictureEdge[]): number {
  const isJoined = edges.some(
    ({ from, to }) => from.row === row && to.row === row && Math.min(from.index, to.index) === index,
  );
  return isJoined ? JOINED_GAP : GAP;
}

function widthOfCell({ text }: PictureCell): number {
  return Math.ceil([...text].length * 7.8) + 16;
}

function centerOf({ x, width }: CellBox): number {
  return x + width / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
