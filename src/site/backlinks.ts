/** Which notes link to which page, in the language of a folder. */
import site from 'virtual:study/site';
import { type Backlink, listBacklinks } from '../content/backlink.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { keepByKey } from './keep.ts';
import { files } from './site-files.ts';

const listLinks = keepByKey((locale) => listBacklinks(files, { base: site.base, locales: foldersOf(site) }, locale));

/**
 * @param path of the page that is linked to
 * @param locale folder of the language, `root` for the main one
 */
export function backlinksOf(path: string, locale: string): readonly Backlink[] {
  return listLinks(locale).get(path) ?? [];
}
