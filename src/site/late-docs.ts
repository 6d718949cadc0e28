/** The collection of pages while somebody writes: live, and with texts that are rendered when they are asked for. */
import path from 'node:path';
import site from 'virtual:study/site';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { foldersOf } from '../content/check/checked-site.ts';
import { parseDocument } from '../content/document.ts';
import { isDrawing } from '../content/drawn-picture.ts';
import { DOCS, readPage } from '../content/page.ts';
import { renderLate } from './late-text.ts';
import { type LiveCollection, type LiveEntry, openLiveCollection } from './live-collection.ts';
import { readText } from './page-texts.ts';
import { files } from './site-files.ts';

/** Reads pages as Starlight's loader does, and leaves it to others to render them. */
export function lateDocsLoader(): Loader {
  return glob({ base: DOCS, pattern: '**/[^_]*.{md,mdx}', deferRender: true });
}

export function openLateDocs({ collection, store, config, renderMarkdown, logger }: LoaderContext): LiveCollection {
  const show = (entry: LiveEntry): LiveEntry => {
    const { filePath, body, rendered, deferredRender } = entry;
    if (deferredRender === true || rendered !== undefined || filePath === undefined) return entry;
    const render = () =>
      renderMarkdown(files.has(filePath) ? files.read(filePath).text : readText(body ?? ''), {
        fileURL: new URL(filePath, config.root),
      });
    return renderLate(entry, render, logger);
  };
  const live = openLiveCollection(collection, store, show);
  return { ...live, store: { ...live.store, set: (entry) => live.store.set(prepare(entry)) } };
}

/** MDX is a module, which Astro makes of it; Markdown is rendered without one. */
function prepare(entry: LiveEntry): LiveEntry {
  const { deferredRender, ...rest } = entry;
  if (entry.filePath?.endsWith('.mdx')) return entry;
  const pictures = listPictures(entry);
  return { ...rest, ...(pictures.length > 0 && { assetImports: pictures }) };
}

/** Pictures beside the page, as Astro finds them when it renders. One that is not there would be missing from all pages. */
function listPictures({ filePath = '', body = '' }: LiveEntry): string[] {
  const text = readText(body);
  const lines = text.split('\n');
  // The sheet of pictures has hundreds of drawings, and is longer than any note.
  const mayLoad = lines.some((line, index) => line.includes('![') && !isDrawing({ lines }, index + 1));
  if (!mayLoad) return [];
  const document = files.has(filePath)
    ? readPage(files, filePath, foldersOf(site)).document
    : parseDocument(text, 'md');
  return document.links
    .filter(({ kind, url, line }) => kind === 'image' && !URL.canParse(url) && !isDrawing(document, line))
    .map(({ url }) => decodeURI(url))
    .filter((url) => !url.startsWith('/') && files.has(path.posix.join(path.posix.dirname(filePath), url)));
}
