import { expect, test } from 'vitest';
import { AREA_COLORS, chooseAreaColor } from './area-color.ts';

test('areas take the colors of the palette in turn, and begin again at its end', () => {
  const places = Array.from({ length: AREA_COLORS + 1 }, (_, place) => chooseAreaColor(place, undefined));
  expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
});

test('an area keeps the color that it chooses', () => {
  expect(chooseAreaColor(0, 5)).toBe(5);
});
