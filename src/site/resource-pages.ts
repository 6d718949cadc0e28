/** The page of the resources, in every language. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import type { FormerIds } from '../content/checklist.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import type { Resource } from '../content/kinds/resource.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { readResources } from '../content/resource-file.ts';
import { formerResourceIds, RESOURCES, writeResourcePage } from '../content/resource-page.ts';
import { files } from './site-files.ts';
import { listTopics } from './topics.ts';

interface ResourcesPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  readonly former: FormerIds;
}

/** Every resource, in order; there are few readers of this, so it is not kept. */
export function listResources(): readonly Resource[] {
  return readResources(files, languagesOf(site));
}

export function writeResourcePages(): ResourcesPage[] {
  const resources = listResources();
  if (resources.length === 0) return [];
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const langs = langsOf(site);
  const { main } = languagesOf(site);
  return ['root', ...foldersOf(site)].map((locale) => {
    const own = locale === 'root' ? RESOURCES : `${locale}/${RESOURCES}`;
    const text = writeResourcePage(resources, {
      language: locale === 'root' ? main : locale,
      main,
      lang: langs[locale] ?? main,
      mainLang: langs.root ?? main,
      t: words(new URL(`file://${root}/${DOCS}${own}.md`)),
      topics: listTopics(locale),
    });
    return { path: own, text, former: formerResourceIds(resources) };
  });
}
