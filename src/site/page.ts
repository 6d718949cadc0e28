/** The page that is being rendered, and where it stands in the library. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { EXERCISES } from '../content/exercise/path.ts';
import { areaOf } from '../content/place.ts';
import { type Area, getLibrary, idOf, type Library, type LibraryPage } from './library.ts';

export type PageKind = 'home' | 'note' | 'area' | 'exercise' | 'page';

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
  return {
    library,
    id,
    page,
    area,
    guide: library.guides.find(isHere),
    kind: kindOf(page, area),
    interfaceLang: route.lang === route.entryMeta.lang ? undefined : route.lang,
  };
}

function kindOf(page: LibraryPage | undefined, area: Area | undefined): PageKind {
  if (page?.path === '') return 'home';
  if (page?.level !== undefined) return 'note';
  if (page?.path.startsWith(`${EXERCISES}/`)) return 'exercise';
  return page !== undefined && area?.overview === page ? 'area' : 'page';
}

/** Keys of everything that can be ticked in an area; what a guide shows to try it out is nothing to study. */
export function itemsOfArea(area: Area): string[] {
  return area.notes.flatMap(({ level, items }) => (level === undefined ? [] : items));
}
