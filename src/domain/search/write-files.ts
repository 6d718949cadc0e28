/** Lays what is indexed out in files: see index-file.ts. */
import { type IndexedPage, packColumn, type StoredPage, type TermShard } from './index-file.ts';

/** What files hold, uncompressed. */
export interface FileSizes {
  /** Terms, at least, before the next file begins: 4,000 are about 2 kB on the wire. */
  readonly shard: number;
  /** Pages, likewise: a result needs one, whatever else is in its file. */
  readonly block: number;
  /** Of a page with more text than this, a result fetches the sections that it shows only. */
  readonly longPage: number;
  /** Texts of such sections, at most, unless one is longer. */
  readonly texts: number;
}

/** Few files: whoever saves the site for offline use asks for each. */
export const FEW_FILES: FileSizes = { shard: 9_000, block: 4_000, longPage: Number.POSITIVE_INFINITY, texts: 0 };
/** Little to fetch for a query, in four times as many files. */
export const SMALL_FILES: FileSizes = { shard: 4_000, block: 3_000, longPage: 4_000, texts: 8_000 };
/** With more than so many pages, queries would fetch too much from few files. */
const MANY_PAGES = 4_000;

export function chooseSizes(pages: number): FileSizes {
  return pages > MANY_PAGES ? SMALL_FILES : FEW_FILES;
}

/** Words are needed for a mistake only, and then all that begin alike. */
const WORDS_SIZE = 30_000;

/**
 * @param terms by their numbers
 * @param postingOf where a term stands, by its number; `undefined` for one that stands nowhere
 * @returns where each begins
 */
export function writeShards(
  terms: readonly string[],
  postingOf: (term: number) => TermShard[string] | undefined,
  sizes: FileSizes,
  files: Map<string, string>,
): string[] {
  const starts: string[] = [];
  let shard: string[] = [];
  let size = 0;
  let last = '';
  const close = () => {
    if (size > 0) files.set(`terms-${starts.length - 1}.json`, `{${shard.join(',')}}`);
    shard = [];
    size = 0;
  };
  const numbers = new Map(terms.map((term, number) => [term, number]));
  for (const term of terms.toSorted()) {
    const posting = postingOf(numbers.get(term) ?? -1);
    if (posting === undefined) continue;
    const text = `${JSON.stringify(term)}:${JSON.stringify(posting)}`;
    // A word that stands everywhere has a file of its own, so that its neighbors are not paid for with it.
    if (size > 0 && (size + text.length > sizes.shard * 2 || size > sizes.shard)) close();
    if (size === 0) starts.push(setOff(term, last));
    shard.push(text);
    size += text.length;
    last = term;
  }
  close();
  return starts;
}

/** The shortest beginning of a term that comes after the one before it. @example setOff('lookup', 'lock') // 'loo' */
function setOff(term: string, before: string): string {
  let length = 1;
  while (length < term.length && term.slice(0, length) <= before) length += 1;
  return term.slice(0, length);
}

/** @returns how many pages each has, packed */
export function writeBlocks(pages: readonly IndexedPage[], sizes: FileSizes, files: Map<string, string>): number[] {
  const counts: number[] = [];
  const texts = new TextWriter(sizes, files);
  let block: string[] = [];
  let size = 0;
  const close = () => {
    if (block.length === 0) return;
    files.set(`pages-${counts.length}.json`, `[${block.join(',')}]`);
    counts.push(block.length);
    block = [];
    size = 0;
  };
  for (const page of pages) {
    const text = JSON.stringify(toStored(page, texts));
    if (size > 0 && size + text.length > sizes.block) close();
    block.push(text);
    size += text.length;
  }
  close();
  return packColumn(counts);
}

function toStored({ title, titles, url, items, sections }: IndexedPage, texts: TextWriter): StoredPage {
  const own = {
    title,
    url,
    ...(titles && Object.keys(titles).length > 0 && { titles }),
    ...(items?.length && { items }),
  };
  const size = sections.reduce((sum, [, , text]) => sum + text.length, 0);
  if (size <= texts.sizes.longPage) return { ...own, sections };
  return {
    ...own,
    sections: sections.map(([anchor, heading]) => [anchor, heading]),
    texts: texts.write(sections.map(([, , text]) => text)),
  };
}

/** Texts of long pages, a few sections in a file. */
class TextWriter {
  readonly sizes: FileSizes;
  readonly #files: Map<string, string>;
  #count = 0;
  constructor(sizes: FileSizes, files: Map<string, string>) {
    this.sizes = sizes;
    this.#files = files;
  }

  /** @returns what a page says of them: see {@link StoredPage} */
  write(texts: readonly string[]): number[] {
    const stored = [this.#count];
    let part: string[] = [];
    let size = 0;
    const close = () => {
      if (part.length === 0) return;
      this.#files.set(`texts-${this.#count}.json`, JSON.stringify(part));
      this.#count += 1;
      stored.push(part.length);
      part = [];
      size = 0;
    };
    for (const text of texts) {
      if (size + text.length > this.sizes.texts) close();
      part.push(text);
      size += text.length;
    }
    close();
    return stored;
  }
}

/**
 * Every word that can be meant. What begins with one letter is in one file.
 * @returns the first letter of each
 */
export function writeWords(words: ReadonlyMap<string, number>, files: Map<string, string>): string[] {
  const starts: string[] = [];
  let lines: string[] = [];
  let size = 0;
  let letter = '';
  const close = () => {
    if (lines.length > 0) files.set(`words-${starts.length - 1}.txt`, lines.join('\n'));
    lines = [];
    size = 0;
  };
  for (const [word, pages] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const line = `${word} ${pages.toString(36)}`;
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    if (size > WORDS_SIZE && first !== letter) close();
    if (size === 0) starts.push(first);
    letter = first;
    lines.push(line);
    size += line.length;
  }
  close();
  return starts;
}
