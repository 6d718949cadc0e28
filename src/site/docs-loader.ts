/** The pages of `content/docs`, and those that the site makes itself, in one collection: both get sidebar, search and fallbacks. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import site from 'virtual:study/site';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { DataStore, Loader, LoaderContext } from 'astro/loaders';
import { foldersOf } from '../content/check/checked-site.ts';
import { DOCS } from '../content/page.ts';
import { placeOf, toPosix } from '../content/place.ts';
import { FILE_EVENTS, SETTLED } from './content-watch.ts';
import { untilAppIsLoaded } from './dev-app.ts';
import { type GeneratedPage, writeGeneratedPages } from './generated-pages.ts';
import { keepTextsApart, pruneTexts } from './page-texts.ts';

/** Generated pages come after those that somebody wrote. */
const LAST = 1000;
/** Milliseconds until Astro has stored a note, which is shown before pages that the site makes are made again because of it. */
const STORED = 1000;
/** Under this name Astro keeps which pages were generated, as JSON. */
const GENERATED = 'generated';

export function studyDocsLoader(): Loader {
  const docs = docsLoader();
  return {
    ...docs,
    name: 'study-docs',
    async load(given) {
      await untilAppIsLoaded();
      const context = { ...given, store: keepTextsApart(given.store) };
      // It deletes what it finds no file of.
      await docs.load({ ...context, store: hideEntries(context.store, readGenerated(context)) });
      const stored = new WeakSet<GeneratedPage>();
      await storeGenerated(context, stored);
      pruneTexts(context.store);
      watchGenerated(context, () => storeGenerated(context, stored));
    },
  };
}

function hideEntries(store: DataStore, hidden: ReadonlySet<string>): DataStore {
  return { ...store, keys: () => store.keys().filter((id) => !hidden.has(id)) };
}

function readGenerated({ meta }: LoaderContext): ReadonlySet<string> {
  return new Set<string>(JSON.parse(meta.get(GENERATED) ?? '[]'));
}

/** @param stored pages that the collection has, which need not be compared again */
async function storeGenerated(context: LoaderContext, stored: WeakSet<GeneratedPage>): Promise<void> {
  const pages = writeGeneratedPages();
  for (const page of pages) {
    if (!stored.has(page)) await store(context, page);
    stored.add(page);
  }
  const paths = new Set(pages.map(({ path }) => path));
  const before = readGenerated(context);
  if (before.symmetricDifference(paths).size === 0) return;
  for (const path of before.difference(paths)) context.store.delete(path);
  context.meta.set(GENERATED, JSON.stringify([...paths]));
}

/** While somebody writes, pages are made again when any content changes, since they show the titles of others too. */
function watchGenerated(context: LoaderContext, storeAgain: () => Promise<void>): void {
  const content = fileURLToPath(new URL('content/', context.config.root));
  let current = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  const refresh = () => {
    current = current
      .then(storeAgain)
      .catch((error) => context.logger.error(`the pages that the site makes are not made again: ${error}`));
  };
  for (const event of FILE_EVENTS) {
    context.watcher?.on(event, (file) => {
      const name = toPosix(relative(content, file));
      if (name.startsWith('../')) return;
      clearTimeout(waiting);
      waiting = setTimeout(refresh, name.startsWith('docs/') ? STORED : SETTLED);
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
  const rendered = await context.renderMarkdown(body, { fileURL: new URL(file, context.config.root) });
  context.store.set({ id: path, data, body, rendered, filePath: file, digest });
}
