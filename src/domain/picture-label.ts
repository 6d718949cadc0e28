/** Where the name of a place begins: at the left, or to the right of the lines that cross its height in any step. */
import type { Arrow } from './picture-arrow.ts';
import { PICTURE_WIDTH } from './picture-layout.ts';

/** Of a letter, about: names are set in the font of the text. */
const LETTER = 7.2;
const HEIGHT = 14;
const AIR = 10;

/**
 * @param baseline of the name
 * @param arrows of all steps, so that the name does not move
 */
export function placeLabel(name: string, baseline: number, arrows: readonly Arrow[]): number {
  const width = [...name].length * LETTER;
  const crossings = arrows.flatMap((arrow) => listCrossings(arrow, baseline)).toSorted((a, b) => a - b);
  let x = 0;
  for (const crossing of crossings) if (crossing > x - AIR && crossing < x + width + AIR) x = crossing + AIR;
  // Where there is no room, the name stands before the lines, which it covers.
  return x + width > PICTURE_WIDTH ? 0 : Math.round(x);
}

/** Where a line is at the top and at the bottom of the name; nowhere if it passes above or below. */
function listCrossings({ start, target }: Arrow, baseline: number): number[] {
  const [low, high] = [Math.min(start.y, target.y), Math.max(start.y, target.y)];
  if (high === low || baseline < low || baseline - HEIGHT > high) return [];
  return [baseline - HEIGHT, baseline].map((y) => {
    const inside = Math.max(low, Math.min(high, y));
    return start.x + ((inside - start.y) / (target.y - start.y)) * (target.x - start.x);
  });
}
