/** What changed in the original of a translated page since the translation was made. */

import site from 'virtual:study/site';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { foldersOf } from '../content/check/checked-site.ts';
import { readPage } from '../content/page.ts';
import type { Section } from '../content/section.ts';
import { findDrift } from '../content/translation.ts';
import { getLibrary } from './library.ts';
import { files } from './site-files.ts';

/** `sections` are those that changed or are new; `isShorter` says that some are gone. */
export interface PageDrift {
  readonly href: string;
  readonly sections: readonly (Section & { readonly isNew: boolean })[];
}

export async function findPageDrift(
  { entry, locale, isFallback }: StarlightRouteData,
  id: string,
): Promise<PageDrift | undefined> {
  if (locale === undefined || isFallback || entry.filePath === undefined) return undefined;
  const original = (await getLibrary('root')).pages.get(id);
  if (original?.file === undefined || !files.has(original.file) || !files.has(entry.filePath)) return undefined;
  const [from, to] = [original.file, entry.filePath].map((file) => readPage(files, file, foldersOf(site)));
  const drift = from && to && findDrift(from, to);
  if (drift === undefined) return undefined;
  return {
    href: original.href,
    sections: [
      ...drift.changed.map((section) => ({ ...section, isNew: false })),
      ...drift.added.map((section) => ({ ...section, isNew: true })),
    ],
  };
}
