/**
 * Every id that a reader's data may hang on, as a key: `page:python-internals/gil`,
 * `item:python-internals/gil#explain-gil`, `card:gil-why`, `roadmap:sprint`, `roadmap:sprint#day-1` and so on for the
 * other kinds; a question has its area before it, `question:databases/mvcc-bloat`. Former ids are listed too, so that what was renamed still counts as there.
 */
import { cardPlace, readCardFiles } from '../card-file.ts';
import { type DataFile, readDataFiles } from '../data-file.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { isRecord, type Page, readPages } from '../page.ts';
import { areaOfQuestions } from '../question-file.ts';
import { type CheckedSite, foldersOf, languagesOf } from './checked-site.ts';

/** Keys of present and former ids, each with the file that holds it. */
export function collectIds(files: ContentFiles, site: CheckedSite): Map<string, string> {
  const locales = foldersOf(site);
  const pages = readPages(files, locales).filter(({ place }) => place.locale === 'root');
  const dataFiles = readDataFiles(files, languagesOf(site));
  const cardFiles = readCardFiles(files).filter(({ path }) => cardPlace(path, locales).locale === 'root');
  return new Map([
    ...pages.flatMap((page) => listPageKeys(page).map((key) => [key, page.file] as const)),
    ...dataFiles.flatMap((file) => listDataKeys(file).map((key) => [key, file.path] as const)),
    ...cardFiles.flatMap(({ path, file }) =>
      file.cards.flatMap((card) => [card.id ?? [], card.was].flat()).map((id) => [`card:${id}`, path] as const),
    ),
  ]);
}

function listPageKeys({ id, document, yaml }: Page): string[] {
  const data = isRecord(yaml.value) ? yaml.value : {};
  const ids = [id.id, ...textsOf(data.was)];
  const wasItems = isRecord(data.wasItems) ? data.wasItems : {};
  const items = document.items.flatMap((item) => [item.id, ...textsOf(wasItems[item.id])]);
  return [
    ...ids.map((page) => `page:${page}`),
    ...ids.flatMap((page) => items.map((item) => `item:${item.includes('#') ? item : `${page}#${item}`}`)),
  ];
}

function listDataKeys({ kind, path, yaml }: DataFile): string[] {
  if (kind === 'question') return listOwnIds(yaml.value).map((id) => `${kind}:${areaOfQuestions(path)}/${id}`);
  if (Array.isArray(yaml.value)) return listOwnIds(yaml.value).map((id) => `${kind}:${id}`);
  const entries = isRecord(yaml.value) ? Object.values(yaml.value) : [];
  const own = isRecord(yaml.value) ? idsOf(yaml.value) : [];
  return own.flatMap((id) => [`${kind}:${id}`, ...listOwnIds(entries).map((entry) => `${kind}:${id}#${entry}`)]);
}

/** Ids, present and former, of everything below. */
function listOwnIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listOwnIds);
  return isRecord(value) ? [...idsOf(value), ...Object.values(value).flatMap(listOwnIds)] : [];
}

function idsOf({ id, was }: Readonly<Record<string, unknown>>): string[] {
  return [...textsOf(id), ...textsOf(was)];
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
}
