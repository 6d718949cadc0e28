/** How high the places of a picture stand: the same in each of its steps, so that nothing jumps. */
import type { Picture } from './picture.ts';

export const CELL_HEIGHT = 28;
/** Room for the name of a place. */
const LABEL = 20;
const GAP = 14;

export interface PictureRow {
  /** Baseline of the place's name. */
  readonly label: number;
  /** Top of its cells. */
  readonly top: number;
}
export interface PictureRows {
  readonly rows: readonly PictureRow[];
  readonly height: number;
}

/**
 * A name stands above its cells, and below them where lines come from above and none goes on: there it is in nobody's way.
 */
export function placeRows({ places, steps }: Picture): PictureRows {
  const joints = new Set(
    steps.flatMap(({ edges }) =>
      edges.flatMap(({ from, to }) => (from.row === to.row ? [] : [Math.min(from.row, to.row)])),
    ),
  );
  const rows: PictureRow[] = [];
  let y = 0;
  for (const index of places.keys()) {
    const isBelow = joints.has(index - 1) && !joints.has(index);
    // A line takes the room of the name that stands below.
    if (index > 0) y += isBelow ? GAP + LABEL : GAP;
    const top = isBelow ? y : y + LABEL;
    rows.push({ top, label: isBelow ? top + CELL_HEIGHT + 16 : y + 13 });
    y = top + CELL_HEIGHT + (isBelow ? LABEL : 0);
  }
  return { rows, height: y + 2 };
}
