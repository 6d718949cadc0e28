/**
 * Ids are what readers' progress hangs on: no two things may share one, a translation must have those of its original,
 * and what a page names must exist.
 */
import type { Code } from '../codes/table.ts';
import { findNearest } from '../nearest.ts';
import { isRecord, type NamedId, type Page } from '../page.ts';
import type { Problem } from '../problem.ts';

/** Checks the ids of all pages of a site. */
export function checkIdentity(pages: readonly Page[]): Problem[] {
  const originals = new Map(
    pages.filter(({ place }) => place.locale === 'root').map((page) => [page.place.path, page]),
  );
  const ids = new Set(pages.map(({ id }) => id.id));
  const renamed = new Map(pages.flatMap((page) => listFormerIds(page).map((former) => [former, page.id.id])));
  return [
    ...findDuplicatePages(pages),
    ...pages.flatMap((page) => [
      ...findDuplicateItems(page),
      ...findUnknownItems(page),
      ...findDifferences(page, originals.get(page.place.path)),
      ...[page.requires, page.leadsTo].flatMap((list) => findRepeated(page, list)),
      ...[...page.requires, ...page.leadsTo].flatMap((named) => findUnknown(page, named, ids, renamed)),
    ]),
    ...findCycles([...originals.values()]),
  ];
}

function findDuplicatePages(pages: readonly Page[]): Problem[] {
  const first = new Map<string, Page>();
  return pages.flatMap((page) => {
    const key = `${page.place.locale} ${page.id.id}`;
    const other = first.get(key);
    first.set(key, other ?? page);
    if (other === undefined) return [];
    const hint = 'give one of them another, since readers’ progress is kept under it';
    const more = isLikeTranslation(page, other)
      ? '; if one translates the other, name its language in site.config.ts'
      : '';
    return [at(page, page.id, 'id-duplicate', `the id "${page.id.id}" is that of ${other.file} too`, hint + more)];
  });
}

/** Whether one lies as the other does, in a folder more. */
function isLikeTranslation(page: Page, other: Page): boolean {
  const [short = '', long = ''] = [page.place.path, other.place.path].sort((a, b) => a.length - b.length);
  return short === '' || long.endsWith(`/${short}`);
}

function findDuplicateItems(page: Page): Problem[] {
  const { headings, items } = page.document;
  const first = new Map(headings.map(({ id, line }) => [id, `the heading of line ${line}`]));
  return items.flatMap((item) => {
    const other = first.get(item.id);
    first.set(item.id, other ?? `the item of line ${item.line}`);
    if (other === undefined) return [];
    const hint = item.isExplicit
      ? 'give the item another id after its ^'
      : `end the line with an id of its own, such as ^${item.id}-2`;
    return [at(page, item, 'item-duplicate', `${other} has the id "${item.id}" too`, hint)];
  });
}

/** Former ids count only where they stand beside an item that is there. */
function findUnknownItems(page: Page): Problem[] {
  const { document, yaml } = page;
  const wasItems = isRecord(yaml.value) && isRecord(yaml.value.wasItems) ? yaml.value.wasItems : {};
  const ids = document.items.map(({ id }) => id);
  if (document.syntaxProblem !== undefined) return [];
  return Object.keys(wasItems)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const nearest = findNearest(id, ids);
      const hint = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : 'name the id that the item has now';
      const message = `this page has no checklist item "${id}"`;
      return at(page, yaml.positionOfKey(['wasItems'], id), 'reference-unknown', message, hint);
    });
}

function listFormerIds({ yaml }: Page): string[] {
  const was = isRecord(yaml.value) && Array.isArray(yaml.value.was) ? yaml.value.was : [];
  return was.filter((former) => typeof former === 'string');
}

/** A translation is the same page: ticks made in one language count in the other. */
function findDifferences(page: Page, original: Page | undefined): Problem[] {
  if (original === undefined || page.place.locale === 'root') return [];
  const [own, wanted] = [page, original].map(({ document }) => document.items.map(({ id }) => id));
  // Of MDX that cannot be read no item is known, and a draft may be half translated.
  const isCompared = !page.isDraft && [page, original].every(({ document }) => document.syntaxProblem === undefined);
  return [
    // A page without an id is told so, and what it should be.
    ...(page.id.id === original.id.id || !page.hasId || !original.hasId
      ? []
      : [
          at(
            page,
            page.id,
            'translation-id',
            `the id is "${page.id.id}" here and "${original.id.id}" in ${original.file}`,
            `write id: ${original.id.id}, since readers’ progress is kept under it in every language`,
          ),
        ]),
    ...(wanted ?? [])
      .filter((id) => isCompared && !own?.includes(id))
      .map((id) =>
        at(
          page,
          page.id,
          'translation-item',
          `the item "${id}" of ${original.file} is missing`,
          `translate it, with ^${id} at the end of its line`,
        ),
      ),
    ...page.document.items
      .filter(({ id }) => isCompared && !wanted?.includes(id))
      .map((item) =>
        at(
          page,
          item,
          'translation-item',
          `${original.file} has no item "${item.id}"`,
          'end the line with the ^id that the item has in the original, or add the item there',
        ),
      ),
  ];
}

function findRepeated(page: Page, list: readonly NamedId[]): Problem[] {
  return list
    .filter(({ id }, index) => list.findIndex((other) => other.id === id) < index)
    .map((named) =>
      at(page, named, 'reference-repeated', `"${named.id}" is named a second time`, 'take one of the two out'),
    );
}

function findUnknown(
  page: Page,
  named: NamedId,
  ids: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
): Problem[] {
  if (ids.has(named.id)) return [];
  const present = renamed.get(named.id);
  const nearest = present === undefined ? findNearest(named.id, [...ids]) : [present];
  const hint = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : 'name the id of a page';
  return [at(page, named, 'reference-unknown', `there is no page with the id "${named.id}"`, hint)];
}

/** Notes that are to be read before each other could never be begun. */
function findCycles(pages: readonly Page[]): Problem[] {
  const byId = new Map(pages.map((page) => [page.id.id, page]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (page: Page, trail: readonly string[]): void => {
    const { id } = page.id;
    if (done.has(id)) return;
    for (const named of page.requires) {
      const start = [...trail, id].indexOf(named.id);
      const next = byId.get(named.id);
      if (start >= 0) {
        const cycle = [...[...trail, id].slice(start), named.id].join(' → ');
        const message = named.id === id ? 'this note requires itself' : `these notes require each other: ${cycle}`;
        const hint = named.id === id ? 'take it out of `requires`' : 'take one of them out of `requires`';
        problems.push(at(page, named, 'reference-cycle', message, hint));
      } else if (next !== undefined) visit(next, [...trail, id]);
    }
    done.add(id);
  };
  for (const page of pages) visit(page, []);
  return problems;
}

function at(
  { file }: Page,
  { line, column = 1 }: { line: number; column?: number },
  code: Code,
  message: string,
  hint: string,
): Problem {
  return { file, line, column, code, message, hint };
}
