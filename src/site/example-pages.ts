/** The page of the example programs, in every language, and their folders as zips. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { listPrograms, type Program } from '../content/example-catalog.ts';
import { EXAMPLES_PAGE, writeExamplePage } from '../content/example-page.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS, readPages } from '../content/page.ts';
import { createNoteFinder } from './note-finder.ts';
import { files } from './site-files.ts';
import { listTopics } from './topics.ts';

interface ExamplesPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
}

function readPublished() {
  return readPages(files, foldersOf(site)).filter(({ isDraft }) => !isDraft);
}

/** Every program, by path. */
export function listSitePrograms(): Program[] {
  return listPrograms(
    files,
    readPublished().filter(({ place }) => place.locale === 'root'),
  );
}

export function writeExamplePages(): ExamplesPage[] {
  const programs = listSitePrograms();
  if (programs.length === 0) return [];
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const langs = langsOf(site);
  const { main } = languagesOf(site);
  return ['root', ...foldersOf(site)].map((locale) => {
    const own = locale === 'root' ? EXAMPLES_PAGE : `${locale}/${EXAMPLES_PAGE}`;
    const text = writeExamplePage(programs, {
      lang: langs[locale] ?? main,
      mainLang: langs.root ?? main,
      t: words(new URL(`file://${root}/${DOCS}${own}.md`)),
      areas: listTopics(locale),
      findNote: createNoteFinder(locale, own),
      download: (group) => `${site.base.replace(/\/$/, '')}/${EXAMPLES_PAGE}/${group}.zip`,
    });
    return { path: own, text };
  });
}
