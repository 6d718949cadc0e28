/** The notes of a language that are new or changed, the latest first. */
import { getCollection } from 'astro:content';
import { root } from 'virtual:study/site';
import { DOCS } from '../../content/page.ts';
import type { Library, LibraryPage } from '../library.ts';
import { readChangeDates } from './change-dates.ts';

export interface ChangedNote {
  readonly note: LibraryPage;
  /** Title of its area. */
  readonly area: string;
  readonly date: Date;
}

let dates: ReadonlyMap<string, Date> | undefined;

/**
 * What is not translated is news in its own language only.
 * @param lang language tag of the library
 */
export async function listChangedNotes({ areas }: Library, lang: string): Promise<ChangedNote[]> {
  dates ??= readChangeDates(root, DOCS);
  const entries = new Map((await getCollection('docs')).map(({ filePath, data }) => [filePath, data]));
  const dateOf = ({ file = '' }: LibraryPage): Date | undefined => {
    const { lastUpdated, verified } = entries.get(file) ?? {};
    if (lastUpdated instanceof Date) return lastUpdated;
    // Who took the sources as an archive has no history.
    return lastUpdated === false ? undefined : (dates?.get(file) ?? verified?.date);
  };
  return areas
    .flatMap(({ overview, notes }) => notes.map((note) => ({ note, area: overview.title, date: dateOf(note) })))
    .filter((item): item is ChangedNote => item.date !== undefined && item.note.lang === lang)
    .sort((a, b) => b.date.getTime() - a.date.getTime() || a.note.path.localeCompare(b.note.path));
}
