/** Which notes link to which page, in the language of a folder. */
import site, { root } from 'virtual:study/site';
import { type Backlink, listBacklinks } from '../content/backlink.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';

const built = new Map<string, ReadonlyMap<string, readonly Backlink[]>>();

/**
 * @param path of the page that is linked to
 * @param locale folder of the language, `root` for the main one
 */
export function backlinksOf(path: string, locale: string): readonly Backlink[] {
  // While writing, links come and go.
  const known = import.meta.env.DEV ? undefined : built.get(locale);
  const links = known ?? listBacklinks(openDiskFiles(root), { base: site.base, locales: foldersOf(site) }, locale);
  built.set(locale, links);
  return links.get(path) ?? [];
}
