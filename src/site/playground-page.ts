/** The page to try code in: its words are the server's, the rest is `Playground.astro`. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';

/** Its path, without language. */
export const PLAYGROUND = 'playground';

export function writePlaygroundPages(): [path: string, text: GeneratedText][] {
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return Object.keys(site.locales).map((locale) => {
    const page = locale === 'root' ? PLAYGROUND : `${locale}/${PLAYGROUND}`;
    const t = words(new URL(`file://${root}/${DOCS}${page}.md`));
    const description = t('study.playground.description');
    return [page, { title: t('study.playground.title'), description, body: description }];
  });
}
