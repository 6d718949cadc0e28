/** Which card a page has: notes and areas each their own, everything else that of the site. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import type { CurrentPage } from '../page.ts';

/** What the cards take their mark and their color from. Without it there are none. */
export const ICON_FILE = path.join(root, 'public/favicon.svg');

/** Below the base. */
const FOLDER = 'og';
/** The card of the site. */
const SITE_CARD = 'index';

export interface CardLink {
  /** The whole address, as those who show it need it. */
  readonly address: string;
  /** What the picture says. */
  readonly alt: string;
}

export function hasCards(): boolean {
  return existsSync(ICON_FILE);
}

/** @param page `undefined` for the site's own card */
export function cardPath(locale: string, page: string | undefined): string {
  return `${locale === 'root' ? '' : `${locale}/`}${page ?? SITE_CARD}`;
}

/** A page that is not translated shows the card of its original. */
export function findCard({ page, area }: CurrentPage, locale: string): CardLink | undefined {
  if (!hasCards()) return undefined;
  const isOwn = page?.file !== undefined && area !== undefined;
  const isTranslated = page?.lang === site.locales[locale]?.lang;
  const name = cardPath(isOwn && !isTranslated ? 'root' : locale, isOwn ? page.path : undefined);
  return {
    address: new URL(`${site.base}${FOLDER}/${name}.png`, site.url).href,
    alt: isOwn ? `${page.title} · ${site.title}` : site.title,
  };
}
