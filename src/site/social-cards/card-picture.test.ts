import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CardGround, darken, drawCard, drawGround, shorten, withoutEmoji } from './card-picture.ts';
import { CARD_SIZE } from './card-size.ts';

const ICON = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#2f5fd0"/></svg>',
);
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf');

let ground: CardGround;
beforeAll(async () => {
  ground = await drawGround(ICON, 'A site', font);
});

/** Share of the pixels of a part of a card that are light, as words are. */
async function lightIn(card: Buffer, part: { left: number; top: number; width: number; height: number }) {
  const pixels = await sharp(card).extract(part).greyscale().raw().toBuffer();
  return pixels.filter((value) => value > 150).length / pixels.length;
}

const MIDDLE = { left: 80, top: 200, width: 1040, height: 290 };

describe('a card', () => {
  test.each([
    ['a short title', 'Indexes'],
    ['accents and signs of markup', 'Índices <b> & “ação”'],
    ['emoji', 'Ready 🎉 to go'],
    ['more words than anybody reads', 'word '.repeat(80)],
    ['one word without an end', 'x'.repeat(109)],
  ])('with %s has its size, and words in the middle and nowhere at the edge', async (_, title) => {
    const card = await drawCard(ground, { title, label: 'Area' });
    const { width, height, format } = await sharp(card).metadata();
    expect({ width, height, format }).toEqual({ ...CARD_SIZE, format: 'png' });
    expect(await lightIn(card, MIDDLE)).toBeGreaterThan(0.005);
    expect(await lightIn(card, { left: 1125, top: 0, width: 75, height: 600 })).toBe(0);
    expect(await lightIn(card, { left: 0, top: 0, width: 75, height: 600 })).toBe(0);
  });

  test('is drawn in the font that comes with it, whatever the machine has', async () => {
    const { width } = await sharp({
      text: { text: 'Indexes', font: 'Inter Bold 84', fontfile: font, dpi: 72 },
    }).metadata();
    // Inter's own width: the fonts that stand in for it are wider by a tenth and more.
    expect(width).toBeGreaterThan(310);
    expect(width).toBeLessThan(335);
    expect(readFileSync(font).length).toBeGreaterThan(100_000);
    expect(path.isAbsolute(font)).toBe(true);
  });

  test('says where its page belongs only where it belongs somewhere', async () => {
    const part = { left: 80, top: 500, width: 500, height: 70 };
    expect(await lightIn(await drawCard(ground, { title: 'T', label: 'Databases' }), part)).toBeGreaterThan(0.01);
    expect(await lightIn(await drawCard(ground, { title: 'T', label: '' }), part)).toBe(0);
  });
});

test('white words are easy to read on the color of any site', () => {
  expect(darken('#2f5fd0')).toBe('#132755');
  expect(darken('#ffffff')).toBe('#262626');
  expect(darken('#0a0a0a')).toBe('#0a0a0a');
});

test('emoji are taken out, with what belongs to them, and digits stay', () => {
  expect(withoutEmoji('👩🏽‍💻 Top 10 🇪🇸 tips ❤️ #1')).toBe('Top 10 tips #1');
});

test('a title that is too long ends between words', () => {
  expect(shorten('short')).toBe('short');
  expect(shorten('word '.repeat(40))).toMatch(/^(word )+word…$/);
  expect(shorten('word '.repeat(40)).length).toBeLessThanOrEqual(110);
});
