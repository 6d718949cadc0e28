/**
 * Links between documents. A writer links by relative file path, `../databases/indexes.md#b-tree`, which also works on
 * the repository host; the build turns it into the address for base and language, and a dead one fails the build.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { readDocument, type WrittenLink } from './document.ts';
import { findNearest } from './nearest.ts';
import { addressOf, placeOf, type SiteShape, toPosix } from './place.ts';
import type { Problem } from './problem.ts';
import { listDocuments } from './walk.ts';

/** A link that leads somewhere, or why it does not. */
export type Resolution =
  | { readonly kind: 'external' }
  | { readonly kind: 'document'; readonly address: string; readonly locale: string | undefined }
  | { readonly kind: 'broken'; readonly code: string; readonly message: string; readonly hint: string };

const SCHEME = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const DOCUMENT = /\.mdx?$/;

/**
 * Resolves a link as written in a file.
 * @param root absolute path of `content/docs`
 * @param file absolute path of the file that holds the link
 */
export function resolveLink(root: string, file: string, { url, kind }: WrittenLink, shape: SiteShape): Resolution {
  if (SCHEME.test(url)) return { kind: 'external' };
  const [pathname = '', anchor = ''] = decode(url).split('#', 2);
  if (kind === 'html' && pathname !== '') {
    return broken(
      'link-html',
      `"${url}" stands in raw HTML, which is not led to base and language`,
      'write it as a Markdown link',
    );
  }
  if (pathname.startsWith('/')) {
    return broken(
      'link-absolute',
      `"${url}" starts with a slash, so it breaks under a base path`,
      `link to the file instead, such as ${example(root, file)}`,
    );
  }
  const target = pathname === '' ? file : path.resolve(path.dirname(file), pathname);
  if (kind === 'image') return resolveImage(url, target);
  if (pathname !== '' && !DOCUMENT.test(pathname)) {
    return broken(
      'link-asset',
      `"${url}" is not a page, and files beside notes are not published`,
      'link to it on the repository host, or show it in the note',
    );
  }
  if (!isFile(target)) {
    const known = listDocuments(root).map((document) => relativePath(file, document));
    return broken('link-file', `"${url}" leads to a file that does not exist`, suggest(findNearest(pathname, known)));
  }
  const { headings, items, isDraft } = readDocument(target);
  if (isDraft && !readDocument(file).isDraft) {
    return broken(
      'link-draft',
      `"${url}" leads to a draft, which is not published`,
      'publish it, or take the link out',
    );
  }
  const anchors = [...headings, ...items.map(({ id }) => id)];
  if (anchor !== '' && !anchors.includes(anchor)) {
    const where = target === file ? 'this file' : relativePath(file, target);
    return broken('link-anchor', `${where} has no heading or item "#${anchor}"`, suggestAnchor(anchor, anchors));
  }
  if (pathname === '') return { kind: 'document', address: `#${anchor}`, locale: undefined };
  const place = placeOf(path.relative(root, target), shape.locales);
  const address = addressOf(place, shape);
  return { kind: 'document', address: anchor === '' ? address : `${address}#${anchor}`, locale: place.locale };
}

/** Checks every link of every document below `root`. Paths in the problems are relative to `project`. */
export function checkLinks(root: string, project: string, shape: SiteShape): Problem[] {
  return listDocuments(root).flatMap((file) =>
    readDocument(file).links.flatMap((link) => {
      const resolution = resolveLink(root, file, link, shape);
      if (resolution.kind !== 'broken') return [];
      const { code, message, hint } = resolution;
      return [
        { file: toPosix(path.relative(project, file)), line: link.line, column: link.column, code, message, hint },
      ];
    }),
  );
}

function resolveImage(url: string, target: string): Resolution {
  if (isFile(target)) return { kind: 'external' };
  return broken(
    'link-file',
    `"${url}" leads to an image that does not exist`,
    'check its name, or put the file beside the note',
  );
}

function broken(code: string, message: string, hint: string): Resolution {
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

function example(root: string, file: string): string {
  const other = listDocuments(root).find((document) => document !== file);
  return other === undefined ? './note.md' : relativePath(file, other);
}

function relativePath(from: string, to: string): string {
  const relative = toPosix(path.relative(path.dirname(from), to));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
