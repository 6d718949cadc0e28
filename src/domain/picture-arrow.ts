/** Where the lines between cells run. Several that leave a cell, or come to it, share its side evenly, in the order of their ends. */
import type { PictureStep } from './picture.ts';
import type { CellAddress, PictureEdge } from './picture-edge.ts';
import type { CellBox } from './picture-layout.ts';
import { CELL_HEIGHT, type PictureRow } from './picture-rows.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Arrow {
  readonly start: Point;
  readonly target: Point;
  /** Between two cells that act. */
  readonly isActive: boolean;
}

/** How far from its cell an arrow ends. */
const AIR = 2;
const HEAD = { length: 7, half: 3.5 };

export function placeArrows(
  { cells, edges }: PictureStep,
  boxes: readonly (readonly CellBox[])[],
  rows: readonly PictureRow[],
): Arrow[] {
  const boxOf = ({ row, index }: CellAddress) => boxes[row]?.[index] ?? { x: 0, width: 0 };
  const centerOf = (cell: CellAddress) => boxOf(cell).x + boxOf(cell).width / 2;
  const topOf = ({ row }: CellAddress) => rows[row]?.top ?? 0;
  const isActive = ({ row, index }: CellAddress) => cells[row]?.[index]?.mark === 'active';

  /** Where the line of a cell to another one touches it. */
  const touch = (cell: CellAddress, other: CellAddress): Point => {
    const { x, width } = boxOf(cell);
    if (cell.row === other.row)
      return { x: other.index > cell.index ? x + width : x, y: topOf(cell) + CELL_HEIGHT / 2 };
    const y = topOf(cell) + (other.row > cell.row ? CELL_HEIGHT : 0);
    const ends = listEnds(cell, other.row, edges).toSorted((a, b) => centerOf(a) - centerOf(b));
    const isPair = ends.length === 1 && listEnds(other, cell.row, edges).length === 1;
    const shared = isPair ? middleOfBoth(boxOf(cell), boxOf(other)) : undefined;
    const share = (ends.findIndex((end) => isSame(end, other)) + 1) / (ends.length + 1);
    return { x: shared ?? x + width * share, y };
  };
  return edges.map(({ from, to }) => ({
    start: touch(from, to),
    target: touch(to, from),
    isActive: isActive(from) && isActive(to),
  }));
}

export function drawArrow({ start, target, isActive }: Arrow): string {
  const length = Math.hypot(target.x - start.x, target.y - start.y) || 1;
  const [dx, dy] = [(target.x - start.x) / length, (target.y - start.y) / length];
  const back = (by: number): Point => ({ x: target.x - dx * by, y: target.y - dy * by });
  const [tip, neck] = [back(AIR), back(AIR + HEAD.length)];
  const side = (by: number) => `${round(neck.x - dy * by)} ${round(neck.y + dx * by)}`;
  const line = `M${round(start.x)} ${round(start.y)}L${round(neck.x)} ${round(neck.y)}`;
  const head = `M${round(tip.x)} ${round(tip.y)}L${side(HEAD.half)}L${side(-HEAD.half)}Z`;
  return `<g class="picture-edge${isActive ? ' is-active' : ''}"><path d="${line}"/><path class="picture-head" d="${head}"/></g>`;
}

/** Where a line between two cells goes straight down. */
function middleOfBoth(one: CellBox, other: CellBox): number | undefined {
  const [start, end] = [Math.max(one.x, other.x), Math.min(one.x + one.width, other.x + other.width)];
  return end - start < 2 * HEAD.length ? undefined : (start + end) / 2;
}

/** The cells of a row that a cell is joined to. */
function listEnds(cell: CellAddress, row: number, edges: readonly PictureEdge[]): CellAddress[] {
  return edges.flatMap(({ from, to }) => {
    if (isSame(from, cell) && to.row === row) return [to];
    return isSame(to, cell) && from.row === row ? [from] : [];
  });
}

function isSame(a: CellAddress, b: CellAddress): boolean {
  return a.row === b.row && a.index === b.index;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
