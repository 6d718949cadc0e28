/** Finds notes for generated pages, which link to them by their ids. */
import path from 'node:path';
import site from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import { listAnchors } from '../content/link.ts';
import { DOCS, isRecord, readPages } from '../content/page.ts';
import type { NoteTarget } from '../content/roadmap-page.ts';
import { keep } from './keep.ts';
import { files } from './site-files.ts';

const mapById = keep(() => {
  const pages = readPages(files, foldersOf(site)).filter(({ isDraft }) => !isDraft);
  return Map.groupBy(pages, ({ id }) => id.id);
});

/**
 * Where a note lies, seen from a generated page's own file; its translation if there is one. Headings are translated too, so that
 * a translation may lack the part that is named: then the link leads to its beginning.
 */
export function createNoteFinder(
  locale: string,
  own: string,
): (id: string, part: string | undefined) => NoteTarget | undefined {
  const folder = path.posix.dirname(`${DOCS}${own}`);
  const byId = mapById();
  return (id, part) => {
    const candidates = byId.get(id) ?? [];
    const page =
      candidates.find(({ place }) => place.locale === locale) ??
      candidates.find(({ place }) => place.locale === 'root');
    if (page === undefined) return undefined;
    const { title } = isRecord(page.yaml.value) ? page.yaml.value : {};
    const anchor = part !== undefined && listAnchors(page.document).includes(part) ? `#${part}` : '';
    return { href: path.posix.relative(folder, page.file) + anchor, title: String(title ?? id) };
  };
}
