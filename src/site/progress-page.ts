/** The page that shows a reader's progress: its words are the server's, the rest is filled in by `ProgressOverview`. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';

/** Its path, without language. */
export const PROGRESS = 'progress';

export function writeProgressPages(): [path: string, text: GeneratedText][] {
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return Object.keys(site.locales).map((locale) => {
    const page = locale === 'root' ? PROGRESS : `${locale}/${PROGRESS}`;
    const t = words(new URL(`file://${root}/${DOCS}${page}.md`));
    const description = t('study.progressPage.description');
    return [page, { title: t('study.progressPage.title'), description, body: description }];
  });
}
