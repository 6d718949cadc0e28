/** Cards that were drawn by an earlier build, by what is on them: the second build draws only what has changed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CardGround, type CardWords, drawCard } from './card-picture.ts';

/** Counted up when cards are drawn in another way. */
const VERSION = 1;

/** @param folder absolute path; it is made when the first card is */
export function createCardCache(folder: string, ground: CardGround): (words: CardWords) => Promise<Buffer> {
  const base = createHash('sha256').update(ground.pixels).digest('hex');
  return async (words) => {
    const name = createHash('sha256')
      .update(JSON.stringify([VERSION, base, words.title, words.label]))
      .digest('hex');
    const file = path.join(folder, `${name.slice(0, 24)}.png`);
    if (existsSync(file)) return readFile(file);
    const picture = await drawCard(ground, words);
    await mkdir(folder, { recursive: true });
    await writeFile(file, picture);
    return picture;
  };
}
