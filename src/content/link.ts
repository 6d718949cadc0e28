/**
 * Links between documents. A writer links by relative file path, `../databases/indexes.md#b-tree`, which also works on
 * the repository host; the build turns it into the address for base and language, and a dead one fails the build. A page that the site makes
 * itself is linked by its address without base and language, `/authoring/errors/`.
 */
import path from 'node:path';
import type { Code } from './codes/table.ts';
import { type Document, readDocument, type WrittenLink } from './document.ts';
import type { ContentFiles } from './files/content-files.ts';
import { GENERATED_PAGES, isGeneratedPage } from './generated-page.ts';
import { findNearest } from './nearest.ts';
import { DOCS, isPagePath, readPage } from './page.ts';
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
  if (pathname.startsWith('/')) return resolveGenerated(files, file, url, pathname, shape);
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

function listPages(files: ContentFiles): string[] {
  return files.list().filter(isPagePath);
}

/** Pages that the site makes itself have no file that a link could name, so they are linked by their address. */
function resolveGenerated(
  files: ContentFiles,
  file: string,
  url: string,
  pathname: string,
  shape: SiteShape,
): Resolution {
  const wanted = pathname.replace(/^\/|\/$/g, '');
  if (isGeneratedPage(wanted) || isRoadmapPage(files, wanted)) {
    const { locale } = placeOf(file.slice(DOCS.length), shape.locales);
    return { kind: 'document', address: addressOf({ locale, path: wanted }, shape), locale };
  }
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

/** `roadmaps`, or `roadmaps/<id>` of one that there is. */
function isRoadmapPage(files: ContentFiles, wanted: string): boolean {
  if (!/^roadmaps(\/[^/]+)?$/.test(wanted)) return false;
  const ids = files
    .list()
    .filter((path) => /^content\/roadmaps\/[^/]+\.yaml$/.test(path))
    .map((path) => /^id:\s*["']?([\w-]+)/m.exec(files.read(path).text)?.[1]);
  return wanted === 'roadmaps' ? ids.length > 0 : ids.includes(wanted.slice('roadmaps/'.length));
}

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
