/** Everything wrong with the content of a site, in one list. Runs no code of the content. */

import { readDataFiles } from '../data-file.ts';
import { checkFences } from '../fence-rules.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { keepList } from '../files/list-index.ts';
import { checkInterfaceWords } from '../interface-words.ts';
import { keepFor } from '../keep-for.ts';
import { checkLinks } from '../link.ts';
import { type Page, readPages } from '../page.ts';
import { compareProblems, type Problem } from '../problem.ts';
import { checkAddresses } from './address-rules.ts';
import { checkCardFiles } from './card-file-rules.ts';
import { type CheckedSite, foldersOf, languagesOf } from './checked-site.ts';
import { checkDataFile, findLostExercises, findSharedIds } from './data-rules.ts';
import { checkExampleFences, findOpenExamples } from './example-rules.ts';
import { checkExercise } from './exercise-rules.ts';
import { checkFiles } from './file-rules.ts';
import { checkHeadings } from './heading-rules.ts';
import { checkIdentity } from './identity.ts';
import { checkInterviews, listAreas } from './interview-rules.ts';
import { checkItems } from './item-rules.ts';
import { checkNote } from './note-rules.ts';
import { checkPages, isReadable } from './page-rules.ts';
import { checkProject, findLostPacks } from './project-rules.ts';
import { Catalog, checkReferences } from './reference-rules.ts';
import { checkReleased, checkRetired, type ReleasedIds } from './released-rules.ts';
import { checkSynonyms } from './synonym-rules.ts';
import { checkTranslations } from './translation-rules.ts';

export interface CheckOptions {
  /** By which the age of claims is told. */
  readonly today: Date;
  /** Ids that readers may already have data under; none where nothing was released yet. */
  readonly released?: ReleasedIds | undefined;
}

/** Checks all content. Problems come sorted by file and place. */
export function checkContent(files: ContentFiles, site: CheckedSite, { today, released }: CheckOptions): Problem[] {
  const steady = keepList(files);
  const locales = foldersOf(site);
  const langs = Object.values(site.locales).map(({ lang }) => lang);
  const languages = languagesOf(site);
  const pages = readPages(steady, locales);
  const readable = pages.filter(isReadable);
  const dataFiles = readDataFiles(steady, languages);
  const catalog = new Catalog(pages, dataFiles);
  const translated = new Set(pages.filter(({ place }) => place.locale !== 'root').map(({ place }) => place.path));
  const isStrict = (page: Page) => site.strictIds || translated.has(page.place.path);
  return [
    ...checkFiles(steady, langs),
    ...checkAddresses(steady),
    ...checkInterfaceWords(steady, langs),
    ...checkPages(pages),
    ...checkIdentity(readable),
    ...checkLinks(steady, { base: site.base, locales }),
    ...readable.flatMap((page) => [
      ...checkAlone(page, { site, today, isStrict: isStrict(page) }),
      ...checkExampleFences(steady, page),
    ]),
    ...findOpenExamples(steady),
    ...checkTranslations(readable, locales),
    ...dataFiles.flatMap((file) => [...checkDataFile(steady, file, languages), ...checkReferences(file, catalog)]),
    ...dataFiles.flatMap(checkSynonyms),
    ...checkInterviews(dataFiles, listAreas(pages)),
    ...findSharedIds(dataFiles),
    ...findLostExercises(steady),
    ...dataFiles.flatMap((file) => checkExercise(steady, file, { base: site.base, locales }, languages)),
    ...findLostPacks(steady),
    ...dataFiles.flatMap((file) => checkProject(steady, file, { base: site.base, locales })),
    ...checkCardFiles(steady, locales, catalog),
    ...checkRetired(steady),
    ...(released ? checkReleased(steady, site, released) : []),
  ].sort(compareProblems);
}

interface AloneOptions extends Pick<CheckOptions, 'today'> {
  readonly site: CheckedSite;
  /** Whether an item without an id is an error. */
  readonly isStrict: boolean;
}

const keepAlone = keepFor<Page, readonly Problem[]>();

/** What is wrong with a page whatever stands in other files: nine tenths of the rules' work on it, done once while it is the same. */
function checkAlone(page: Page, { site, today, isStrict }: AloneOptions): readonly Problem[] {
  const given = `${isStrict} ${site.strictCode} ${today.toISOString().slice(0, 10)}`;
  return keepAlone(page, given, () => [
    ...checkHeadings(page),
    ...checkItems(page, isStrict),
    ...checkNote(page, today),
    ...checkFences(page.document.fences, site).map((problem) => ({ file: page.file, ...problem })),
  ]);
}
