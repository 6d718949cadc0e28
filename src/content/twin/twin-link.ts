/** Where a link of a page leads when its text is read somewhere else. The content check has seen that there is something. */
import path from 'node:path';
import { DOCS } from '../page.ts';
import { addressOf, placeOf, type SiteShape } from '../place.ts';
import type { Site } from '../site-config.ts';

export interface LinkPlace {
  /** Path of the page's file, relative to the project; of a page that the site makes, where it would lie. */
  readonly file: string;
  readonly shape: SiteShape;
  /** Origin of the published site. */
  readonly origin: string;
  readonly repository: Site['repository'];
}

const SCHEME = /^([a-z][a-z0-9+.-]*:|\/\/|#)/i;
const DOCUMENT = /\.mdx?$/;

/**
 * The whole address of what a page links to, or shows.
 * @param url as it is written: `./orm.md#lazy`, `/roadmaps/sprint/`, `../picture.svg`
 * @example resolveTwinLink('./orm.md#lazy', place) // 'https://example.org/kb/django/orm/#lazy'
 */
export function resolveTwinLink(url: string, { file, shape, origin, repository }: LinkPlace): string {
  if (SCHEME.test(url)) return url;
  const [, pathname = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const own = placeOf(file.slice(DOCS.length), shape.locales);
  if (pathname.startsWith('/')) {
    const wanted = pathname.replace(/^\/|\/$/g, '');
    return new URL(addressOf({ locale: own.locale, path: wanted }, shape), origin).href + rest;
  }
  const target = path.posix.join(path.posix.dirname(file), decodeURI(pathname));
  if (DOCUMENT.test(target) && target.startsWith(DOCS)) {
    return new URL(addressOf(placeOf(target.slice(DOCS.length), shape.locales), shape), origin).href + rest;
  }
  // Pictures have other names on the site.
  return encodeURI(`${repository.url}/raw/${repository.branch}/${target}`);
}
