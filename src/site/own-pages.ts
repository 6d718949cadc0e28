/** Pages whose words are the server's and whose inside is a component and a script: progress, playground. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';

/** Their paths, without language. */
export const PROGRESS = 'progress';
export const PLAYGROUND = 'playground';

const PAGES = [
  { path: PROGRESS, words: 'study.progressPage', pagefind: false },
  { path: PLAYGROUND, words: 'study.playground', pagefind: true },
] as const;

interface OwnPage {
  readonly path: string;
  readonly text: GeneratedText;
  /** Whether search finds it. */
  readonly pagefind: boolean;
}

/** Each in every language. */
export function writeOwnPages(): OwnPage[] {
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return PAGES.flatMap(({ path: name, words: prefix, pagefind }) =>
    Object.keys(site.locales).map((locale) => {
      const page = locale === 'root' ? name : `${locale}/${name}`;
      const t = words(new URL(`file://${root}/${DOCS}${page}.md`));
      const description = t(`${prefix}.description`);
      return { path: page, text: { title: t(`${prefix}.title`), description, body: description }, pagefind };
    }),
  );
}
