/** The site's icon in the sizes and shapes that systems ask for, made of `public/favicon.svg` at each build. */
import sharp from 'sharp';

export interface Icon {
  /** Below `icons/`. */
  readonly name: string;
  readonly size: number;
  /** Some systems cut a circle or a drop out of it: it has no transparent edge, and nothing that matters outside four fifths. */
  readonly isMaskable: boolean;
}

export const ICONS: readonly Icon[] = [
  { name: '192.png', size: 192, isMaskable: false },
  { name: '512.png', size: 512, isMaskable: false },
  { name: 'maskable-512.png', size: 512, isMaskable: true },
  // What Apple's systems take; they round it themselves, and show what is transparent as black.
  { name: 'apple-180.png', size: 180, isMaskable: true },
];

const WHITE = { r: 255, g: 255, b: 255 };

export async function drawIcon(svg: Buffer, { size, isMaskable }: Icon): Promise<Buffer> {
  if (!isMaskable) return render(svg, size).png().toBuffer();
  const { r, g, b } = await findBackground(svg);
  // Where the picture has a ground of its own, it goes on to the edge; another one gets the margin that masks leave.
  const inner = Math.round(size * 0.8);
  const picture = await render(svg, inner).png().toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: { r, g, b, alpha: 1 } } })
    .composite([{ input: picture, gravity: 'center' }])
    .png()
    .toBuffer();
}

/** The color in the middle of the upper edge: the ground that the picture stands on, or white where it has none. */
async function findBackground(svg: Buffer): Promise<{ r: number; g: number; b: number }> {
  const size = 64;
  const pixels = await render(svg, size).ensureAlpha().raw().toBuffer();
  const at = (2 * size + size / 2) * 4;
  const [r = 255, g = 255, b = 255, alpha = 0] = pixels.subarray(at, at + 4);
  return alpha === 255 ? { r, g, b } : WHITE;
}

/** The same as a color of style sheets. */
export async function findColor(svg: Buffer): Promise<string> {
  const { r, g, b } = await findBackground(svg);
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function render(svg: Buffer, size: number) {
  return sharp(svg, { density: 72 * 16 }).resize(size, size, {
    fit: 'contain',
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  });
}
