/**
 * The files of a search index, all JSON, one folder for each language. Its name changes with what it holds, so that the
 * files of two builds never mix, and everything in it can be kept forever.
 *
 * - `head.json`: what every search needs ({@link IndexHead}).
 * - `terms-<n>.json`: the terms from one to another in alphabetical order, each with where it stands ({@link TermShard}).
 * - `pages-<n>.json`: some pages with their titles and headings, and with their texts where these are short
 *   ({@link PageBlock}).
 * - `texts-<n>.json`: the texts of some sections of a longer page, for excerpts.
 * - `words-<n>.txt`: the words from one letter to another that a typing mistake can be meant for, `word pages` in each
 *   line, pages in base 36.
 *
 * A page is named by its number, a section by its number on its page; what stands above the first heading is section 0.
 * A search asks for the head once, then for a shard a word, and for the blocks of the pages and the texts of the sections
 * that it shows.
 */

export const INDEX_FORMAT = 3;

export interface IndexHead {
  readonly format: number;
  readonly lang: string;
  /** Names, which the columns below refer to by number. */
  readonly kinds: readonly string[];
  readonly areas: readonly string[];
  readonly levels: readonly string[];
  /** A value for each page, packed as value, count, value, count …; -1 where a page has none. */
  readonly kind: readonly number[];
  readonly area: readonly number[];
  readonly level: readonly number[];
  /** Pages that are there in another language too, by its tag. */
  readonly translated: Readonly<Record<string, readonly number[]>>;
  /** Where each shard begins: as much of its first term as sets it off from the term before. */
  readonly shards: readonly string[];
  /** How many pages each block has, packed likewise. */
  readonly blocks: readonly number[];
  /** First letter of each file of words. */
  readonly letters: readonly string[];
  /** Groups of expressions that mean the same, each a list of terms. */
  readonly synonyms: readonly (readonly (readonly string[])[])[];
}

/**
 * Where a term stands, page after page, as numbers: how far on from the page before; then `impact * 4 + fields`, where
 * `fields` is 1 if it stands in the title and 2 if in a heading; then the sections it stands in, as the sum of their
 * powers of two; then, if in a heading, the sections whose heading it is; then, if in the title, how many terms that has.
 */
export type PackedPosting = readonly number[];

/**
 * Of a term that stands on many pages only the best are told apart. Of the others it is known which they are, each as how
 * far on it is from the one before, and how much they are about it in the mean: that is a tenth of the bytes.
 */
export interface CutPosting {
  readonly best: PackedPosting;
  readonly impact: number;
  readonly rest: readonly number[];
}

export type TermShard = Readonly<Record<string, PackedPosting | CutPosting>>;

/** Impacts go from 1 to this. */
export const MOST_IMPACT = 60;

/** Sections of one page; a number holds no more powers of two. What comes later counts as one with the last. */
export const MOST_SECTIONS = 50;

export interface IndexedPage {
  readonly title: string;
  /** Its title in languages that have no more of it, by tag. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Below the site's base, with a slash at its end unless it names a place on the page. */
  readonly url: string;
  /** What can be ticked on the page, by token; or the card that it is. */
  readonly items?: readonly string[];
  readonly sections: readonly IndexedSection[];
}

/** Anchor, heading and text; the first section has neither of the first two. */
export type IndexedSection = readonly [anchor: string, heading: string, text: string];

/**
 * A page as it is kept. Where its texts lie apart, its sections have none, and `texts` is the number of the first file that
 * has some, then how many sections that one has, then how many the next has, and so on.
 */
export interface StoredPage extends Omit<IndexedPage, 'sections'> {
  readonly sections: readonly (readonly [anchor: string, heading: string, text?: string])[];
  readonly texts?: readonly number[];
}

export type PageBlock = readonly StoredPage[];

export function packColumn(values: readonly number[]): number[] {
  const packed: number[] = [];
  for (const value of values) {
    const last = packed.length - 2;
    if (packed[last] === value) packed[last + 1] = (packed[last + 1] ?? 0) + 1;
    else packed.push(value, 1);
  }
  return packed;
}

export function unpackColumn(packed: readonly number[]): Int16Array {
  let length = 0;
  for (let index = 1; index < packed.length; index += 2) length += packed[index] ?? 0;
  const values = new Int16Array(length);
  let end = 0;
  for (let index = 0; index < packed.length; index += 2) {
    const start = end;
    end += packed[index + 1] ?? 0;
    values.fill(packed[index] ?? 0, start, end);
  }
  return values;
}

/** Position of the last entry that is not after a value: the shard of a term, the block of a page. */
export function findStart<T extends string | number>(starts: readonly T[], value: T): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle];
    if (start !== undefined && start <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
