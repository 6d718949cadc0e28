/**
 * Lines between the cells of a picture in steps, with an arrow at their end: `root -> left | right`.
 *
 * A line joins cells that stand side by side, or in places that follow one another: so it never crosses a cell. What a step
 * writes holds for the steps after it, as long as both cells are there, until a step writes lines of its own, or `->` alone
 * for none.
 */
import type { PictureCell, PictureFault, PictureStep } from './picture.ts';

/** Which cell: the place's index and, in it, the cell's. */
export interface CellAddress {
  readonly row: number;
  readonly index: number;
}
export interface PictureEdge {
  readonly from: CellAddress;
  readonly to: CellAddress;
}
/** As an author writes it: the texts of the cells; none where the step has no lines. */
export interface WrittenEdge {
  readonly line: number;
  readonly from: string;
  readonly to: readonly string[];
}

type Cells = readonly (readonly PictureCell[])[];

/** `undefined` for a text that is no line between cells. */
export function readEdge(text: string, line: number): WrittenEdge | undefined {
  if (text.trim() === '->') return { line, from: '', to: [] };
  const [from = '', ...others] = text.split(/\s->\s/).map((part) => part.trim());
  const to = others
    .join(' -> ')
    .split('|')
    .map((part) => part.trim());
  return others.length === 0 || from === '' || to.includes('') ? undefined : { line, from, to };
}

/** Finds the cells that a step's lines name. */
export function joinCells(written: readonly WrittenEdge[], cells: Cells): PictureEdge[] | PictureFault {
  const edges: PictureEdge[] = [];
  for (const { line, from, to } of written)
    for (const target of to) {
      const [start, end] = [findCell(from, cells, line), findCell(target, cells, line)];
      if ('message' in start) return start;
      if ('message' in end) return end;
      if (!areNear(start, end)) {
        const message = `the line from \`${from}\` to \`${target}\` would cross other cells`;
        return { line, message, hint: 'join cells that stand side by side, or in places that follow one another' };
      }
      edges.push({ from: start, to: end });
    }
  return edges;
}

/** The lines of the step before whose cells are both still there. */
export function keepEdges(before: PictureStep | undefined, cells: Cells): PictureEdge[] {
  const nameOf = ({ row, index }: CellAddress) => before?.cells[row]?.[index]?.text ?? '';
  return (before?.edges ?? []).flatMap(({ from, to }) => {
    const kept = joinCells([{ line: 0, from: nameOf(from), to: [nameOf(to)] }], cells);
    return 'message' in kept ? [] : kept;
  });
}

function findCell(text: string, cells: Cells, line: number): CellAddress | PictureFault {
  const found = cells.flatMap((row, number) =>
    row.flatMap((cell, index) => (cell.text === text ? [{ row: number, index }] : [])),
  );
  const [only, another] = found;
  if (only === undefined) {
    const known = cells.flat().map((cell) => `\`${cell.text}\``);
    const hint = `write the text of a cell, without its mark: ${known.join(', ')}`;
    return { line, message: `no cell of this step is \`${text}\``, hint };
  }
  if (another === undefined) return only;
  return { line, message: `two cells of this step are \`${text}\``, hint: 'give what a line joins a text of its own' };
}

function areNear(from: CellAddress, to: CellAddress): boolean {
  const rows = Math.abs(from.row - to.row);
  return rows === 1 || (rows === 0 && Math.abs(from.index - to.index) === 1);
}
