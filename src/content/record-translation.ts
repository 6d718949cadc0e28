/** Writes into a translation which state of its original it was made from. */
import { cardPlace, hashCards, readCardFiles } from './card-file.ts';
import { hashExerciseText, listTranslations } from './exercise-text.ts';
import type { ContentFiles } from './files/content-files.ts';
import { setFrontmatterKey } from './frontmatter.ts';
import { type Page, readPages } from './page.ts';
import { createRecord } from './translation.ts';

/** A translation that can be brought up to date. */
export interface Recordable {
  readonly path: string;
  readonly original: string;
  /** Its text with the record of the original as it is now. */
  record(): string;
}

/** Every translation that has an original: of pages, of card files, of the texts of exercises. */
export function listRecordable(files: ContentFiles, locales: readonly string[]): Recordable[] {
  return [...listPages(files, locales), ...listCards(files, locales), ...listExercises(files, locales)];
}

export function recordPage(original: Page, translation: Page): string {
  return setFrontmatterKey(translation.source.text, 'translated', createRecord(original));
}

function listPages(files: ContentFiles, locales: readonly string[]): Recordable[] {
  const pages = readPages(files, locales);
  const originals = new Map(
    pages.filter(({ place }) => place.locale === 'root').map((page) => [page.place.path, page]),
  );
  return pages.flatMap((page) => {
    const original = originals.get(page.place.path);
    if (original === undefined || original === page) return [];
    return [{ path: page.file, original: original.file, record: () => recordPage(original, page) }];
  });
}

function listCards(files: ContentFiles, locales: readonly string[]): Recordable[] {
  const all = readCardFiles(files).map((cards) => ({ cards, place: cardPlace(cards.path, locales) }));
  const originals = new Map(
    all.filter(({ place }) => place.locale === 'root').map(({ cards, place }) => [place.path, cards]),
  );
  return all.flatMap(({ cards, place }) => {
    const original = originals.get(place.path);
    if (original === undefined || original === cards) return [];
    const { path } = cards;
    return [{ path, original: original.path, record: () => recordCards(files.read(path).text, hashCards(original)) }];
  });
}

function recordCards(text: string, hash: string): string {
  const line = `Translated: ${hash}`;
  if (/^Translated:.*$/m.test(text)) return text.replace(/^Translated:[^\r\n]*/m, line);
  return `${line}${text.includes('\r\n') ? '\r\n' : '\n'}${text}`;
}

function listExercises(files: ContentFiles, locales: readonly string[]): Recordable[] {
  const folders = files
    .list()
    .filter((path) => /^content\/exercises\/[^/]+\/exercise\.yaml$/.test(path))
    .map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  return folders
    .flatMap((folder) => locales.flatMap((locale) => listTranslations(files, folder, locale).translations))
    .map(({ path, original }) => ({
      path,
      original,
      record: () => setFrontmatterKey(files.read(path).text, 'translated', hashExerciseText(files, original)),
    }));
}
