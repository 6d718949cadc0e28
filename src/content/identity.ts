/**
 * Ids are what readers' progress hangs on: no two things may share one, a translation must have those of its original,
 * and what a page names must exist.
 */
import { findNearest } from './nearest.ts';
import type { NamedId, PageFile } from './page-file.ts';
import type { Problem } from './problem.ts';

/** Checks the ids of all pages of a site. */
export function checkIdentity(pages: readonly PageFile[]): Problem[] {
  const originals = new Map(
    pages.filter(({ place }) => place.locale === 'root').map((page) => [page.place.path, page]),
  );
  const ids = pages.map(({ id }) => id.id);
  return [
    ...findDuplicatePages(pages),
    ...pages.flatMap((page) => [
      ...findDuplicateItems(page),
      ...findDifferences(page, originals.get(page.place.path)),
      ...[...page.requires, ...page.leadsTo].flatMap((named) => findUnknown(page, named, ids)),
    ]),
    ...findCycles([...originals.values()]),
  ];
}

function findDuplicatePages(pages: readonly PageFile[]): Problem[] {
  const first = new Map<string, PageFile>();
  return pages.flatMap((page) => {
    const key = `${page.place.locale} ${page.id.id}`;
    const other = first.get(key);
    first.set(key, other ?? page);
    if (other === undefined) return [];
    return [
      at(
        page,
        page.id,
        'id-duplicate',
        `the id "${page.id.id}" is that of ${other.file} too`,
        'give one of them another, since readers’ progress is kept under it; or name the language of its folder in site.config.ts',
      ),
    ];
  });
}

function findDuplicateItems(page: PageFile): Problem[] {
  const seen = new Set<string>(page.document.headings);
  return page.document.items.flatMap((item) => {
    const isNew = !seen.has(item.id);
    seen.add(item.id);
    if (isNew) return [];
    return [
      at(
        page,
        item,
        'item-duplicate',
        `another item or a heading of this page has the id "${item.id}"`,
        'give the item another id after its ^',
      ),
    ];
  });
}

/** A translation is the same page: ticks made in one language count in the other. */
function findDifferences(page: PageFile, original: PageFile | undefined): Problem[] {
  if (original === undefined || original === page) return [];
  const [own, wanted] = [page, original].map(({ document }) => document.items.map(({ id }) => id));
  return [
    ...(page.id.id === original.id.id
      ? []
      : [
          at(
            page,
            page.id,
            'translation-id',
            `the id is "${page.id.id}" here and "${original.id.id}" in ${original.file}`,
            'a translation has the id of its original',
          ),
        ]),
    ...(wanted ?? [])
      .filter((id) => !own?.includes(id))
      .map((id) =>
        at(
          page,
          page.id,
          'translation-item',
          `the item "${id}" of ${original.file} is missing`,
          `translate it and end its line with ^${id}`,
        ),
      ),
    ...page.document.items
      .filter(({ id }) => !wanted?.includes(id))
      .map((item) =>
        at(
          page,
          item,
          'translation-item',
          `${original.file} has no item "${item.id}"`,
          'end the line with the ^id that the original has',
        ),
      ),
  ];
}

function findUnknown(page: PageFile, named: NamedId, ids: readonly string[]): Problem[] {
  if (ids.includes(named.id)) return [];
  const nearest = findNearest(named.id, [...new Set(ids)]);
  const hint = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : 'name the id of a page';
  return [at(page, named, 'reference-unknown', `there is no page with the id "${named.id}"`, hint)];
}

/** Notes that are to be read before each other could never be begun. */
function findCycles(pages: readonly PageFile[]): Problem[] {
  const byId = new Map(pages.map((page) => [page.id.id, page]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (page: PageFile, trail: readonly string[]): void => {
    const { id } = page.id;
    if (done.has(id)) return;
    for (const named of page.requires) {
      const start = [...trail, id].indexOf(named.id);
      const next = byId.get(named.id);
      if (start >= 0) {
        const cycle = [...[...trail, id].slice(start), named.id].join(' → ');
        problems.push(
          at(
            page,
            named,
            'reference-cycle',
            `these notes require each other: ${cycle}`,
            'take one of them out of `requires`',
          ),
        );
      } else if (next !== undefined) visit(next, [...trail, id]);
    }
    done.add(id);
  };
  for (const page of pages) visit(page, []);
  return problems;
}

function at(
  { file }: PageFile,
  { line, column = 1 }: { line: number; column?: number },
  code: string,
  message: string,
  hint: string,
): Problem {
  return { file, line, column, code, message, hint };
}
