/**
 * `npm run bench -- bytes`: what the first visit of a page of each kind fetches, and what it may. No clock decides here, so the
 * journeys hold the same budgets (`tests/e2e/bytes.spec.ts`), as far as a site has the pages.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStamp } from '../site/build.mjs';
import type { Figure } from './figure.ts';
import { listFetchedFiles, PARTS, type Part, sumBytes } from './page-bytes.ts';

const BUILT = path.resolve(import.meta.dirname, '../../../dist');

/**
 * kB of 1,000 bytes, packed with brotli, by page: what is there now and a little room. Who needs more says in the commit what
 * a reader gets for it.
 */
export const BYTE_BUDGETS: Readonly<Record<string, Readonly<Partial<Record<Part, number>>>>> = {
  '': { html: 22, css: 24.1, js: 15.9 },
  'python-internals/gil/': { html: 29, css: 21.2, js: 13 },
  'python-internals/': { html: 11.8, css: 19.3, js: 10.3 },
  'roadmaps/zero-to-senior/': { html: 28.2, css: 20.3, js: 14.9 },
  'exercises/lru-cache/': { html: 23, css: 22.9, js: 25.2 },
  'interviews/': { html: 11.9, css: 19.3, js: 15.9 },
  'review/': { html: 9.9, css: 22.1, js: 31 },
  'progress/': { html: 42.5, css: 25.3, js: 55 },
  'flashcards/django/caching/': { html: 9.7, css: 18.2, js: 20 },
  'search/': { html: 11.9, css: 17.3, js: 10 },
};

/** @throws {Error} where the site is not built */
export async function benchBytes(): Promise<Figure[]> {
  const stamp = readStamp('dist');
  if (stamp === undefined) throw new Error('dist does not hold a finished build: run npm run build');
  const read = (file: string) => readFile(path.join(BUILT, file));
  const figures: Figure[] = [];
  for (const [page, budgets] of Object.entries(BYTE_BUDGETS)) {
    const files = await listFetchedFiles(page, stamp.base, read);
    for (const part of PARTS) {
      const budget = budgets[part];
      if (budget === undefined) continue;
      figures.push({ what: `/${page} ${part}`, value: sumBytes(files, part) / 1000, unit: 'kB', budget });
    }
    figures.push({ what: `/${page} in all`, value: sumBytes(files) / 1000, unit: 'kB' });
  }
  return figures;
}
