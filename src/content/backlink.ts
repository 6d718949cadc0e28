/** Which notes link to a page, each with the sentence in which it does so first. */
import type { Citation } from './citation.ts';
import type { ContentFiles } from './files/content-files.ts';
import { resolveLink } from './link.ts';
import { type Page, readPages } from './page.ts';
import { addressOf, type SiteShape } from './place.ts';

export interface Backlink {
  readonly from: Page;
  readonly citation: Citation;
}

/**
 * The links of all notes as a reader of one language has them: a note that is not translated is read in the main one.
 * @param locale folder of the language, `root` for the main one
 * @returns by the path of the page that is linked to, in the order of the files
 */
export function listBacklinks(
  files: ContentFiles,
  shape: SiteShape,
  locale: string,
): ReadonlyMap<string, readonly Backlink[]> {
  const all = readPages(files, shape.locales).filter(({ isDraft }) => !isDraft);
  /** Paths by address, those of every language: a translation may link to what is not translated. */
  const paths = new Map(all.map(({ place }) => [addressOf(place, shape), place.path]));
  const found = new Map<string, Map<string, Backlink>>();
  for (const from of pagesOf(all, locale).filter(({ isNote }) => isNote)) {
    for (const citation of from.document.citations) {
      const link = { url: citation.url, kind: 'link', line: 0, column: 0 } as const;
      const resolution = resolveLink(files, from.file, link, shape);
      const path = resolution.kind === 'document' ? paths.get(resolution.address.split('#')[0] ?? '') : undefined;
      if (path === undefined || path === from.place.path) continue;
      const links = found.get(path) ?? new Map<string, Backlink>();
      if (!links.has(from.place.path)) links.set(from.place.path, { from, citation });
      found.set(path, links);
    }
  }
  return new Map([...found].map(([path, links]) => [path, [...links.values()]]));
}

function pagesOf(pages: readonly Page[], locale: string): Page[] {
  const byPath = new Map<string, Page>();
  for (const wanted of new Set(['root', locale])) {
    for (const page of pages) if (page.place.locale === wanted) byPath.set(page.place.path, page);
  }
  return [...byPath.values()];
}
