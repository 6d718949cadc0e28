/** What a page lacks to be found and understood: an overview for its area, words for its pictures. */
import type { PageFile } from './page-file.ts';
import { areaOf } from './place.ts';
import type { Problem } from './problem.ts';

/** Checks all pages of a site. */
export function checkPages(pages: readonly PageFile[]): Problem[] {
  const paths = new Set(pages.filter(({ place }) => place.locale === 'root').map(({ place }) => place.path));
  return pages.flatMap((page) => [...findMissingOverview(page, paths), ...findSilentPictures(page)]);
}

/** The sidebar and the home page list areas by their overview, so a note without one is led to by nothing. */
function findMissingOverview({ file, place, isNote }: PageFile, paths: ReadonlySet<string>): Problem[] {
  const area = areaOf(place.path);
  if (!isNote || area === undefined || paths.has(area)) return [];
  const message = `this note's area has no overview, so no page leads to it`;
  return [{ file, line: 1, column: 1, code: 'area-overview', message, hint: `write content/docs/${area}/index.md` }];
}

function findSilentPictures({ file, document }: PageFile): Problem[] {
  return document.silentPictures.map(({ line, column }) => ({
    file,
    line,
    column,
    code: 'picture-words',
    message: 'this picture says nothing to those who do not see it',
    hint: 'say what it shows: ![words](./picture.svg), or %% alt: words as the first line of a mermaid fence',
  }));
}
