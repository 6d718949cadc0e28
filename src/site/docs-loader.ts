/** The pages of `content/docs`, and those that the site makes itself, in one collection: both get sidebar, search and fallbacks. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import site from 'virtual:study/site';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { foldersOf } from '../content/check/checked-site.ts';
import { DOCS } from '../content/page.ts';
import { placeOf, toPosix } from '../content/place.ts';
import { FILE_EVENTS } from './content-watch.ts';
import { untilAppIsLoaded } from './dev-app.ts';
import { whenIdle } from './dev-idle.ts';
import { type GeneratedPage, writeGeneratedPages } from './generated-pages.ts';
import { lateDocsLoader, openLateDocs } from './late-docs.ts';
import { keepTextsApart, pruneTexts } from './page-texts.ts';

/** Generated pages come after those that somebody wrote. */
const LAST = 1000;
/** Milliseconds in which changes are answered together: a deck comes as one file, and another branch as hundreds. */
const TOGETHER = 10;
/** Under this name Astro keeps which pages were generated, as JSON. */
const GENERATED = 'generated';

type Pages = ReadonlySet<string>;

export function studyDocsLoader(): Loader {
  const docs = import.meta.env.DEV ? lateDocsLoader() : docsLoader();
  return {
    ...docs,
    name: 'study-docs',
    async load(given) {
      await untilAppIsLoaded();
      const live = import.meta.env.DEV ? openLateDocs(given) : undefined;
      const context = { ...given, store: keepTextsApart(live?.store ?? given.store) };
      const known: Pages = new Set<string>(JSON.parse(context.meta.get(GENERATED) ?? '[]'));
      // It deletes what it finds no file of.
      await docs.load({ ...context, store: hideEntries(context.store, known) });
      const stored = new Map<string, GeneratedPage>();
      let pages = await storeGenerated(context, known, stored);
      context.meta.set(GENERATED, JSON.stringify([...pages]));
      pruneTexts(context.store);
      live?.watch();
      watchGenerated(context, async () => {
        pages = await storeGenerated(context, pages, stored);
      });
    },
  };
}

function hideEntries(store: DataStore, hidden: Pages): DataStore {
  return { ...store, keys: () => store.keys().filter((id) => !hidden.has(id)) };
}

/**
 * @param before those that are there
 * @param stored pages that the collection has, by path; to compare them so is faster than by their digests
 * @returns those that are there now
 */
async function storeGenerated(
  context: LoaderContext,
  before: Pages,
  stored: Map<string, GeneratedPage>,
): Promise<Pages> {
  const pages = writeGeneratedPages();
  for (const page of pages) {
    if (!isDeepStrictEqual(stored.get(page.path), page)) await store(context, page);
    stored.set(page.path, page);
  }
  const paths = new Set(pages.map(({ path }) => path));
  for (const path of before.difference(paths)) {
    context.store.delete(path);
    stored.delete(path);
  }
  return paths;
}

/**
 * While somebody writes, pages are made again when any content changes, since they show the titles of others too. Where a note
 * has changed, it is shown first.
 */
function watchGenerated(context: LoaderContext, storeAgain: () => Promise<void>): void {
  const content = fileURLToPath(new URL('content/', context.config.root));
  let current = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  const refresh = () => {
    current = current
      .then(storeAgain)
      .catch((error) => context.logger.error(`the pages that the site makes are not made again: ${error}`));
  };
  const refreshLater = whenIdle(refresh);
  for (const event of FILE_EVENTS) {
    context.watcher?.on(event, (file) => {
      const name = toPosix(relative(content, file));
      if (name.startsWith('../')) return;
      if (name.startsWith('docs/')) return refreshLater();
      clearTimeout(waiting);
      waiting = setTimeout(refresh, TOGETHER);
    });
  }
}

/** A generated page lies nowhere, so that it has no edit link; its links are resolved as if it lay in `content/docs`. */
async function store(
  context: LoaderContext,
  { path, text, order = LAST, pagefind = false, former, tableOfContents }: GeneratedPage,
): Promise<void> {
  const { title, description, body } = text;
  const id = placeOf(path, foldersOf(site)).path;
  const further = { ...(tableOfContents !== undefined && { tableOfContents }), ...former };
  const digest = context.generateDigest({ title, description, body, order, pagefind, ...further });
  // To render all of them again takes longer than everything else when a server starts.
  if (context.store.get(path)?.digest === digest) return;
  const data = await context.parseData({
    id: path,
    data: { id, title, description, order, editUrl: false, lastUpdated: false, pagefind, ...further },
  });
  const file = `${DOCS}${path}.md`;
  // While somebody writes, when it is asked for.
  const rendered = import.meta.env.DEV
    ? undefined
    : await context.renderMarkdown(body, { fileURL: new URL(file, context.config.root) });
  context.store.set({ id: path, data, body, ...(rendered && { rendered }), filePath: file, digest });
}
