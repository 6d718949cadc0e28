import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawIcon, findColor, ICONS } from './icon.ts';

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#2f5fd0"/></svg>',
);
const BARE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 16h24"/></svg>');

async function cornerOf(png: Buffer): Promise<number[]> {
  const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 4)];
}

test.each(ICONS)('$name is a square of its size, whose corner is opaque where masks may cut it', async (icon) => {
  const png = await drawIcon(SVG, icon);
  const { width, height, format } = await sharp(png).metadata();
  expect([width, height, format]).toEqual([icon.size, icon.size, 'png']);
  expect(await cornerOf(png)).toEqual(icon.isMaskable ? [47, 95, 208, 255] : [0, 0, 0, 0]);
});

test('the color of the icon is that of its ground, white where it has none', async () => {
  expect(await findColor(SVG)).toBe('#2f5fd0');
  expect(await findColor(BARE)).toBe('#ffffff');
});
