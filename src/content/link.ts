/**
 * Links between documents. A writer links by relative file path, `../databases/indexes.md#b-tree`, which also works on
 * the repository host; the build turns it into the address for base and language, and a dead one fails the build. A page that the site makes
 * itself is linked by its address without base and language, `/authoring/errors/`.
 */
import path from 'node:path';
import type { Code } from './codes/table.ts';
import { type Document, readDocument, type WrittenLink } from './document.ts';
import type { ContentFiles } from './files/content-files.ts';
import { createListIndex } from './files/list-index.ts';
import { GENERATED_PAGES, isGeneratedPage } from './generated-page.ts';
import { QUESTIONS } from './interview-path.ts';
import { findNearest } from './nearest.ts';
import { DOCS, isPagePath, type Page, readPage } from './page.ts';
import { addressOf, placeOf, type SiteShape } from './place.ts';
import type { Problem } from './problem.ts';

/** A link that leads somewhere, or why it does not. */
export type Resolution =
  | { readonly kind: 'external' }
  | { readonly kind: 'document'; readonly address: string; readonly locale: string | undefined }
  | { readonly kind: 'broken'; readonly code: Code; readonly message: string; readonly hint: string };

const SCHEME = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const DOCUMENT = /\.mdx?$/;

/**
 * Resolves a link as written in a file.
 * @param file path of the file that holds the link, relative to the project
 */
export function resolveLink(
  files: ContentFiles,
  file: string,
  { url, kind }: WrittenLink,
  shape: SiteShape,
): Resolution {
  if (SCHEME.test(url)) return { kind: 'external' };
  const [pathname = '', anchor = ''] = decode(url).split('#', 2);
  if (kind === 'html' && pathname !== '') {
    return broken(
      'link-html',
      `"${url}" stands in raw HTML, so it is put on the page as it is, without base and language`,
      'write it in Markdown: [words](./page.md), ![words](./picture.svg)',
    );
  }
  if (pathname.startsWith('/')) return resolveGenerated(files, file, { url, pathname, anchor }, shape);
  const target = pathname === '' ? file : path.posix.join(path.posix.dirname(file), pathname);
  if (kind === 'image') return resolveImage(files, url, target);
  if (pathname !== '' && !DOCUMENT.test(pathname)) return refuseOther(files, file, url, target);
  if (files.has(target) && !isPagePath(target)) {
    return broken(
      'link-asset',
      `"${url}" leads to a file that is not published`,
      'link to it on the repository host, or to a page that is',
    );
  }
  if (!files.has(target)) {
    const known = listPages(files).map((page) => relativePath(file, page));
    return broken('link-file', `"${url}" leads to a file that does not exist`, suggest(findNearest(pathname, known)));
  }
  const page = readPage(files, target, shape.locales);
  if (page.isDraft && !readPage(files, file, shape.locales).isDraft) {
    return broken(
      'link-draft',
      `"${url}" leads to a draft, which is not published`,
      'publish it, or take the link out',
    );
  }
  const anchors = listAnchors(page.document);
  // A file that cannot be read has its own problem, and its anchors are not known.
  const isKnown = page.source.problems.length === 0 && page.document.syntaxProblem === undefined;
  if (anchor !== '' && isKnown && !anchors.includes(anchor)) {
    const where = target === file ? 'this file' : relativePath(file, target);
    return broken('link-anchor', `${where} has no heading or item "#${anchor}"`, suggestAnchor(anchor, anchors));
  }
  if (pathname === '') return { kind: 'document', address: `#${anchor}`, locale: undefined };
  const address = addressOf(page.place, shape);
  return { kind: 'document', address: anchor === '' ? address : `${address}#${anchor}`, locale: page.place.locale };
}

/** Every link of the pages that leads nowhere. */
export function checkLinks(files: ContentFiles, shape: SiteShape): Problem[] {
  return listPages(files).flatMap((file) =>
    readDocument(files.read(file)).links.flatMap((link) => {
      const resolution = resolveLink(files, file, link, shape);
      if (resolution.kind !== 'broken') return [];
      const { code, message, hint } = resolution;
      return [{ file, line: link.line, column: link.column, code, message, hint }];
    }),
  );
}

/** Ids that a link can lead to within a page. */
export function listAnchors({ headings, items }: Document): string[] {
  return [...headings, ...items].map(({ id }) => id);
}

const listPages = createListIndex((paths) => paths.filter(isPagePath));

interface AddressLink {
  readonly url: string;
  readonly pathname: string;
  readonly anchor: string;
}

/**
 * Pages that the site makes itself have no file that a link could name, so they are linked by their address. They lie
 * nowhere either, so that what their texts link to is an address too.
 */
function resolveGenerated(
  files: ContentFiles,
  file: string,
  { url, pathname, anchor }: AddressLink,
  shape: SiteShape,
): Resolution {
  const wanted = pathname.replace(/^\/|\/$/g, '');
  const { locale } = placeOf(file.slice(DOCS.length), shape.locales);
  if (isGeneratedPage(wanted) || isDataPage(files, wanted)) {
    return { kind: 'document', address: addressOf({ locale, path: wanted }, shape), locale };
  }
  if (!files.has(file)) return resolveAddress(files, { url, wanted, anchor, locale }, shape);
  const nearest = findNearest(wanted, GENERATED_PAGES).map((page) => `/${page}/`);
  const address = `/${wanted.replace(DOCUMENT, '')}/`.replace('//', '/');
  const meant = listPages(files).filter(
    (page) => addressOf(placeOf(page.slice(DOCS.length), shape.locales), { ...shape, base: '/' }) === address,
  );
  const relative = meant.map((page) => relativePath(file, page));
  return broken(
    'link-absolute',
    `"${url}" starts with a slash, which is kept for pages that the site makes itself`,
    nearest.length > 0 && relative.length === 0
      ? suggest(nearest)
      : `link to the file instead, such as ${relative[0] ?? example(files, file)}`,
  );
}

/** What is linked without the ending of a page: a page all the same, another site, or a file that is none. */
function refuseOther(files: ContentFiles, file: string, url: string, target: string): Resolution {
  const bare = target.replace(/\/$/, '');
  const meant = ['.md', '.mdx', '/index.md', '/index.mdx'].map((end) => bare + end).filter((page) => files.has(page));
  if (meant.length > 0) {
    return broken(
      'link-file',
      `"${url}" leads to a file that does not exist`,
      suggest(meant.map((page) => relativePath(file, page))),
    );
  }
  return broken(
    'link-asset',
    `"${url}" is not a page, and files beside notes are not published`,
    url.startsWith('www.')
      ? `write the whole address: https://${url}`
      : 'link to it on the repository host, or show it in the note',
  );
}

/** A page by its address, in a language where it is translated. */
function resolveAddress(
  files: ContentFiles,
  { url, wanted, anchor, locale }: { url: string; wanted: string; anchor: string; locale: string },
  shape: SiteShape,
): Resolution {
  const isRead = (path: string) => ['root', locale].includes(placeOf(path.slice(DOCS.length), shape.locales).locale);
  const page = [...new Set([locale, 'root'])]
    .flatMap((folder) => findPageFile(files, folder === 'root' ? wanted : `${folder}/${wanted}`) ?? [])
    .map((path) => readPage(files, path, shape.locales))
    .find(({ isDraft, place }) => !isDraft && place.path === wanted);
  if (page !== undefined) return resolveAnchor(page, anchor, shape);
  const nearest = findNearest(
    wanted,
    listPages(files)
      .filter(isRead)
      .map((path) => placeOf(path.slice(DOCS.length), shape.locales).path),
  );
  return broken('link-file', `"${url}" leads to no page`, suggest(nearest.map((path) => `/${path}/`)));
}

/** @param path of a page as addresses have it, language included */
function findPageFile(files: ContentFiles, path: string): string | undefined {
  return listPageFiles(files).get(path);
}

/** Of two files that make one page, the first: the check refuses the other. */
const listPageFiles = createListIndex((paths) => {
  const pages = paths.filter(isPagePath).map((path) => [placeOf(path.slice(DOCS.length), []).path, path] as const);
  return new Map(pages.reverse());
});

/** Headings are translated too: where the part that is named is missing from a translation, the link leads to its top. */
function resolveAnchor(page: Page, anchor: string, shape: SiteShape): Resolution {
  const anchors = listAnchors(page.document);
  const { locale } = page.place;
  if (anchor !== '' && !anchors.includes(anchor) && locale === 'root') {
    return broken('link-anchor', `${page.file} has no heading or item "#${anchor}"`, suggestAnchor(anchor, anchors));
  }
  const address = addressOf(page.place, shape);
  return { kind: 'document', address: anchors.includes(anchor) ? `${address}#${anchor}` : address, locale };
}

/** Files of data that become pages: of `roadmaps/<id>.yaml` and `exercises/<id>/exercise.yaml` the `<id>`. */
const DATA_PAGES = /^content\/(roadmaps|exercises|projects|interviews)\/(?:[^/]+|[^/]+\/exercise)\.yaml$/;

/** Pages that the site has where there is something for them to show, or always. */
const SINGLE_PAGES: Readonly<Record<string, RegExp | undefined>> = {
  playground: undefined,
  progress: undefined,
  resources: /^content\/resources\.yaml$/,
  examples: /^content\/examples\/.+\.py$/,
  'interviews/own': /^content\/questions\/.+\.yaml$/,
  [QUESTIONS]: /^content\/questions\/.+\.yaml$/,
  flashcards: /^content\/flashcards\/.+\.txt$/,
  review: /^content\/flashcards\/.+\.txt$/,
};

/** `roadmaps`, `exercises` …, or one of them that there is: `roadmaps/<id>`. */
function isDataPage(files: ContentFiles, wanted: string): boolean {
  if (Object.hasOwn(SINGLE_PAGES, wanted)) {
    const source = SINGLE_PAGES[wanted];
    return source === undefined || files.list().some((path) => source.test(path));
  }
  return listDataPages(files).has(wanted);
}

/** The folders that have some, and every page in them. */
const listDataPages = createListIndex((paths, files) => {
  const pages = new Set<string>();
  for (const path of paths) {
    const [, folder] = DATA_PAGES.exec(path) ?? [];
    if (folder === undefined) continue;
    const [, id] = /^id:\s*["']?([\w-]+)/m.exec(files.read(path).text) ?? [];
    pages.add(folder).add(`${folder}/${id}`);
  }
  return pages;
});

function resolveImage(files: ContentFiles, url: string, target: string): Resolution {
  if (files.has(target) && target.startsWith('content/')) return { kind: 'external' };
  return broken(
    'link-file',
    `"${url}" leads to an image that is not in content`,
    'check its name, or put the file beside the note',
  );
}

function broken(code: Code, message: string, hint: string): Resolution {
  return { kind: 'broken', code, message, hint };
}

function suggest(candidates: readonly string[]): string {
  return candidates.length === 0 ? 'nothing there has a name like it' : `did you mean ${candidates.join(', ')}?`;
}

/** Headings are often reworded beyond likeness, so that the list of what there is helps more than silence. */
function suggestAnchor(anchor: string, anchors: readonly string[]): string {
  const nearest = findNearest(anchor, anchors);
  if (nearest.length > 0) return suggest(nearest.map((name) => `#${name}`));
  return anchors.length === 0 ? 'it has no headings' : `it has ${anchors.map((name) => `#${name}`).join(', ')}`;
}

function example(files: ContentFiles, file: string): string {
  const other = listPages(files).find((page) => page !== file);
  return other === undefined ? './note.md' : relativePath(file, other);
}

function relativePath(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
