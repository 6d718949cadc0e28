/** What a page's head tells other programs: where the feed of its language is, where its text is as Markdown, and which address of its text is the right one. */
import site from 'virtual:study/site';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { foldersOf } from '../../content/check/checked-site.ts';
import { placeOf } from '../../content/place.ts';
import type { CurrentPage } from '../page.ts';
import { type CardLink, findCard } from '../social-cards/card-address.ts';
import { CARD_SIZE } from '../social-cards/card-size.ts';
import { feedAddress, RSS } from './name.ts';
import { hasTwin, twinAddress } from './twins.ts';

/** Completes the head of a page. */
export function linkOthers({ head, locale, isFallback, id }: StarlightRouteData, current: CurrentPage): void {
  head.push(createAlternate('application/rss+xml', feedAddress(site.base, locale, RSS), site.title));
  if (hasTwin(placeOf(id, foldersOf(site)).path))
    head.push(createAlternate('text/markdown', twinAddress(id, isFallback === true)));
  const card = findCard(current, locale ?? 'root');
  if (card) head.push(...showCard(card));
  // A page that is not translated is the same text once more.
  if (isFallback && locale !== undefined) pointToOriginal(head, locale);
}

/** @see https://ogp.me */
function showCard({ address, alt }: CardLink): StarlightRouteData['head'] {
  const properties = {
    'og:image': address,
    'og:image:alt': alt,
    'og:image:width': String(CARD_SIZE.width),
    'og:image:height': String(CARD_SIZE.height),
  };
  return Object.entries(properties).map(([property, content]) => ({
    tag: 'meta' as const,
    attrs: { property, content },
    content: '',
  }));
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
