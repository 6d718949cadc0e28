/** What was found, as it is shown: led to the address in the reader's language, with pieces of its text. */
import { type ExcerptPart, writeExcerpt } from '../../domain/search/excerpt.ts';
import { MOST_SECTIONS as MOST_INDEXED, type StoredPage } from '../../domain/search/index-file.ts';
import { type RankedPage, selectSections } from '../../domain/search/rank.ts';
import type { Stemmer } from '../../domain/search/stem.ts';
import { splitWords } from '../../domain/search/word.ts';

export interface Hit {
  readonly title: readonly ExcerptPart[];
  readonly href: string;
  /** Language of the text; differs from the reader's where the page is not translated. */
  readonly lang: string;
  readonly titleLang: string;
  /** Empty where all that was found stands in the sections. */
  readonly excerpt: readonly ExcerptPart[];
  readonly sections: readonly HitSection[];
  readonly kind: string | undefined;
  readonly area: string | undefined;
  readonly level: string | undefined;
  /** Tokens of what can be ticked on it. */
  readonly items: readonly string[];
}

export interface HitSection {
  readonly title: readonly ExcerptPart[];
  readonly href: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** Sections of one page; more would hide the next page. */
const MOST_SECTIONS = 3;

export interface HitOptions {
  readonly lang: string;
  /** The reader's. */
  readonly readerLang: string;
  readonly stem: Stemmer;
  readonly terms: ReadonlySet<string>;
  /** The address that a reader is led to for one below the base. */
  readonly toAddress: (url: string) => string;
}

/** @param readTexts texts of some sections of the page, or of all */
export async function readHit(
  page: StoredPage,
  readTexts: (sections?: readonly number[]) => Promise<ReadonlyMap<number, string>>,
  ranked: Pick<RankedPage, 'hits'>,
  { lang, readerLang, stem, terms, toAddress }: HitOptions,
): Promise<Omit<Hit, 'kind' | 'area' | 'level'>> {
  const isWanted = (term: string) => terms.has(term);
  const located = isLocated(ranked) ? ranked : locate(ranked, page, await readTexts(), stem, isWanted);
  const chosen = selectSections(located, page.sections.length, MOST_SECTIONS);
  const href = toAddress(page.url);
  const isTopNeeded = chosen.includes(0) || chosen.length === 0;
  const shown = chosen.filter((section) => section > 0);
  const texts = await readTexts(isTopNeeded ? [0, ...shown] : shown);
  return {
    title: markWords(page.titles?.[readerLang] ?? page.title, stem, isWanted),
    href,
    lang,
    titleLang: page.titles?.[readerLang] === undefined ? lang : readerLang,
    items: page.items ?? [],
    excerpt: isTopNeeded ? writeExcerpt(texts.get(0) ?? '', stem, isWanted) : [],
    sections: shown.flatMap((section) => {
      const [anchor, heading] = page.sections[section] ?? [];
      if (anchor === undefined || heading === undefined) return [];
      return [
        {
          title: markWords(heading, stem, isWanted),
          href: `${href}#${anchor}`,
          excerpt: writeExcerpt(texts.get(section) ?? '', stem, isWanted),
        },
      ];
    }),
  };
}

/** Whether the index says in which sections most of the query stands; that it stands above them says little. */
function isLocated({ hits }: Pick<RankedPage, 'hits'>): boolean {
  const sum = (some: RankedPage['hits']) => some.reduce((weight, hit) => weight + hit.weight, 0);
  const known = hits.filter(({ sections }) => sections !== 0);
  return known.length === hits.length || (known.some(({ sections }) => sections > 1) && sum(known) >= sum(hits) / 2);
}

/** Of a term on very many pages the index does not say in which sections it stands; the text does. */
function locate(
  ranked: Pick<RankedPage, 'hits'>,
  { sections }: StoredPage,
  texts: ReadonlyMap<number, string>,
  stem: Stemmer,
  isWanted: (term: string) => boolean,
): Pick<RankedPage, 'hits'> {
  const found = sections.slice(0, MOST_INDEXED).map(([, heading], section) => {
    const words = splitWords(`${heading} ${texts.get(section) ?? ''}`, stem).filter(
      ({ term, parts }) => isWanted(term) || parts.some(isWanted),
    );
    return new Set(words.map(({ term }) => term)).size;
  });
  const most = Math.max(...found);
  const best = found.reduce((sum, count, section) => (count === most && most > 0 ? sum + 2 ** section : sum), 0);
  return { hits: ranked.hits.map((hit) => (hit.sections === 0 ? { ...hit, sections: best } : hit)) };
}

function markWords(text: string, stem: Stemmer, isWanted: (term: string) => boolean): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let end = 0;
  for (const word of splitWords(text, stem)) {
    if (!isWanted(word.term) && !word.parts.some(isWanted)) continue;
    if (word.start > end) parts.push({ text: text.slice(end, word.start), isHit: false });
    parts.push({ text: text.slice(word.start, word.end), isHit: true });
    end = word.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isHit: false });
  return parts;
}

/**
 * The address of a page of the main language in the reader's: where it is not translated, it is shown there all the same.
 * @param url below the base
 * @param locale folder of the reader's language; `undefined` for the main one
 * @example toLocale('django/orm/#lazy', '/kb/', 'es') // '/kb/es/django/orm/#lazy'
 */
export function toLocale(url: string, base: string, locale: string | undefined): string {
  return locale === undefined ? base + url : `${base}${locale}/${url}`;
}
