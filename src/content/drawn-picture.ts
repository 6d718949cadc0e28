/** The pictures of a page that are drawn when the site is built, with what they say in words and the Markdown that draws them. */
import path from 'node:path';
import { parsePicture } from '../domain/picture.ts';
import type { Document } from './document.ts';
import type { Fence } from './fence.ts';
import { readMermaid, rewriteClicks } from './mermaid.ts';

export const PICTURE_KINDS = ['diagram', 'steps', 'timeline', 'drawing'] as const;

export interface DrawnPicture {
  readonly kind: (typeof PICTURE_KINDS)[number];
  /** Its own title, or the heading that it stands below. */
  readonly title: string | undefined;
  /** What those are told who do not see it; a timeline says it by itself. */
  readonly words: readonly string[];
  /** From 1, in its file. */
  readonly line: number;
  readonly markdown: string;
}

/** Where the pictures are to be shown. */
export interface PictureTarget {
  /** Path of the page's file, relative to the project. */
  readonly file: string;
  /** The folder of the page that shows them. */
  readonly folder: string;
  /** Where a link of a diagram leads from there. */
  readonly resolve: (url: string) => string;
}

/** Longer than the fences of our pages. */
const FENCE = '~~~~~~';
/** As the build takes them: alone in a paragraph. */
const DRAWING = /^!\[(.*)\]\((\.{1,2}\/[^)\s]*\.svg)\)\s*$/;

/** Whether a picture becomes a part of the page, and is no file that it loads. @param line 1-based, where it stands */
export function isDrawing({ lines }: Pick<Document, 'lines'>, line: number): boolean {
  const isEmpty = (other: number) => (lines[other - 1] ?? '').trim() === '';
  return DRAWING.test(lines[line - 1] ?? '') && isEmpty(line - 1) && isEmpty(line + 1);
}

/** In the order of the page. */
export function listDrawnPictures(document: Document, target: PictureTarget): DrawnPicture[] {
  const fences = document.fences.flatMap((fence) => readFence(fence, target) ?? []);
  const drawings = document.links.flatMap(({ kind, line }) => {
    const [, words = '', url] = (kind === 'image' && DRAWING.exec(document.lines[line - 1] ?? '')) || [];
    return url === undefined ? [] : [readDrawing(words, url, line, target)];
  });
  return [...fences, ...drawings]
    .toSorted((a, b) => a.line - b.line)
    .map((picture) => ({ ...picture, title: picture.title ?? findHeading(document, picture.line) }));
}

function readFence({ lang, code, line }: Fence, { resolve }: PictureTarget): DrawnPicture | undefined {
  const draw = (text: string) => `${FENCE}${lang}\n${text}\n${FENCE}`;
  if (lang === 'mermaid') {
    const { title, alternative } = readMermaid(code);
    const words = alternative === undefined ? [] : [alternative];
    return { kind: 'diagram', title, words, line, markdown: draw(rewriteClicks(code, resolve)) };
  }
  if (lang === 'timeline') return { kind: 'timeline', title: undefined, words: [], line, markdown: draw(code) };
  const picture = lang === 'picture' ? parsePicture(code) : undefined;
  if (picture === undefined || 'message' in picture) return undefined;
  // The captions stand in the picture itself.
  return { kind: 'steps', title: picture.title, words: [], line, markdown: draw(code) };
}

function readDrawing(words: string, url: string, line: number, { file, folder }: PictureTarget): DrawnPicture {
  const shown = path.posix.relative(folder, path.posix.join(path.posix.dirname(file), url));
  const markdown = `![${words}](${shown.startsWith('.') ? shown : `./${shown}`})`;
  return { kind: 'drawing', title: undefined, words: [words], line, markdown };
}

function findHeading({ headings }: Document, line: number): string | undefined {
  return headings.findLast((heading) => heading.line < line)?.text;
}
