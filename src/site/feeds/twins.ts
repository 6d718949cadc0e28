/** The pages that have a Markdown twin: all that are made of text, each in the languages that it is written in. */
import { type CollectionEntry, getCollection } from 'astro:content';
import site, { root } from 'virtual:study/site';
import { foldersOf } from '../../content/check/checked-site.ts';
import { PICTURES_PAGE } from '../../content/generated-page.ts';
import { createDocumentWords, langsOf } from '../../content/markdown/words.ts';
import { DOCS } from '../../content/page.ts';
import { addressOf, placeOf } from '../../content/place.ts';
import { type TwinLink, type TwinSection, writeTwin } from '../../content/twin/twin.ts';
import { findDeck } from '../deck-pages.ts';
import { deckOfPath } from '../deck-path.ts';
import { getLibrary, type Library, type LibraryPage } from '../library.ts';
import { OWN_PAGES } from '../own-pages.ts';
import { readText } from '../page-texts.ts';
import { files } from '../site-files.ts';
import { TWIN } from './name.ts';

type DocsEntry = CollectionEntry<'docs'>;

const shape = { base: site.base, locales: foldersOf(site) };
const words = createDocumentWords(`${root}/content`, langsOf(site));

/** What a tool of the site shows is made by its scripts; a sheet of pictures says nothing of its own. */
export async function listTwins(): Promise<DocsEntry[]> {
  const entries = await getCollection('docs', ({ data }) => import.meta.env.DEV || !data.draft);
  return entries.filter(({ id }) => hasTwin(placeOf(id, shape.locales).path));
}

/** @param path of a page, without language */
export function hasTwin(path: string): boolean {
  return !OWN_PAGES.includes(path) && path !== PICTURES_PAGE && path !== '404';
}

/** The address of a page's twin, with base; of a page that is not translated, that of its original's. */
export function twinAddress(page: string, isFallback: boolean): string {
  const place = placeOf(page, shape.locales);
  return addressOf(isFallback ? { ...place, locale: 'root' } : place, shape) + TWIN;
}

export async function describeTwin(entry: DocsEntry): Promise<string> {
  const { id, body = '', data, filePath } = entry;
  const place = placeOf(id, shape.locales);
  const file = filePath ?? `${DOCS}${id}.md`;
  const t = words(new URL(`file://${root}/${file}`));
  const library = await getLibrary(place.locale);
  return writeTwin({
    ...{ title: data.title, description: data.description ?? '', body: readText(body), file, files, shape },
    origin: site.url,
    repository: site.repository,
    address: whole(addressOf(place, shape)),
    more: writeCards(place.path, place.locale),
    sections: [
      ...listBelow(library, place.path, t('study.notes')),
      { title: t('study.sources'), links: (data.sources ?? []).map(describeSource) },
    ],
  });
}

/** What a page leads to beside its text. */
function listBelow({ areas, guides }: Library, path: string, title: string): TwinSection[] {
  const folders = [...areas, ...guides];
  if (path === '') return [{ title: site.title, links: folders.map(({ overview }) => describePage(overview)) }];
  const folder = folders.find(({ overview }) => overview.path === path);
  return folder === undefined ? [] : [{ title, links: folder.notes.map(describePage) }];
}

function describePage({ title, href, description }: LibraryPage): TwinLink {
  return { title, href: whole(href), description };
}

function describeSource({ title, url, supports }: NonNullable<DocsEntry['data']['sources']>[number]): TwinLink {
  return { title, href: url, description: supports };
}

/** Cards are no text of the page: it shows them by a component. */
function writeCards(path: string, locale: string): string {
  const id = deckOfPath(path);
  const deck = id === undefined ? undefined : findDeck(id, locale);
  return (deck?.cards ?? []).map(({ question, answer }) => `---\n\n${question}\n\n${answer}`.trimEnd()).join('\n\n');
}

function whole(address: string): string {
  return new URL(address, site.url).href;
}
