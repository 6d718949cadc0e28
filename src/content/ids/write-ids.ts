/** Writes every id that is missing in the content: of pages, checklist items, entries of data files, and cards. */
import { cardPlace, readCardFiles } from '../card-file.ts';
import { addCardIds } from '../cards/card-ids.ts';
import { type CheckedSite, foldersOf, languagesOf } from '../check/checked-site.ts';
import { readDataFiles } from '../data-file.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { readPages } from '../page.ts';
import { addDataIds } from './data-ids.ts';
import type { Edit } from './edit.ts';
import { addPageIds } from './page-ids.ts';

/** New texts by path, of the files that lacked an id. */
export function writeIds(files: ContentFiles, site: CheckedSite): Map<string, Edit> {
  return new Map(
    [...editPages(files, site), ...editData(files, site), ...editCards(files, site)].filter(
      ([, { ids }]) => ids.length > 0,
    ),
  );
}

/** Originals first, since a translation takes the ids that its original has by then. */
function editPages(files: ContentFiles, site: CheckedSite): [path: string, edit: Edit][] {
  const pages = readPages(files, foldersOf(site)).filter(
    ({ source, document }) => source.text.trim() !== '' && document.syntaxProblem === undefined,
  );
  const originals = new Map(
    pages.filter(({ place }) => place.locale === 'root').map((page) => [page.place.path, page]),
  );
  return pages.map((page) => {
    const original = originals.get(page.place.path);
    return [page.file, addPageIds(page, original === page ? undefined : original)];
  });
}

function editData(files: ContentFiles, site: CheckedSite): [path: string, edit: Edit][] {
  const languages = languagesOf(site);
  return readDataFiles(files, languages).map(({ path, missing }) => {
    const entries = missing.filter((keys) => keys.at(-1) === 'id').map((keys) => keys.slice(0, -1));
    return [path, addDataIds(files.read(path).text, entries, languages.main)];
  });
}

/** Cards of a translation take theirs from the original by hand: only a person knows which is which. */
function editCards(files: ContentFiles, site: CheckedSite): [path: string, edit: Edit][] {
  const cardFiles = readCardFiles(files);
  const taken = new Set(cardFiles.flatMap(({ file }) => file.cards.flatMap(({ id, was }) => [id ?? [], was].flat())));
  return cardFiles
    .filter(({ path }) => cardPlace(path, foldersOf(site)).locale === 'root')
    .map(({ path }) => {
      const { text, added } = addCardIds(files.read(path).text, (id) => taken.has(id));
      for (const { id } of added) taken.add(id);
      return [path, { text, ids: added }];
    });
}
