/** Which part of `offline.json` a file of the built site stands in, and which parts make a group. */
import {
  areaGroup,
  CARDS,
  cardsGroup,
  inLanguage,
  NOT_SAVED_PAGE,
  OFFLINE_PAGE,
  POSTGRES,
  PYTHON,
  siteGroup,
} from '../../browser/offline/manifest.ts';
import { PICTURES_PAGE } from '../../content/generated-page.ts';
import type { Site } from '../../content/site-config.ts';
import { isHostFile } from '../publish/name.ts';
import { REDIRECT } from '../redirect-pages/redirect-html.ts';

/** What no page asks for: other programs do, or the browser asks for it where it is published. */
const LEFT_OUT =
  /^og\/|(^|\/)(sw\.js|offline\.json|robots\.txt|llms\.txt|rss\.xml|sitemap[^/]*\.xml|\.[^/]+|[^/]+\.map|index\.md)$/;

/** Reads and writes the files of Anki. */
const SQLITE = 'sqlite';

const ENGINES = [
  ['vendor/sqlite-', SQLITE],
  ['vendor/pyodide-', PYTHON],
  ['vendor/pglite-', POSTGRES],
] as const;

/** What every group needs: scripts, styles, and the pages that a reader with any one group wants. */
const SHELL = 'shell';
const SHELL_PAGES = [
  '404.html',
  'index.html',
  ...[OFFLINE_PAGE, NOT_SAVED_PAGE, 'playground', 'progress'].map((page) => `${page}/index.html`),
];
const SEARCH = 'search';
/** What links show of their pages. */
const PREVIEWS = 'previews';
const OTHER_PAGES = 'pages';
/** Files that a reader takes away, the same in every language. */
const DOWNLOADS = 'downloads';
const DOWNLOAD_FOLDER = /^(exercises|examples|projects)\//;

/** Written by route-data.ts and serialized by Astro: always in this form. */
const AREA = /<meta name="study-area" content="([^"]+)"/;
/** How route-data.ts names the area that a page belongs to. */
export const AREA_META = 'study-area';

/** `anki/<siteId>-<language>.apkg`. */
const ANKI_FILE = /^anki\/.+\.(apkg|txt)$/;

/** Pages of flashcards, of reviews, and what they load. */
const CARDS_FOLDER = /^(flashcards|review|cards)(\/|$)/;

export type Grouping = (file: string, html: string | undefined) => string | undefined;

/**
 * @param workers groups of the files that the engines' workers are made of, by path
 * @returns gives the part of a file, by its path below the site and its text, if it is a page; `undefined` for one that is
 *   not to be saved
 */
export function createGrouping(locales: Site['locales'], workers: ReadonlyMap<string, string>): Grouping {
  const languages = Object.entries(locales).map(([folder, { lang }]) => ({ folder, lang }));
  const localeOf = (name: string | undefined) => {
    const folder = languages.find(({ folder, lang }) => name === folder || name === lang)?.folder;
    return folder === 'root' ? undefined : folder;
  };
  return (file, html) => {
    if (LEFT_OUT.test(file) || isHostFile(file) || html?.includes(REDIRECT)) return undefined;
    const engine = ENGINES.find(([start]) => file.startsWith(start))?.[1] ?? workers.get(file);
    if (engine) return engine;
    const segments = file.split('/');
    const locale = segments.length > 1 ? localeOf(segments[0]) : undefined;
    const path = locale === undefined ? file : segments.slice(1).join('/');
    // For writers, who have a network, and as long as a hundred notes.
    if (path === `${PICTURES_PAGE}/index.html`) return undefined;
    // What is loaded for one language lies in a folder of that language.
    if (ANKI_FILE.test(file))
      return cardsGroup(localeOf(languages.find(({ folder }) => file.includes(`-${folder}.`))?.folder));
    if (CARDS_FOLDER.test(path)) return cardsGroup(locale ?? localeOf(segments[1]));
    if (segments[0] === 'search-index' && segments.length > 2) return inLanguage(SEARCH, localeOf(segments[1]));
    if (segments[0] === PREVIEWS) return inLanguage(PREVIEWS, localeOf(segments[1]));
    if (html === undefined) return DOWNLOAD_FOLDER.test(path) ? DOWNLOADS : SHELL;
    if (SHELL_PAGES.includes(path)) return SHELL;
    const [, area] = AREA.exec(html) ?? [];
    return area === undefined ? inLanguage(OTHER_PAGES, locale) : areaGroup(locale, area);
  };
}

/** @param parts that have files */
export function composeGroups(locales: Site['locales'], parts: readonly string[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  const add = (name: string, ...names: string[]) => {
    groups[name] = [...new Set(names)].filter((part) => parts.includes(part));
  };
  for (const folder of Object.keys(locales)) {
    const locale = folder === 'root' ? undefined : folder;
    const areas = parts.filter((part) => part.startsWith(areaGroup(locale, '')));
    // A page that is not translated is found in the main language.
    const common = [SHELL, SEARCH, inLanguage(SEARCH, locale), inLanguage(PREVIEWS, locale)];
    for (const area of areas) add(area, ...common, area);
    add(siteGroup(locale), ...common, ...areas, inLanguage(OTHER_PAGES, locale), DOWNLOADS);
    if (parts.includes(inLanguage(CARDS, locale)))
      add(cardsGroup(locale), ...common, inLanguage(CARDS, locale), SQLITE);
  }
  for (const engine of [PYTHON, POSTGRES]) add(engine, SHELL, engine);
  return groups;
}
