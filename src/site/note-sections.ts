/**
 * The sections of a note as a reader of one language has them, each with the hash of the original that it says: by these
 * it is told what has changed since the note was studied, in whatever language.
 *
 * A translation that is behind says what its original said when it was made. It changes for its readers when it is made
 * anew, not before. Where it has no record of its original, it is taken to say what the original says now.
 */
import site from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import { readPage } from '../content/page.ts';
import { listSections, type Section } from '../content/section.ts';
import { readRecord } from '../content/translation.ts';
import type { LibraryPage } from './library.ts';
import { files } from './site-files.ts';

export function sectionsOf({ file, originalFile }: LibraryPage): readonly Section[] {
  if (file === undefined || originalFile === undefined || !files.has(file) || !files.has(originalFile)) return [];
  const [own, original] = [file, originalFile].map((path) => readPage(files, path, foldersOf(site)));
  if (own === undefined || original === undefined) return [];
  const record = file === originalFile ? undefined : readRecord(own);
  const titles = listSections(own);
  const hashes = record ? Object.values(record) : listSections(original).map(({ hash }) => hash);
  // A translation has the sections of its original in the same order; where it has not, they have no name in it.
  const isAligned = titles.length === hashes.length;
  return hashes.map((hash, index) => ({ id: '', title: '', ...(isAligned && titles[index]), hash }));
}

/** Ids of a note's sections in the main language, `undefined` where the note's own are those or cannot be matched to them. */
export function originalSectionIds({ file, originalFile }: LibraryPage): readonly string[] | undefined {
  if (file === undefined || originalFile === undefined || file === originalFile) return undefined;
  const [own, original] = [file, originalFile].map((path) => readPage(files, path, foldersOf(site)).document.headings);
  return own?.length === original?.length ? original?.map(({ id }) => id) : undefined;
}
