/**
 * A site of as many notes as wanted: ours, and beside them areas of notes that are made of the text of ours, in every language of
 * the site, with as many cards, exercises and interview questions for each as ours have. In another language stands the
 * same text, since what it costs does not depend on the words.
 */
import path from 'node:path';
import { stringify } from 'yaml';
import { foldersOf } from '../../content/check/checked-site.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { readPage, readPages } from '../../content/page.ts';
import type { Site } from '../../content/site-config.ts';
import { createRecord } from '../../content/translation.ts';
import { createCopies } from './build-copies.ts';
import { makeNote } from './build-note.ts';
import { readSources, type Source } from './build-parts.ts';
import { type Chance, createChance } from './random.ts';

const SEED = 20_261_129;
/** Links to notes of the same area; the others lead anywhere. */
const NEAR = 0.7;
const SMALLEST_AREA = 10;

/**
 * @param files the real content
 * @param count how many notes there are in all, ours included
 * @returns files to add, by path
 * @throws {RangeError} where there are more notes already
 */
export function makeContent(
  files: ContentFiles,
  site: Pick<Site, 'locales'>,
  count: number,
): ReadonlyMap<string, string> {
  const locales = foldersOf(site);
  const pages = readPages(files, locales);
  const real = pages.filter(({ isNote, place }) => isNote && place.locale === 'root').length;
  if (count < real) throw new RangeError(`this site has ${real} notes, so one of ${count} cannot be made of it`);
  const made = new Map<string, string>();
  const chance = createChance(SEED);
  const sources = readSources(pages);
  const copies = createCopies(files, real, chance);
  const areas = nameNotes(count - real);
  const all = areas.flatMap(({ notes }) => notes);
  for (const { area, notes } of areas) {
    for (const locale of ['', ...locales]) {
      made.set(path.posix.join('content/docs', locale, area, 'index.md'), writeOverview(area));
    }
    for (const [order, id] of notes.entries()) {
      const note = makeNote(
        sources,
        {
          id,
          title: nameNote(sources, chance),
          order,
          requires: notes[order - 1],
          pickNote: () => chance.pick(chance.next() < NEAR ? notes : all),
        },
        chance,
      );
      const file = `content/docs/${id}.md`;
      const own = note.write();
      made.set(file, own);
      const translated = createRecord(readPage(createMemoryFiles({ [file]: own }), file, locales));
      for (const locale of locales) made.set(`content/docs/${locale}/${id}.md`, note.write(locale, { translated }));
      for (const [name, text] of copies.ofNote(id, note.anchors)) made.set(name, text);
    }
    made.set(`content/questions/${area}.yaml`, copies.questionsOf(notes));
  }
  return made;
}

/** Areas grow with the site, as their number does, so that neither becomes the whole of a page's sidebar. */
function nameNotes(count: number): { readonly area: string; readonly notes: readonly string[] }[] {
  const size = Math.max(SMALLEST_AREA, Math.ceil(Math.sqrt(count)));
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => {
    const area = `subject-${index}`;
    const notes = Array.from({ length: Math.min(size, count - index * size) }, (_, order) => `${area}/note-${order}`);
    return { area, notes };
  });
}

function nameNote(sources: readonly Source[], chance: Chance): string {
  const [first, second] = [chance.pick(sources), chance.pick(sources)];
  const heading = chance.pick(second.parts).lines[0] ?? '';
  return `${first.title}: ${heading.replace(/^#+ /, '').replaceAll(/[`*\\]/g, '')}`;
}

function writeOverview(area: string): string {
  const frontmatter = stringify({ id: area, title: area, description: 'Notes that were made to measure a build.' });
  return `---\n${frontmatter}---\n\nWhat stands in these notes, and in which order, is chance.\n`;
}
