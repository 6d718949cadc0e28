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
  '': { html: 17.2, css: 18, js: 15 },
  'python-internals/gil/': { html: 21.4, css: 14.1, js: 11.9 },
  'foundations/files-and-serialization/': { html: 15.5, css: 13.3, js: 11 },
  'python-internals/': { html: 8.4, css: 15.5, js: 8.8 },
  'roadmaps/zero-to-senior/': { html: 23.6, css: 15.9, js: 12.8 },
  'exercises/lru-cache/': { html: 18.5, css: 16.5, js: 22.8 },
  'interviews/': { html: 8, css: 14.9, js: 14.6 },
  'review/': { html: 6.8, css: 17.6, js: 29.2 },
  'progress/': { html: 39.2, css: 21.3, js: 52.8 },
  'flashcards/django/caching/': { html: 6.2, css: 13.8, js: 18.4 },
  'search/': { html: 8.6, css: 12.8, js: 8.5 },
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
