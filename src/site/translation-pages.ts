/** The page that says how far each translation is, in every language. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { TRANSLATIONS_PAGE } from '../content/generated-page.ts';
import { createDocumentWords, langsOf, type Translate } from '../content/markdown/words.ts';
import { DOCS, isRecord, type Page, readPages } from '../content/page.ts';
import {
  createTranslationTable,
  TRANSLATION_STATES,
  type TranslationCell,
  type TranslationRow,
} from '../content/translation-table.ts';
import { files } from './site-files.ts';

/** Texts by the path of the page, language included. */
export function writeTranslationPages(): [path: string, text: GeneratedText][] {
  const locales = foldersOf(site);
  const rows = createTranslationTable(readPages(files, locales), locales);
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return Object.keys(site.locales).map((locale) => {
    const page = locale === 'root' ? TRANSLATIONS_PAGE : `${locale}/${TRANSLATIONS_PAGE}`;
    const t = words(new URL(`${page}.md`, `file://${root}/${DOCS}`));
    return [page, writePage(page, rows, locales, t)];
  });
}

function writePage(
  page: string,
  rows: readonly TranslationRow[],
  locales: readonly string[],
  t: Translate,
): GeneratedText {
  const head = [t('study.translations.page'), ...locales.map((locale) => site.locales[locale]?.label ?? locale)];
  const counts = locales.map((locale) => {
    const cells = rows.map(({ cells }) => cells.get(locale)?.state);
    return TRANSLATION_STATES.map((state) => [state, cells.filter((other) => other === state).length] as const)
      .filter(([, number]) => number > 0)
      .map(([state, number]) => `${t(`study.translations.${state}`)}: ${number}`)
      .join(', ');
  });
  return {
    title: t('study.translations.title'),
    description: t('study.translations.description'),
    body: [
      t('study.translations.description'),
      ...locales.map((locale, index) => `- **${site.locales[locale]?.label ?? locale}**: ${counts[index]}`),
      '',
      row(head),
      row(head.map(() => '---')),
      ...rows.map(({ original, cells }) =>
        row([
          link(page, original, titleOf(original)),
          ...locales.map((locale) => writeCell(page, cells.get(locale), t)),
        ]),
      ),
    ].join('\n'),
  };
}

function writeCell(page: string, cell: TranslationCell | undefined, t: Translate): string {
  const word = t(`study.translations.${cell?.state ?? 'missing'}`);
  return cell?.page === undefined ? word : link(page, cell.page, word);
}

function link(page: string, target: Page, text: string): string {
  const to = path.posix.relative(path.posix.dirname(`${DOCS}${page}`), target.file);
  return `[${text.replace(/[[\]|\\]/g, '\\$&')}](${encodeURI(to)})`;
}

function titleOf({ yaml, file }: Page): string {
  return isRecord(yaml.value) ? String(yaml.value.title ?? file) : file;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
