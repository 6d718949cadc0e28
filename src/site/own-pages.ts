/** Pages whose words are the server's and whose inside is a component and a script, such as the playground. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { NOT_SAVED_PAGE, OFFLINE_PAGE } from '../browser/offline/manifest.ts';
import { readCardFiles } from '../content/card-file.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { files } from './site-files.ts';

/** Their paths, without language. */
export const PROGRESS = 'progress';
export const PLAYGROUND = 'playground';
export const REVIEW = 'review';
export const TITLES = 'search';

const PAGES = [
  { path: PROGRESS, words: 'study.progressPage', pagefind: false },
  { path: PLAYGROUND, words: 'study.playground', pagefind: true },
  { path: REVIEW, words: 'study.review', pagefind: true },
  ...(site.offline
    ? ([
        { path: OFFLINE_PAGE, words: 'study.offline', pagefind: true },
        { path: NOT_SAVED_PAGE, words: 'study.notSaved', pagefind: false },
      ] as const)
    : []),
  { path: TITLES, words: 'study.searchPage', pagefind: false },
] as const;

export const OWN_PAGES: readonly string[] = PAGES.map(({ path }) => path);

interface OwnPage {
  readonly path: string;
  readonly text: GeneratedText;
  /** Whether search finds it. */
  readonly pagefind: boolean;
}

/** Each in every language; without cards there is nothing to review. */
export function writeOwnPages(): OwnPage[] {
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const pages = PAGES.filter(({ path: name }) => name !== REVIEW || readCardFiles(files).length > 0);
  return pages.flatMap(({ path: name, words: prefix, pagefind }) =>
    Object.keys(site.locales).map((locale) => {
      const page = locale === 'root' ? name : `${locale}/${name}`;
      const t = words(new URL(`file://${root}/${DOCS}${page}.md`));
      const description = t(`${prefix}.description`);
      return { path: page, text: { title: t(`${prefix}.title`), description, body: description }, pagefind };
    }),
  );
}
