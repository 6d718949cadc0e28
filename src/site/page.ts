/** The page that is being rendered, and where it stands in the library. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { EXERCISES } from '../content/exercise/path.ts';
import { QUESTIONS } from '../content/interview-path.ts';
import { areaOf } from '../content/place.ts';
import { RESOURCES } from '../content/resource-page.ts';
import { type Area, getLibrary, idOf, type Library, type LibraryPage } from './library.ts';
import { criteriaOfPage } from './project-pages.ts';

/** What lies below a folder of its own, by the folder. */
const KINDS = {
  [EXERCISES]: 'exercise',
  roadmaps: 'roadmap',
  flashcards: 'deck',
  projects: 'project',
  interviews: 'interview',
} as const;

/** `catalog`: what leads to the pages of a folder; `guide`: what lies in a folder without notes. */
export type PageKind =
  | 'home'
  | 'note'
  | 'area'
  | 'catalog'
  | 'guide'
  | 'resources'
  | 'page'
  | (typeof KINDS)[keyof typeof KINDS];

/** `page` is missing on the 404 page only. */
export interface CurrentPage {
  readonly library: Library;
  readonly id: string;
  readonly kind: PageKind;
  readonly page: LibraryPage | undefined;
  readonly area: Area | undefined;
  /** The guide that the page belongs to; it has no area then. */
  readonly guide: Area | undefined;
  /** Language of the interface where the page's text is in another, for `lang` attributes; `undefined` where equal. */
  readonly interfaceLang: string | undefined;
}

export async function findCurrentPage(route: StarlightRouteData): Promise<CurrentPage> {
  const library = await getLibrary(route.locale ?? 'root');
  const id = idOf(route.entry);
  const page = library.pages.get(id);
  const isHere = ({ id }: Area) => id === areaOf(page?.path ?? '');
  const area = library.areas.find(isHere);
  const guide = library.guides.find(isHere);
  return {
    library,
    id,
    page,
    area,
    guide,
    kind: kindOf(page, area, guide),
    interfaceLang: route.lang === route.entryMeta.lang ? undefined : route.lang,
  };
}

function kindOf(page: LibraryPage | undefined, area: Area | undefined, guide: Area | undefined): PageKind {
  if (page?.path === '') return 'home';
  if (page?.path === RESOURCES) return 'resources';
  if (page?.path === QUESTIONS) return 'guide';
  if (page?.level !== undefined) return 'note';
  if (page !== undefined && area?.overview === page) return 'area';
  const folder = Object.entries(KINDS).find(([name]) => page?.path.startsWith(`${name}/`));
  if (folder !== undefined) return folder[1];
  if (guide === undefined) return 'page';
  return guide.overview === page ? 'catalog' : 'guide';
}

/** Keys of what counts on a page: of a project its criteria, which its milestones only lead to. */
export function countedItems({ path, items }: LibraryPage): readonly string[] {
  return criteriaOfPage(path) ?? items;
}

/** Keys of everything that can be ticked in an area; what a guide shows to try it out is nothing to study. */
export function itemsOfArea(area: Area): string[] {
  return area.notes.flatMap(({ level, items }) => (level === undefined ? [] : items));
}
