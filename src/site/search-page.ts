/** What the search index needs to know of a built page, and what it is told beside the page's text. */

/** A built page. `path` is the same in every language: `/django/orm/`. */
export interface SearchPage {
  /** Path of the file below the built site, with forward slashes. */
  readonly file: string;
  readonly lang: string;
  readonly path: string;
  /** False for a page that is shown in a language it is not written in, and for one that asked to be left out. */
  readonly isSearchable: boolean;
  readonly area: { readonly id: string; readonly title: string } | undefined;
}

// Written by route-data.ts and serialized by Astro: always in this form.
const AREA = /(data-pagefind-filter="area\[content\]" content=")([^"]*)"/;
const LANG = /<html[^>]*\slang="([^"]+)"/;
const BODY = /<[a-z][^<>]*\sdata-pagefind-body(?=[\s=>])/;

/**
 * How much the words of the home page count. It names what the site is about in few words, so that it would come
 * before the note on each of them.
 */
const HOME_WEIGHT = 0.2;

/**
 * Reads the facts of a page from its HTML.
 * @param file path below the built site, with forward slashes
 * @param locales folders of the languages other than the main one
 */
export function readSearchPage(html: string, file: string, locales: readonly string[]): SearchPage {
  const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  const first = address.split('/')[1] ?? '';
  const path = locales.includes(first) ? address.slice(first.length + 1) : address;
  const title = AREA.exec(html)?.[2];
  return {
    file,
    lang: LANG.exec(html)?.[1] ?? '',
    path,
    isSearchable: file !== '404.html' && BODY.test(html),
    area: title === undefined ? undefined : { id: path.split('/')[1] ?? '', title: decode(title) },
  };
}

/**
 * The page as the index gets it: filtered by the area's id, which is the same in every language, and by the languages
 * the page is translated into, so that a reader of one of those finds the translation only.
 */
export function prepareSearchPage(html: string, page: SearchPage, translations: readonly string[]): string {
  const filters = translations.map((lang) => `<meta data-pagefind-filter="translated[content]" content="${lang}">`);
  return html
    .replace(AREA, `$1${page.area?.id}"`)
    .replace('</head>', `${filters.join('')}</head>`)
    .replace(BODY, (tag) => (page.path === '/' ? `${tag} data-pagefind-weight="${HOME_WEIGHT}"` : tag));
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}
