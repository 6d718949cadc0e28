/** What a page's head tells other programs: where the feed of its language is, and which address of its text is the right one. */
import site from 'virtual:study/site';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { feedAddress, RSS } from './name.ts';

/** Completes the head of a page. */
export function linkOthers({ head, locale, isFallback }: StarlightRouteData): void {
  const href = feedAddress(site.base, locale, RSS);
  head.push({
    tag: 'link',
    attrs: { rel: 'alternate', type: 'application/rss+xml', title: site.title, href },
    content: '',
  });
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
