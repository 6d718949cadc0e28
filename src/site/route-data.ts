/** Completes what Starlight knows of each page: a sidebar of its area only, search filters, fallbacks out of search. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import type { InterfaceKey } from '../content/interface-words.ts';
import { FILE_META } from '../islands/problem-list.ts';
import { findExercise } from './exercise-pages.ts';
import type { Area, LibraryPage } from './library.ts';
import { PLAYGROUND, PROGRESS } from './own-pages.ts';
import { type CurrentPage, findCurrentPage, itemsOfArea } from './page.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type Translate = (key: InterfaceKey) => string;
type TocItem = NonNullable<StarlightRouteData['toc']>['items'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const current = await findCurrentPage(route);
  const { kind, page, area } = current;
  const exercise = kind === 'exercise' && page ? findExercise(page.path) : undefined;
  route.sidebar = createSidebar(current, route.lang, locals.t('study.kind.area'));
  route.pagination = createPagination(current, route.lang);
  if (kind === 'area') route.toc?.items.push(createTocItem('all-notes', locals.t('study.notes')));
  if (page?.path === PROGRESS) route.toc?.items.push(...listProgressParts(current, locals.t));
  // Pagefind sorts pages by <html lang>: an English text on a Spanish page would be stemmed as Spanish.
  if (route.isFallback) route.entry.data.pagefind = false;
  if (import.meta.env.DEV && route.entry.filePath) route.head.push(createMeta(FILE_META, route.entry.filePath));
  route.head.push(
    createFilter('kind', kind === 'home' ? 'page' : kind),
    ...(area ? [createFilter('area', area.overview.title)] : []),
    ...(page?.level ? [createFilter('level', page.level)] : []),
    ...(exercise ? [createFilter('level', exercise.level)] : []),
  );
});

/** The areas, the current one opened: printing every page of the site in every page grows with the square. */
function createSidebar({ library, page, area, guide }: CurrentPage, lang: string, overview: string): SidebarEntry[] {
  const current = area ?? guide;
  const own = [PROGRESS, PLAYGROUND].flatMap((id) => library.pages.get(id) ?? []);
  const folders = [...library.areas, ...library.guides].sort(byPlace).map((area): SidebarEntry => {
    if (area !== current) return linkTo(area.overview, { lang, items: itemsOfArea(area) });
    return {
      type: 'group',
      label: area.overview.title,
      collapsed: false,
      badge: undefined,
      entries: [
        {
          ...linkTo(area.overview, { lang, items: itemsOfArea(area), isCurrent: area.overview === page }),
          label: overview,
        },
        ...area.notes.map((note) => linkTo(note, { lang, items: note.items, isCurrent: note === page })),
      ],
    };
  });
  return [...own.map((other) => linkTo(other, { lang, isCurrent: other === page })), ...folders];
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
  const hasRoadmaps = library.guides.some(({ id }) => id === 'roadmaps');
  return [
    ...(library.areas.length > 0 ? [createTocItem('totals', t('study.totals.title'))] : []),
    createTocItem('week', t('study.week.title')),
    createTocItem('areas', t('study.areas')),
    ...(hasRoadmaps ? [createTocItem('roadmaps', t('study.roadmaps.title'))] : []),
    createTocItem('backup', t('study.backup.title')),
    createTocItem('tables', t('study.export.title')),
  ];
}

function createTocItem(slug: string, text: string): TocItem {
  return { depth: 2, slug, text, children: [] };
}

interface LinkOptions {
  readonly lang: string;
  readonly items?: readonly string[];
  readonly isCurrent?: boolean;
}

/** The badge says how many items there are until the page's script says how many of them are done. */
function linkTo(page: LibraryPage, { lang, items = [], isCurrent = false }: LinkOptions): SidebarLink {
  return {
    type: 'link',
    label: page.title,
    href: page.href,
    isCurrent,
    badge: items.length > 0 ? { text: String(items.length), variant: 'default', class: 'study-count' } : undefined,
    attrs: {
      ...(page.lang !== lang && { lang: page.lang }),
      ...(items.length > 0 && { 'data-items': items.join(' ') }),
    },
  };
}

function createMeta(name: string, content: string): StarlightRouteData['head'][number] {
  return { tag: 'meta', attrs: { name, content }, content: '' };
}

function createFilter(name: string, value: string): StarlightRouteData['head'][number] {
  return { tag: 'meta', attrs: { 'data-pagefind-filter': `${name}[content]`, content: value }, content: '' };
}
