/** Completes what Starlight knows of each page: a sidebar of its area only, search filters, fallbacks out of search. */
import site from 'virtual:study/site';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { NOT_SAVED_PAGE, OFFLINE_PAGE } from '../browser/offline/manifest.ts';
import { PICTURES_PAGE } from '../content/generated-page.ts';
import type { InterfaceKey } from '../content/interface-keys.ts';
import { INTERVIEWS } from '../content/interview-path.ts';
import { areaOf } from '../content/place.ts';
import { ROADMAPS } from '../content/roadmap-page.ts';
import { FILE_META } from '../islands/problem-list.ts';
import { listSiteDecks } from './deck-pages.ts';
import { deckOfPath, FLASHCARDS_PAGE } from './deck-path.ts';
import { findExercise } from './exercise-pages.ts';
import { linkOthers } from './feeds/page-head.ts';
import { writeHeadScript } from './head-script.ts';
import { APPLE_ICON, WEB_MANIFEST } from './install/name.ts';
import type { Area, LibraryPage } from './library.ts';
import { AREA_META } from './offline/grouping.ts';
import { OWN_PAGES, PLAYGROUND, PROGRESS, REVIEW } from './own-pages.ts';
import { type CurrentPage, countedItems, findCurrentPage, itemsOfArea } from './page.ts';
import { findProject } from './project-pages.ts';
import { TITLE_ONLY } from './search-page.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type Translate = (key: InterfaceKey) => string;
type TocItem = NonNullable<StarlightRouteData['toc']>['items'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

/** Of one folder in the sidebar; the largest of ours has 39. */
const MOST_LINKS = 80;

export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const current = await findCurrentPage(route);
  const { kind, page, area } = current;
  const exercise = kind === 'exercise' && page ? findExercise(page.path) : undefined;
  const project = kind === 'project' && page ? findProject(page.path)?.project : undefined;
  route.sidebar = createSidebar(current, route.lang, locals.t('study.kind.area'));
  route.pagination = createPagination(current, route.lang);
  route.head.push({ tag: 'script', content: writeHeadScript(site.siteId, kind === 'note') });
  if (kind === 'area') route.toc?.items.push(createTocItem('all-notes', locals.t('study.notes')));
  // What the worker shows under the addresses of other pages, and what shows only what stands on other pages.
  if (page?.path === NOT_SAVED_PAGE || page?.path === PICTURES_PAGE) route.head.push(createMeta('robots', 'noindex'));
  if (page?.path === OFFLINE_PAGE) route.toc?.items.push(...listOfflineParts(current, locals.t));
  if (kind === 'area' && listSiteDecks(route.locale ?? 'root').some((deck) => deck.area === current.area?.id)) {
    route.toc?.items.push(createTocItem('decks', locals.t('study.flashcards.title')));
  }
  if (page?.path === FLASHCARDS_PAGE) route.toc?.items.push(createTocItem('anki', locals.t('study.anki.title')));
  if (page?.path === PROGRESS) route.toc?.items.push(...listProgressParts(current, locals.t));
  if (page?.path === INTERVIEWS) {
    route.toc?.items.push(createTocItem('build', locals.t('study.interviews.build')));
    route.toc?.items.push(createTocItem('history', locals.t('study.interviews.history')));
  }
  if (page?.path === REVIEW) route.toc?.items.push(...listReviewParts(locals.t));
  // Pagefind sorts pages by <html lang>: an English text on a Spanish page would be stemmed as Spanish.
  if (route.isFallback) route.entry.data.pagefind = false;
  if ((exercise ?? project) && route.entry.data.pagefind === false) route.head.push(createMeta(TITLE_ONLY, 'true'));
  if (import.meta.env.DEV && route.entry.filePath) route.head.push(createMeta(FILE_META, route.entry.filePath));
  linkOthers(route, current);
  // Made at the end of a build.
  if (!import.meta.env.DEV) route.head.push(...linkInstall(route.locale));
  const ownArea = area?.id ?? areaOfNote(exercise?.notes[0] ?? project?.requires?.[0], current);
  if (ownArea) route.head.push(createMeta(AREA_META, ownArea));
  route.head.push(
    createFilter('kind', kind === 'home' ? 'page' : kind),
    ...(area ? [createFilter('area', area.overview.title)] : []),
    ...(page?.level ? [createFilter('level', page.level)] : []),
    ...(exercise ? [createFilter('level', exercise.level)] : []),
    ...(project ? [createFilter('level', project.level)] : []),
  );
});

/**
 * What is opened every day, the areas, then the other tools. Only the current folder is opened: printing every page of the
 * site in every page grows with the square.
 */
function createSidebar({ library, page, area, guide }: CurrentPage, lang: string, overview: string): SidebarEntry[] {
  const current = area ?? guide;
  const linkOwn = (id: string) => {
    const own = library.pages.get(id);
    return own === undefined ? [] : [linkTo(own, { lang, isCurrent: own === page })];
  };
  const loose = library.loose
    .filter(({ path }) => !OWN_PAGES.includes(path))
    .map((overview): Area => ({ id: overview.id, overview, notes: [] }));
  const others = [...library.guides, ...loose].sort(byPlace);
  const linkFolder = (area: Area): SidebarEntry => {
    const notes = area === current ? listNear(area, page) : [];
    const isCurrent = area.overview === page;
    // How far the reader is elsewhere, the first page and the progress page say: all items of the site in every page would
    // be a seventh of its bytes.
    if (notes.length === 0) return linkTo(area.overview, { lang, isCurrent, color: area.color });
    return {
      type: 'group',
      label: area.overview.title,
      collapsed: false,
      badge: undefined,
      entries: [
        {
          ...linkTo(area.overview, { lang, items: itemsOfArea(area), isCurrent, color: area.color }),
          label: overview,
        },
        ...notes.map((note) => linkTo(note, { lang, items: countedItems(note), isCurrent: note === page })),
      ],
    };
  };
  return [
    ...linkOwn(PROGRESS),
    ...linkOwn(REVIEW),
    ...others.filter(({ id }) => id === ROADMAPS).map(linkFolder),
    ...library.areas.toSorted(byPlace).map(linkFolder),
    ...linkOwn(PLAYGROUND),
    ...others.filter(({ id }) => id !== ROADMAPS).map(linkFolder),
  ];
}

/**
 * There are as many decks as all areas have notes: shown are those of the area that the page's deck is of. Of a folder with
 * more pages than anybody looks through, those around the current one are: its overview lists all.
 */
function listNear(folder: Area, page: LibraryPage | undefined): readonly LibraryPage[] {
  const deckArea = areaOf(deckOfPath(page?.path ?? '') ?? '');
  const notes = groupByDeckArea(folder).get(deckArea) ?? [];
  if (notes.length <= MOST_LINKS) return notes;
  const start = Math.max(0, notes.findIndex((note) => note === page) - MOST_LINKS / 2);
  return notes.slice(Math.min(start, notes.length - MOST_LINKS)).slice(0, MOST_LINKS);
}

const grouped = new WeakMap<Area, ReadonlyMap<string | undefined, readonly LibraryPage[]>>();

/** What is no deck has no area of one. */
function groupByDeckArea(folder: Area): ReadonlyMap<string | undefined, readonly LibraryPage[]> {
  const known = grouped.get(folder) ?? Map.groupBy(folder.notes, ({ path }) => areaOf(deckOfPath(path) ?? ''));
  grouped.set(folder, known);
  return known;
}

function byPlace(a: Area, b: Area): number {
  return a.overview.order - b.overview.order;
}

function createPagination({ area, guide, page }: CurrentPage, lang: string): StarlightRouteData['pagination'] {
  const folder = area ?? guide;
  const pages = folder === undefined ? [] : [folder.overview, ...folder.notes];
  const index = pages.findIndex((other) => other === page);
  const linkAt = (position: number) => {
    const other = index === -1 ? undefined : pages[position];
    return other && linkTo(other, { lang });
  };
  return { prev: linkAt(index - 1), next: linkAt(index + 1) };
}

/** What the progress page always shows; the rest depends on what its reader has done. */
function listProgressParts({ library }: CurrentPage, t: Translate): TocItem[] {
  const hasRoadmaps = library.guides.some(({ id }) => id === ROADMAPS);
  return [
    ...(library.areas.length > 0 ? [createTocItem('totals', t('study.totals.title'))] : []),
    createTocItem('week', t('study.week.title')),
    createTocItem('areas', t('study.areas')),
    ...(hasRoadmaps ? [createTocItem('roadmaps', t('study.roadmaps.title'))] : []),
    ...(library.guides.some(({ id }) => id === INTERVIEWS)
      ? [createTocItem('interviews', t('study.interviews.title'))]
      : []),
    ...(library.areas.length > 0 ? [createTocItem('standing', t('study.standing.title'))] : []),
    createTocItem('backup', t('study.backup.title')),
    createTocItem('tables', t('study.export.title')),
  ];
}

function listReviewParts(t: Translate): TocItem[] {
  return [
    createTocItem('settings', t('study.review.settings')),
    createTocItem('statistics', t('study.review.statistics')),
  ];
}

function listOfflineParts({ library }: CurrentPage, t: Translate): TocItem[] {
  return [
    ...(library.areas.length > 0 ? [createTocItem('areas', t('study.offline.areas'))] : []),
    createTocItem('languages', t('study.offline.languages')),
    createTocItem('more', t('study.offline.more')),
  ];
}

/** @param reference id of a note, and perhaps of a part of it */
function areaOfNote(reference: string | undefined, { library }: CurrentPage): string | undefined {
  const note = library.pages.get(reference?.split('#')[0] ?? '');
  return note && library.areas.find(({ id }) => id === areaOf(note.path))?.id;
}

function createTocItem(slug: string, text: string): TocItem {
  return { depth: 2, slug, text, children: [] };
}

interface LinkOptions {
  readonly lang: string;
  readonly items?: readonly string[];
  readonly isCurrent?: boolean;
  /** Of the area that the link leads to. */
  readonly color?: number | undefined;
}

/** The badge says how many items there are until the page's script says how many of them are done. */
function linkTo(page: LibraryPage, { lang, items = [], isCurrent = false, color }: LinkOptions): SidebarLink {
  return {
    type: 'link',
    label: page.title,
    href: page.href,
    isCurrent,
    badge: items.length > 0 ? { text: String(items.length), variant: 'default', class: 'study-count' } : undefined,
    attrs: {
      ...(page.lang !== lang && { lang: page.lang }),
      ...(items.length > 0 && { 'data-items': items.join(' ') }),
      ...(color !== undefined && { 'data-hue': String(color) }),
    },
  };
}

function linkInstall(locale: string | undefined): StarlightRouteData['head'] {
  const link = (rel: string, path: string) => ({
    tag: 'link' as const,
    attrs: { rel, href: `${site.base}${path}` },
    content: '',
  });
  return [
    link('manifest', locale === undefined ? WEB_MANIFEST : `${locale}/${WEB_MANIFEST}`),
    link('apple-touch-icon', APPLE_ICON),
  ];
}

function createMeta(name: string, content: string): StarlightRouteData['head'][number] {
  return { tag: 'meta', attrs: { name, content }, content: '' };
}

function createFilter(name: string, value: string): StarlightRouteData['head'][number] {
  return { tag: 'meta', attrs: { 'data-pagefind-filter': `${name}[content]`, content: value }, content: '' };
}
