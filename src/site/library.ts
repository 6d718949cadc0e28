/** What the site holds, seen from a page: areas, their notes, and the checklist items of each note, in one language. */
import { type CollectionEntry, getCollection } from 'astro:content';
import site from 'virtual:study/site';
import { chooseAreaColor } from '../content/area-color.ts';
import { type ChecklistItem, formerKeys, itemKey } from '../content/checklist.ts';
import { parseDocument } from '../content/document.ts';
import type { Level } from '../content/kinds/field.ts';
import { readPage } from '../content/page.ts';
import { addressOf, areaOf, placeOf } from '../content/place.ts';
import { shareInProcess } from '../content/share.ts';
import { createItemToken } from '../domain/item-token.ts';
import { deckOfPath } from './deck-path.ts';
import { keepByKey } from './keep.ts';
import { readText } from './page-texts.ts';
import { files } from './site-files.ts';

/** A page as other pages show it. `lang` differs from the reader's where the page is not translated yet. */
export interface LibraryPage {
  readonly id: string;
  /** The id, with those that the page had: see item-token.ts. */
  readonly token: string;
  readonly path: string;
  readonly href: string;
  /** Relative to the project; `undefined` where the site makes the page itself. */
  readonly file: string | undefined;
  /** The file of the main language, which a translation was made from. */
  readonly originalFile: string | undefined;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** Of an area's overview, where it chooses one. */
  readonly color: number | undefined;
  readonly level: Level | undefined;
  readonly minutes: number | undefined;
  readonly requires: readonly string[];
  readonly leadsTo: readonly string[];
  /** Tokens of the page's checklist items: their keys in the reader's record, former ones included. */
  readonly items: readonly string[];
}

/** An area: its overview page and its notes, in reading order. */
export interface Area {
  readonly id: string;
  readonly overview: LibraryPage;
  readonly notes: readonly LibraryPage[];
  /** Which color of the palette, see area-color.ts; a guide has none. */
  readonly color?: number;
}

/** All areas and pages in one language; pages that are not translated appear in the main one. */
export interface Library {
  readonly areas: readonly Area[];
  /** Folders without a note, such as the guide for authors: they have pages to lead through, and nothing to study. */
  readonly guides: readonly Area[];
  readonly pages: ReadonlyMap<string, LibraryPage>;
  /** Pages that lie in no folder and lead to none. */
  readonly loose: readonly LibraryPage[];
}

type DocsEntry = CollectionEntry<'docs'>;

const locales = Object.keys(site.locales).filter((locale) => locale !== 'root');

/** The library in the language of a locale folder, `root` for the main one. */
export const getLibrary = keepByKey(createLibrary);

/** Permanent id of a page: what its frontmatter says, or its path. */
export function idOf(entry: DocsEntry): string {
  return entry.data.id ?? placeOf(entry.id, locales).path;
}

/** A page, or a part of it in a language that has the part. @param reference `python-internals/gil#what-the-lock-guards` */
export function findPart(library: Library, reference: string): LibraryPage | undefined {
  const [id = '', part] = reference.split('#');
  const found = library.pages.get(id);
  // Anchors are those of the main language.
  const hasPart = part !== undefined && found?.lang === site.locales.root?.lang;
  return found && hasPart ? { ...found, href: `${found.href}#${part}` } : found;
}

async function createLibrary(locale: string): Promise<Library> {
  const entries = await getCollection('docs', ({ data }) => import.meta.env.DEV || !data.draft);
  const byPath = new Map<string, DocsEntry>();
  const originals = new Map<string, DocsEntry>();
  for (const wanted of ['root', locale]) {
    for (const entry of entries) {
      const place = placeOf(entry.id, locales);
      if (place.locale === wanted) byPath.set(place.path, entry);
      if (place.locale === 'root') originals.set(place.path, entry);
    }
  }
  const pages = [...byPath].map(([path, entry]) => toPage(path, entry, originals.get(path) ?? entry, locale));
  const single = pages.filter(({ path }) => path !== '' && !path.includes('/'));
  const byFolder = Map.groupBy(
    pages.filter(({ path }) => path.includes('/')),
    ({ path }) => areaOf(path),
  );
  const folders = single
    .filter(({ path }) => byFolder.has(path))
    .sort(byOrder)
    .map((overview) => createFolder(overview, [overview, ...(byFolder.get(overview.path) ?? [])]));
  return {
    areas: folders.filter(hasNotes).map((folder, place) => ({
      ...folder,
      color: chooseAreaColor(place, folder.overview.color),
      notes: folder.notes.filter(isNote),
    })),
    guides: folders.filter((folder) => !hasNotes(folder)),
    pages: new Map(pages.map((page) => [page.id, page])),
    loose: single.filter(({ path }) => !byFolder.has(path)),
  };
}

/** What lies deeper is led to by its own folder's overview. @param pages the overview and all that lie below it */
function createFolder(overview: LibraryPage, pages: readonly LibraryPage[]): Area {
  const isLed = ({ path, level }: LibraryPage) =>
    level !== undefined || path.split('/').length === 2 || deckOfPath(path) !== undefined;
  return { id: overview.path, overview, notes: pages.filter(isLed).sort(byOrder) };
}

function hasNotes({ notes }: Area): boolean {
  return notes.some(isNote);
}

function isNote({ level }: LibraryPage): boolean {
  return level !== undefined;
}

/** @param original what former ids are written in: a translation need not repeat them */
function toPage(path: string, entry: DocsEntry, original: DocsEntry, locale: string): LibraryPage {
  const { data, filePath } = entry;
  const id = idOf(entry);
  const own = site.locales[placeOf(entry.id, locales).locale];
  return {
    id,
    token: createItemToken(id, original.data.was ?? []),
    path,
    file: filePath,
    originalFile: original.filePath,
    href: addressOf({ locale, path }, { base: site.base, locales }),
    lang: own?.lang ?? 'en',
    title: data.title,
    description: data.description ?? '',
    order: data.order ?? Number.MAX_SAFE_INTEGER,
    color: original.data.color,
    level: data.level,
    minutes: data.minutes,
    requires: data.requires ?? [],
    leadsTo: data.leadsTo ?? [],
    items: readItemIds(entry).map((item) => createItemToken(itemKey(id, item), formerKeys(id, item, original.data))),
  };
}

/** What every item has, and much else. */
const BOX = /\[\s*[xX]?\s*\]/;

/** By the mark of its text: while somebody writes, this module is loaded again with every change of the collection. */
const itemIds = shareInProcess('item-ids', () => new Map<string, readonly string[]>());

function readItemIds({ body = '', filePath }: DocsEntry): readonly string[] {
  const known = itemIds.get(body);
  if (known !== undefined) return known;
  const isOnDisk = filePath !== undefined && files.has(filePath);
  const ids = (isOnDisk ? readPage(files, filePath, locales).document.items : readItems(readText(body))).map(
    ({ id }) => id,
  );
  itemIds.set(body, ids);
  return ids;
}

/** Few of the pages that the site makes have items, and to parse all of them takes longer than a page that is waited for. */
function readItems(text: string): readonly ChecklistItem[] {
  return BOX.test(text) ? parseDocument(text, 'md').items : [];
}

function byOrder(a: LibraryPage, b: LibraryPage): number {
  return a.order - b.order || a.title.localeCompare(b.title);
}
