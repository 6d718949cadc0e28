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
  '': { html: 20, css: 21.3, js: 15 },
  'python-internals/gil/': { html: 25.2, css: 17.5, js: 12.4 },
  'foundations/files-and-serialization/': { html: 19.7, css: 16.7, js: 11.7 },
  'python-internals/': { html: 11.4, css: 18.4, js: 9.9 },
  'roadmaps/zero-to-senior/': { html: 27.4, css: 19.3, js: 14 },
  'exercises/lru-cache/': { html: 21.7, css: 19.8, js: 24 },
  'interviews/': { html: 11.2, css: 18.2, js: 15.7 },
  'review/': { html: 9.6, css: 21, js: 30.6 },
  'progress/': { html: 42.3, css: 24.8, js: 54 },
  'flashcards/django/caching/': { html: 9.3, css: 17.1, js: 19.5 },
  'search/': { html: 11.5, css: 16.1, js: 9.6 },
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
