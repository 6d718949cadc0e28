/** A page that was found, as it is shown: what Pagefind knows of it, led to the address in the reader's language. */
import type { PagefindPage, PagefindSection } from './bundle.ts';
import { type ExcerptPart, readExcerpt } from './excerpt.ts';

export interface Hit {
  readonly title: string;
  readonly href: string;
  /** Language of the text; differs from the reader's where the page is not translated. */
  readonly lang: string;
  /** Empty where all that was found stands in the sections. */
  readonly excerpt: readonly ExcerptPart[];
  readonly sections: readonly HitSection[];
  readonly area: string | undefined;
  readonly level: string | undefined;
  readonly kind: string | undefined;
}

export interface HitSection {
  readonly title: string;
  readonly href: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** Sections of one page; more would hide the next page. */
const MOST_SECTIONS = 3;

/** Starlight's anchor of the page title: a hit there is one of the page, not of a section. */
const TOP = '_top';

/** @param toAddress the address that a reader is led to for one that the index holds */
export function readHit(page: PagefindPage, lang: string, toAddress: (url: string) => string): Hit {
  const isOfPage = ({ anchor }: PagefindSection) => anchor === undefined || anchor.id === TOP;
  const sections = selectBest(page.sub_results.filter((section) => !isOfPage(section)));
  const excerpt = page.sub_results.find(isOfPage)?.excerpt ?? (sections.length === 0 ? page.excerpt : '');
  return {
    title: page.meta.title ?? page.url,
    href: toAddress(page.url),
    lang,
    excerpt: readExcerpt(excerpt),
    sections: sections.map(({ title, url, excerpt }) => ({
      title,
      href: toAddress(url),
      excerpt: readExcerpt(excerpt),
    })),
    area: page.filters.area?.[0],
    level: page.filters.level?.[0],
    kind: page.filters.kind?.[0],
  };
}

/** The sections with most to show, in the order in which they stand on the page. */
function selectBest(sections: readonly PagefindSection[]): PagefindSection[] {
  const best = [...sections].sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, MOST_SECTIONS);
  return sections.filter((section) => best.includes(section));
}

function scoreOf({ weighted_locations }: PagefindSection): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}

/**
 * The address of a page of the main language in the reader's: where it is not translated, it is shown there all the same.
 * @param locale folder of the reader's language; `undefined` for the main one
 * @example toLocale('/kb/django/orm/#lazy', '/kb/', 'es') // '/kb/es/django/orm/#lazy'
 */
export function toLocale(url: string, base: string, locale: string | undefined): string {
  return locale !== undefined && url.startsWith(base) ? `${base}${locale}/${url.slice(base.length)}` : url;
}
