/** The pages of `content/docs`, and those that the site makes itself, in one collection: both get sidebar, search and fallbacks. */
import { fileURLToPath } from 'node:url';
import site from 'virtual:study/site';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';
import { foldersOf } from '../content/check/checked-site.ts';
import type { FormerIds } from '../content/checklist.ts';
import { type GeneratedText, writeErrorList, writeErrorPage } from '../content/codes/error-page.ts';
import { CODES, type Code } from '../content/codes/table.ts';
import { ERRORS_PAGE, explainsCodes } from '../content/generated-page.ts';
import { DOCS } from '../content/page.ts';
import { placeOf, toPosix } from '../content/place.ts';
import { writeDeckPages } from './deck-pages.ts';
import { writeExamplePages } from './example-pages.ts';
import { writeExercisePages } from './exercise-pages.ts';
import { writeInterviewPages } from './interview-pages.ts';
import { writeOwnPages } from './own-pages.ts';
import { keepTextsApart, pruneTexts } from './page-texts.ts';
import { writePicturePages } from './picture-pages.ts';
import { writeProjectPages } from './project-pages.ts';
import { writeResourcePages } from './resource-pages.ts';
import { writeRoadmapPages } from './roadmap-pages.ts';
import { writeTranslationPages } from './translation-pages.ts';

/** Generated pages come after those that somebody wrote. */
const LAST = 1000;

export function studyDocsLoader(): Loader {
  const docs = docsLoader();
  return {
    ...docs,
    name: 'study-docs',
    async load(given) {
      const context = { ...given, store: keepTextsApart(given.store) };
      await docs.load(context);
      if (explainsCodes(site)) await storeCodes(context);
      for (const [path, text] of writeTranslationPages()) await store(context, path, text);
      for (const [path, text] of writePicturePages()) await store(context, path, text, { tableOfContents: false });
      for (const { path, text, pagefind } of writeOwnPages()) await store(context, path, text, { pagefind });
      await storeData(context);
      pruneTexts(context.store);
      // While somebody writes, a change of the data is seen like one of a page.
      context.watcher?.add(DATA.map((folder) => fileURLToPath(new URL(folder, context.config.root))));
      context.watcher?.on('change', (file) => {
        if (DATA.some((folder) => toPosix(file).includes(`/${folder}`))) void storeData(context);
      });
    },
  };
}

async function storeCodes(context: LoaderContext): Promise<void> {
  await store(context, ERRORS_PAGE, writeErrorList());
  for (const code of Object.keys(CODES) as Code[]) await store(context, `${ERRORS_PAGE}/${code}`, writeErrorPage(code));
}

/** What pages are made of, relative to the project. */
const DATA = [
  'content/roadmaps',
  'content/exercises',
  'content/examples',
  'content/interviews',
  'content/questions',
  'content/flashcards',
  'content/projects',
  'content/resources.yaml',
];

async function storeData(context: LoaderContext): Promise<void> {
  for (const { path, text, former } of writeResourcePages()) {
    await store(context, path, text, { order: 0, pagefind: true, ...former });
  }
  for (const { path, text } of writeExamplePages()) await store(context, path, text, { order: 0, pagefind: true });
  for (const { path, text, order, former } of writeRoadmapPages()) {
    await store(context, path, text, { order, pagefind: true, ...former });
  }
  for (const { path, text, order, pagefind } of writeExercisePages()) {
    await store(context, path, text, { order, pagefind, tableOfContents: { maxHeadingLevel: 2 } });
  }
  for (const { path, text, order, pagefind, former } of writeProjectPages()) {
    await store(context, path, text, { order, pagefind, tableOfContents: { maxHeadingLevel: 2 }, ...former });
  }
  for (const { path, text, order } of writeInterviewPages())
    await store(context, path, text, { order, pagefind: true });
  for (const { path, text, order, pagefind } of writeDeckPages()) {
    await store(context, path, text, { order, pagefind });
  }
}

interface StoreOptions extends FormerIds {
  readonly order?: number;
  /** Whether readers find it. */
  readonly pagefind?: boolean;
  readonly tableOfContents?: { readonly maxHeadingLevel: number } | false;
}

/**
 * A generated page lies nowhere, so that it has no edit link; its links are resolved as if it lay in `content/docs`.
 * Those for writers are not among readers' search results.
 */
async function store(
  context: LoaderContext,
  path: string,
  text: GeneratedText,
  { order = LAST, pagefind = false, ...further }: StoreOptions = {},
): Promise<void> {
  const { title, description, body } = text;
  const id = placeOf(path, foldersOf(site)).path;
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
