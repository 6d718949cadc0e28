/** What a page's head tells other programs: where the feed of its language is, where its text is as Markdown, and which address of its text is the right one. */
import site from 'virtual:study/site';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { foldersOf } from '../../content/check/checked-site.ts';
import { placeOf } from '../../content/place.ts';
import { feedAddress, RSS } from './name.ts';
import { hasTwin, twinAddress } from './twins.ts';

/** Completes the head of a page. */
export function linkOthers({ head, locale, isFallback, id }: StarlightRouteData): void {
  head.push(createAlternate('application/rss+xml', feedAddress(site.base, locale, RSS), site.title));
  if (hasTwin(placeOf(id, foldersOf(site)).path))
    head.push(createAlternate('text/markdown', twinAddress(id, isFallback === true)));
  // A page that is not translated is the same text once more.
  if (isFallback && locale !== undefined) pointToOriginal(head, locale);
}

function pointToOriginal(head: StarlightRouteData['head'], locale: string): void {
  const canonical = head.find(({ tag, attrs }) => tag === 'link' && attrs?.rel === 'canonical');
  const href = canonical?.attrs?.href;
  const start = new URL(`${site.base}${locale}/`, site.url).href;
  if (canonical?.attrs && typeof href === 'string' && href.startsWith(start)) {
    canonical.attrs.href = new URL(site.base, site.url).href + href.slice(start.length);
  }
}

function createAlternate(type: string, href: string, title?: string): StarlightRouteData['head'][number] {
  return { tag: 'link', attrs: { rel: 'alternate', type, href, ...(title && { title }) }, content: '' };
}
