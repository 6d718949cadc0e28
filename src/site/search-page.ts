/** What search finds of a built page: the page with its sections, and the cards and items on it that are found alone. */
import { Parser } from 'htmlparser2';
import type { IndexedSection } from '../domain/search/index-file.ts';
import type { SectionAccents } from '../domain/search/write-index.ts';

/** A built page. `path` is the same in every language: `/django/orm/`. */
export interface SearchPage {
  readonly lang: string;
  readonly path: string;
  /** Below the site's base. */
  readonly url: string;
  /** False for a page that is shown in a language it is not written in, and for one that asked to be left out. */
  readonly isSearchable: boolean;
  /** Whether its title alone is in its language: see TITLE_ONLY. */
  readonly isTitleOnly: boolean;
  readonly area: { readonly id: string; readonly title: string } | undefined;
  readonly kind: string;
  readonly level: string | undefined;
  readonly title: string;
  readonly description: string;
  /** Tokens of what can be ticked. */
  readonly items: readonly string[];
  readonly sections: readonly IndexedSection[];
  readonly accents: readonly SectionAccents[];
  /** Parts of the page that are found alone. */
  readonly parts: readonly PagePart[];
}

export interface PagePart {
  readonly kind: string;
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
  /** Token of the item that it is, or id of the card. */
  readonly item: string | undefined;
}

/** Marks an element that is found alone, and says what it is: `<article id="card-x" data-search-record="card">`. */
const RECORD = 'data-search-record';
/** Name of the `<meta>` of a page whose title is written in its language, and nothing else: it is found by that. */
export const TITLE_ONLY = 'study-title-only';
/** Its title; otherwise it is named by its first words. */
const RECORD_TITLE = 'data-search-title';

const IGNORED = new Set(['script', 'style', 'svg', 'template', 'nav', 'button', 'select', 'textarea', 'noscript']);
const INLINE = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const STRESSED = new Set(['code', 'strong', 'b', 'dt']);
const HEADINGS = new Set(['h2', 'h3', 'h4']);
/** What the items of a page are, where each is found alone. */
const ITEM_RECORDS: Readonly<Record<string, string>> = { roadmap: 'item', resources: 'resource' };
/** Of a title that is made of first words. */
const TITLE_LENGTH = 90;

interface OpenPart {
  readonly kind: string;
  readonly anchor: string;
  readonly item: string | undefined;
  title: Text | undefined;
  readonly text: Text;
}

/** Text under way: of the title, a heading, a section or a part. */
class Text {
  #pieces: string[] = [];
  add(piece: string): void {
    this.#pieces.push(piece);
  }
  toString(): string {
    // A single space stays as it is: to put one in its place for each would take most of the time.
    return this.#pieces
      .join('')
      .replace(/[^\S ]\s*| \s+/g, ' ')
      .trim();
  }
}

/**
 * @param file path below the built site, with forward slashes
 * @param locales folders of the languages other than the main one
 */
export function readSearchPage(html: string, file: string, locales: readonly string[]): SearchPage {
  const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const first = address.split('/')[1] ?? '';
  const path = locales.includes(first) ? address.slice(first.length + 1) : address;
  // A page that is not found is asked for its language and its area only.
  const page = parsePage(
    html.includes(' data-pagefind-body') ? html : html.slice(0, html.indexOf('</head>') + 1 || html.length),
  );
  // A copy, since most of these strings are parts of the page's HTML, all of which would be kept with them.
  return structuredClone({
    lang: page.lang,
    path,
    url: address.slice(1),
    isSearchable: file !== '404.html' && page.hasBody,
    isTitleOnly: page.isTitleOnly,
    area: page.area === undefined ? undefined : { id: path.split('/')[1] ?? '', title: page.area },
    kind: page.kind,
    level: page.level,
    title: page.title.toString() || page.headTitle,
    description: page.description,
    items: page.items,
    sections: page.sections.map(({ anchor, heading, text }) => [anchor, heading.toString(), text.toString()] as const),
    accents: page.sections.map(({ stressed, names, code }) => ({
      stressed: stressed.toString(),
      names: names.toString(),
      code: code.toString(),
    })),
    parts: page.parts.map(({ kind, anchor, item, title, text }) => ({
      kind,
      anchor,
      item,
      text: text.toString(),
      title: title?.toString() || shorten(text.toString()),
    })),
  });
}

function parsePage(html: string) {
  let lang = '';
  let description = '';
  let kind = 'page';
  let area: string | undefined;
  let level: string | undefined;
  let headTitle = '';
  let isTitleOnly = false;
  let hasBody = false;
  let items: readonly string[] = [];
  const title = new Text();
  const sections = [createSection('')];
  const parts: OpenPart[] = [];
  /** Open elements, and what ends with each. */
  const open: { name: string; onClose?: (() => void) | undefined }[] = [];
  let body = 0;
  let ignored = 0;
  let blocks = 0;
  let stressed = 0;
  let names = 0;
  let part: OpenPart | undefined;
  let target: Text | undefined;

  const readMeta = ({ content = '', ...attributes }: Record<string, string>) => {
    const filter = attributes['data-pagefind-filter'];
    if (attributes.name === 'description') description = content;
    else if (attributes.property === 'og:title') headTitle = content;
    else if (attributes.name === TITLE_ONLY) isTitleOnly = true;
    else if (filter === 'kind[content]') kind = content;
    else if (filter === 'area[content]') area = content;
    else if (filter === 'level[content]') level = content;
  };

  const enter = (name: string, attributes: Record<string, string>): (() => void) | undefined => {
    if (name === 'html') lang = attributes.lang ?? '';
    if (name === 'meta') readMeta(attributes);
    if ('data-pagefind-body' in attributes) {
      hasBody = true;
      body += 1;
      return () => (body -= 1);
    }
    if (body === 0) return undefined;
    if (name === 'study-progress' && items.length === 0) items = attributes['data-items']?.split(' ') ?? [];
    if (
      attributes['aria-hidden'] === 'true' ||
      IGNORED.has(name) ||
      ('data-pagefind-ignore' in attributes && attributes['data-pagefind-ignore'] !== 'index')
    ) {
      ignored += 1;
      return () => (ignored -= 1);
    }
    if (ignored > 0) return undefined;
    if (name === 'h1') return collect(title);
    const record = attributes[RECORD] ?? (attributes['data-item'] ? ITEM_RECORDS[kind] : undefined);
    if (record !== undefined && part === undefined) {
      const anchor = attributes.id ?? '';
      part = { kind: record, anchor, item: tokenOf(anchor, items), title: undefined, text: new Text() };
      if (attributes[RECORD_TITLE]) {
        part.title = new Text();
        part.title.add(attributes[RECORD_TITLE]);
      }
      parts.push(part);
      return () => (part = undefined);
    }
    if (part !== undefined) {
      if (RECORD_TITLE in attributes) part.title = new Text();
      return RECORD_TITLE in attributes && part.title ? collect(part.title) : undefined;
    }
    if (STRESSED.has(name) && blocks === 0) {
      stressed += 1;
      if (name === 'code') names += 1;
      return () => {
        stressed -= 1;
        if (name === 'code') names -= 1;
      };
    }
    if (name === 'pre') {
      blocks += 1;
      return () => (blocks -= 1);
    }
    if (HEADINGS.has(name) && attributes.id) {
      const section = createSection(attributes.id);
      sections.push(section);
      return collect(section.heading);
    }
    return undefined;
  };

  const collect = (text: Text) => {
    target = text;
    return () => (target = undefined);
  };
  const write = (text: string) => {
    if (body === 0 || ignored > 0) return;
    // A card's question is its title and part of its text: what is searched for may stand in both halves.
    if (part !== undefined) {
      part.text.add(text);
      if (target !== undefined) target.add(text);
      return;
    }
    (target ?? sections.at(-1)?.text)?.add(text);
    if (target !== undefined) return;
    if (stressed > 0) sections.at(-1)?.stressed.add(`${text} `);
    if (names > 0) sections.at(-1)?.names.add(`${text} `);
    if (blocks > 0) sections.at(-1)?.code.add(text);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!INLINE.has(name)) write(' ');
        const onClose = enter(name, attributes);
        if (!VOID.has(name)) open.push({ name, onClose });
      },
      ontext: write,
      onclosetag(name) {
        if (VOID.has(name) || open.at(-1)?.name !== name) return;
        open.pop()?.onClose?.();
        if (!INLINE.has(name)) write(' ');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { lang, headTitle, isTitleOnly, description, kind, area, level, hasBody, items, title, sections, parts };
}

function createSection(anchor: string) {
  return { anchor, heading: new Text(), text: new Text(), stressed: new Text(), names: new Text(), code: new Text() };
}

function shorten(text: string): string {
  if (text.length <= TITLE_LENGTH) return text;
  return `${text.slice(0, TITLE_LENGTH).replace(/\s\S*$/, '')} …`;
}

/** An item is marked as done by its token: `roadmaps/sprint#explain-gil`, with former ones behind it. */
function tokenOf(anchor: string, items: readonly string[]): string | undefined {
  return items.find((item) => item.split('|')[0]?.endsWith(`#${anchor}`));
}
