/** Which color of the palette an area has: `--study-area-1` to `--study-area-8` of the theme. */
export const AREA_COLORS = 8;

/**
 * @param place of the area among all areas, from 0
 * @param own what its overview says: `color: 3`
 */
export function chooseAreaColor(place: number, own: number | undefined): number {
  return own ?? (place % AREA_COLORS) + 1;
}
