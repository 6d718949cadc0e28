/**
 * The picture of a page that other sites show beside a link to it, 1200 by 630: mark, name of the site, title of the page and
 * where it belongs. The font comes with the build, since a bare machine has none.
 */
import sharp from 'sharp';
import { findColor } from '../install/icon.ts';
import { CARD_SIZE } from './card-size.ts';

const MARGIN = 80;
const ICON = 88;
const INNER = CARD_SIZE.width - 2 * MARGIN;
const TITLE_BOX = { width: INNER, height: 260 } as const;
/** Pango counts in points of which an inch has 72. */
const DPI = 72;
const TITLE_SIZES = [84, 72, 60, 48] as const;
/** A longer one is cut between words: nobody reads more beside a link. */
const LONGEST = 110;

export interface CardWords {
  readonly title: string;
  /** Where the page belongs: its area. Empty for the site's own card. */
  readonly label: string;
}

/** What all cards of a language share. */
export interface CardGround {
  /** Pixels of the card without its words. */
  readonly pixels: Buffer;
  /** Absolute path of the font. */
  readonly font: string;
}

/** @param icon the site's icon, whose ground gives the cards their color */
export async function drawGround(icon: Buffer, siteTitle: string, font: string): Promise<CardGround> {
  const mark = await sharp(icon, { density: 72 * 8 })
    .resize(ICON, ICON, { fit: 'contain', background: '#0000' })
    .png()
    .toBuffer();
  const name = await drawText(siteTitle, {
    font,
    size: 34,
    width: INNER - ICON - 28,
    height: ICON,
    color: '#ffffffd9',
  });
  const color = await findColor(icon);
  const edge = await sharp({ create: { width: CARD_SIZE.width, height: 14, channels: 3, background: color } })
    .png()
    .toBuffer();
  const pixels = await sharp({ create: { ...CARD_SIZE, channels: 3, background: darken(color) } })
    .composite([
      { input: edge, left: 0, top: CARD_SIZE.height - 14 },
      { input: mark, left: MARGIN, top: MARGIN - 12 },
      { input: name.image, left: MARGIN + ICON + 28, top: MARGIN - 12 + Math.round((ICON - name.height) / 2) },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { pixels, font };
}

/** A PNG, which every site that shows such pictures can read: with so few colors it is smaller than a JPEG, and sharp. */
export async function drawCard({ pixels, font }: CardGround, { title, label }: CardWords): Promise<Buffer> {
  const words = await fitTitle(shorten(withoutEmoji(title)), font);
  const below =
    label === ''
      ? undefined
      : await drawText(withoutEmoji(label), { font, size: 34, width: INNER, height: 44, color: '#ffffffbf' });
  const top = 215 + Math.round((TITLE_BOX.height - words.height) / 2);
  return sharp(pixels, { raw: { ...CARD_SIZE, channels: 3 } })
    .composite([
      { input: words.image, left: MARGIN, top },
      ...(below ? [{ input: below.image, left: MARGIN, top: CARD_SIZE.height - MARGIN - below.height }] : []),
    ])
    .png({ compressionLevel: 6 })
    .toBuffer();
}

interface Drawn {
  readonly image: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The largest size in which a title has its place. */
async function fitTitle(title: string, font: string): Promise<Drawn> {
  for (const size of TITLE_SIZES) {
    const drawn = await drawText(title, { ...TITLE_BOX, font, size, color: '#ffffff' });
    if (drawn.height <= TITLE_BOX.height && drawn.width <= TITLE_BOX.width) return drawn;
  }
  // One word that is wider than the card.
  const drawn = await drawText(title, { ...TITLE_BOX, font, size: 48, color: '#ffffff' });
  const image = await sharp(drawn.image)
    .resize(TITLE_BOX.width, TITLE_BOX.height, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { image: image.data, width: image.info.width, height: image.info.height };
}

interface TextStyle {
  readonly font: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** Lines are broken at the width; how tall they get is for the caller to see. */
async function drawText(text: string, { font, size, width, color }: TextStyle): Promise<Drawn> {
  const markup = `<span foreground="${color.slice(0, 7)}" alpha="${alphaOf(color)}%">${escapeMarkup(text)}</span>`;
  const { data, info } = await sharp({
    text: { text: markup, font: `Inter Bold ${size}`, fontfile: font, width, dpi: DPI, rgba: true, wrap: 'word-char' },
  })
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  return { image: data, width: info.width, height: info.height };
}

function alphaOf(color: string): number {
  return color.length === 9 ? Math.round((Number.parseInt(color.slice(7), 16) / 255) * 100) : 100;
}

/** Pango reads a small markup, where these have a meaning. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The font has none, and a box with a number in it says less than nothing. */
export function withoutEmoji(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3})*|\p{Regional_Indicator}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function shorten(title: string): string {
  if (title.length <= LONGEST) return title;
  const cut = title.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}

/** So dark that white words on it are easy to read, whatever color a site has. @param color `#2f5fd0` */
export function darken(color: string): string {
  const parts = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const luminance = 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
  const share = Math.min(1, 38 / Math.max(luminance, 1));
  return `#${parts
    .map((part) =>
      Math.round(part * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
