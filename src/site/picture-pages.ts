/** The contact sheet of pictures, in every language those of its own pages. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { chooseAreaColor } from '../content/area-color.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { type DrawnPicture, listDrawnPictures } from '../content/drawn-picture.ts';
import { PICTURES_PAGE } from '../content/generated-page.ts';
import { keepFor } from '../content/keep-for.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS, isRecord, type Page, readPages } from '../content/page.ts';
import { type SheetPage, type SheetSection, writePictureSheet } from '../content/picture-sheet.ts';
import { addressOf, areaOf, placeOf } from '../content/place.ts';
import { viewAddressOf } from '../content/repository-link.ts';
import { ROADMAPS } from '../content/roadmap-page.ts';
import { listRoadmapMaps } from './roadmap-pages.ts';
import { files } from './site-files.ts';

const shape = { base: site.base, locales: foldersOf(site) };

/** Texts by the path of the page, language included. */
export function writePicturePages(): [path: string, text: GeneratedText][] {
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const pages = readPages(files, shape.locales).filter(({ isDraft }) => !isDraft);
  return Object.keys(site.locales).map((locale) => {
    const own = locale === 'root' ? PICTURES_PAGE : `${locale}/${PICTURES_PAGE}`;
    const t = words(new URL(`file://${root}/${DOCS}${own}.md`));
    const sections = [...listSections(pages, locale), { title: t('study.roadmaps.title'), pages: listMaps(locale) }];
    return [own, writePictureSheet(sections, t)];
  });
}

/** A folder is a section, in the order of the folders; pages that lie in none come first. */
function listSections(pages: readonly Page[], locale: string): SheetSection[] {
  const originals = pages.filter(({ place }) => place.locale === 'root').toSorted((a, b) => orderOf(a) - orderOf(b));
  const folders = listFolders(originals);
  const foldersOfNotes = listFolders(originals.filter(({ isNote }) => isNote));
  const overviews = originals.filter(({ place }) => folders.has(place.path));
  const areas = overviews.filter(({ place }) => foldersOfNotes.has(place.path));
  const paths = new Set(overviews.map(({ place }) => place.path));
  const byFolder = Map.groupBy(originals, ({ place }) => {
    const area = areaOf(place.path);
    return area !== undefined && paths.has(area) ? area : undefined;
  });
  const own = pages.filter(({ place }) => place.locale === locale);
  const byPath = new Map(own.toReversed().map((page) => [page.place.path, page]));
  const list = (folder: string | undefined) =>
    (byFolder.get(folder) ?? [])
      .toSorted((a, b) => Number(b.place.path === folder) - Number(a.place.path === folder))
      .flatMap((original) => byPath.get(original.place.path) ?? [])
      .flatMap((page) => {
        const index = areas.findIndex(({ place }) => place.path === page.place.path);
        const color = index === -1 ? undefined : chooseAreaColor(index, numberOf(areas[index], 'color'));
        return listPage(page, color);
      });
  return [undefined, ...overviews.map(({ place }) => place.path)].map((folder) => {
    const overview = [...own, ...originals].find(({ place }) => place.path === (folder ?? ''));
    return { title: titleOf(overview), pages: list(folder) };
  });
}

/** Paths that a page lies below. */
function listFolders(pages: readonly Page[]): Set<string> {
  return new Set(
    pages.flatMap(({ place: { path } }) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))),
  );
}

function listPage(page: Page, hue: number | undefined): SheetPage[] {
  const pictures = keepPictures(page, undefined, () => listPictures(page));
  if (pictures.length === 0) return [];
  const { file, place } = page;
  const source = viewAddressOf(site.repository) + file;
  return [{ title: titleOf(page), address: `/${place.path}/`.replace('//', '/'), file, source, hue, pictures }];
}

const keepPictures = keepFor<Page, readonly DrawnPicture[]>();

function listPictures({ file, document, place }: Page): DrawnPicture[] {
  const resolve = (url: string) => {
    if (!url.startsWith('.')) return url;
    const target = path.posix.join(path.posix.dirname(file), url);
    return `/${placeOf(target.slice(DOCS.length), shape.locales).path}/`;
  };
  return listDrawnPictures(document, { file, folder: path.posix.dirname(sheetFile(place.locale)), resolve });
}

function sheetFile(locale: string): string {
  return `${DOCS}${locale === 'root' ? '' : `${locale}/`}${PICTURES_PAGE}.md`;
}

function listMaps(locale: string): SheetPage[] {
  return listRoadmapMaps(locale).map(({ id, title, html }) => {
    const address = addressOf({ locale, path: `${ROADMAPS}/${id}` }, shape);
    const file = `content/${ROADMAPS}/${id}.yaml`;
    const markdown = html.replaceAll('href="#', `href="${address}#`);
    const picture = { kind: 'map', title: undefined, words: [], line: 1, markdown } as const;
    const source = viewAddressOf(site.repository) + file;
    return { title, address: `/${ROADMAPS}/${id}/`, file, source, hue: undefined, pictures: [picture] };
  });
}

function titleOf(page: Page | undefined): string {
  const data = page?.yaml.value;
  return isRecord(data) ? String(data.title ?? page?.file) : site.title;
}

function orderOf(page: Page): number {
  return numberOf(page, 'order') ?? Number.POSITIVE_INFINITY;
}

function numberOf(page: Page | undefined, key: string): number | undefined {
  const data = page?.yaml.value;
  const value = isRecord(data) ? data[key] : undefined;
  return typeof value === 'number' ? value : undefined;
}
