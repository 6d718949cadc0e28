/** What the check needs to know of the site. */
import type { Languages } from '../kinds/field.ts';
import type { Site } from '../site-config.ts';

export type CheckedSite = Pick<Site, 'base' | 'locales' | 'strictCode' | 'strictIds'>;

/** Keys of the languages in data files. */
export function languagesOf({ locales }: Pick<Site, 'locales'>): Languages {
  return { main: locales.root?.lang ?? 'en', others: foldersOf({ locales }) };
}

/** Folders of the languages other than the main one. */
export function foldersOf({ locales }: Pick<Site, 'locales'>): string[] {
  return Object.keys(locales).filter((locale) => locale !== 'root');
}
