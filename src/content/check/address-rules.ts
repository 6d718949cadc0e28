/** No two pages may have the same address: one of them would take the other's place without a word. */
import type { ContentFiles } from '../files/content-files.ts';
import { isGeneratedPage } from '../generated-page.ts';
import { DOCS, isPagePath } from '../page.ts';
import { addressOf, placeOf } from '../place.ts';
import { type Problem, START } from '../problem.ts';

/** The folder of a language counts as any other: it is part of the address. */
const SHAPE = { base: '/', locales: [] };

export function checkAddresses(files: ContentFiles): Problem[] {
  const first = new Map<string, string>();
  return files
    .list()
    .filter(isPagePath)
    .flatMap((file) => {
      const place = placeOf(file.slice(DOCS.length), SHAPE.locales);
      const address = addressOf(place, SHAPE);
      const isGenerated = isGeneratedPage(place.path);
      const other = isGenerated ? 'a page that the site makes itself' : first.get(address);
      first.set(address, other ?? file);
      if (other === undefined) return [];
      const hint = isGenerated ? 'rename it' : 'rename one of them, or make one page of both';
      const message = `the address ${address} is that of ${other} too`;
      return [{ file, ...START, code: 'file-name', message, hint }];
    });
}
