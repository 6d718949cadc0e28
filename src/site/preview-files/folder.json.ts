/** `previews/<language>/<folder>.json`: the pages of a folder, those that lie deeper in it left out. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import site, { root } from 'virtual:study/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { createDocumentWords, langsOf } from '../../content/markdown/words.ts';
import { DOCS } from '../../content/page.ts';
import { areaOf } from '../../content/place.ts';
import { TOP } from '../../content/section.ts';
import type { PreviewFile, PublishedPreview } from '../../domain/reading/preview-file.ts';
import { langOf, languageKey } from '../decks.ts';
import { getLibrary, type LibraryPage } from '../library.ts';
import { sectionsOf } from '../note-sections.ts';

interface Props {
  readonly locale: string;
  readonly pages: readonly LibraryPage[];
}

export const getStaticPaths = (async () => {
  const libraries = Object.keys(site.locales).map(async (locale) => {
    const shown = [...(await getLibrary(locale)).pages.values()].filter(({ path }) => isShown(path));
    return [...Map.groupBy(shown, ({ path }) => areaOf(path) ?? '')].map(([folder, pages]) => ({
      params: { language: languageKey(locale), folder },
      props: { locale, pages },
    }));
  });
  return (await Promise.all(libraries)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { locale, pages } }) => {
  const inLanguage = pathToFileURL(path.join(root, DOCS, locale === 'root' ? 'any.md' : `${locale}/any.md`));
  const t = createDocumentWords(path.join(root, 'content'), langsOf(site))(inLanguage);
  const file: PreviewFile = {
    words: {
      open: t('study.noteState.open'),
      started: t('study.noteState.started'),
      done: t('study.noteState.done'),
      minutes: t('study.minutes', { count: '{count}' }),
    },
    pages: Object.fromEntries(
      pages.map((page) => [page.href, previewOf(page, locale, page.level && t(`study.level.${page.level}`))]),
    ),
  };
  return Response.json(file);
};

/** Decks and error codes are as many as notes, and no text links to them. */
function isShown(pagePath: string): boolean {
  return pagePath !== '' && pagePath.split('/').length <= 2;
}

function previewOf(page: LibraryPage, locale: string, level: string | undefined): PublishedPreview {
  const { title, description, minutes, lang, items } = page;
  const sections = level === undefined ? [] : sectionsOf(page).filter(({ id }) => id !== TOP && id !== '');
  return {
    title,
    description,
    ...(minutes !== undefined && { minutes }),
    ...(level !== undefined && { level }),
    ...(lang !== langOf(locale) && { lang }),
    ...(level !== undefined && items.length > 0 && { items }),
    ...(sections.length > 0 && { sections: Object.fromEntries(sections.map(({ id, title }) => [id, title])) }),
  };
}
