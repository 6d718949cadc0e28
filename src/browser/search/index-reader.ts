/** Reads the index of one language, file by file as a search needs it. What failed to load is asked for again. */

import { isRecord, parseJson } from '../../domain/json.ts';
import {
  findStart,
  INDEX_FORMAT,
  type IndexHead,
  type PageBlock,
  type StoredPage,
  type TermShard,
  unpackColumn,
} from '../../domain/search/index-file.ts';
import type { KnownWord } from '../../domain/search/nearest-word.ts';
import { type Posting, readPosting } from '../../domain/search/posting.ts';
import { createSynonymTable, type QueryLanguage } from '../../domain/search/query.ts';
import { stemmerOf, stopWordsOf } from '../../domain/search/stem.ts';
import { isNameTerm } from '../../domain/search/word.ts';
import { SearchError } from './error.ts';

export type FetchText = (url: string) => Promise<string>;

/** What is known of a page without loading it. */
export interface IndexedFacts {
  readonly kind: string | undefined;
  readonly area: string | undefined;
  readonly level: string | undefined;
}

export interface IndexReader extends QueryLanguage {
  readonly lang: string;
  readonly count: number;
  factsOf(page: number): IndexedFacts;
  /** Whether the page is there in another language too. */
  isTranslated(page: number, lang: string): boolean;
  /** Whether an expression that has synonyms holds the term. */
  isSynonym(term: string): boolean;
  find(term: string): Promise<Posting | undefined>;
  /** Terms that begin so, at most {@link MOST_ENDINGS}. */
  findBeginning(start: string): Promise<{ readonly term: string; readonly posting: Posting }[]>;
  /** Every word, or those that begin with a letter and some others. */
  readWords(letter?: string): Promise<readonly KnownWord[]>;
  readPage(page: number): Promise<StoredPage>;
  /** Texts of some sections of a page, by their numbers; of all where none are named. */
  readTexts(page: StoredPage, sections?: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

/** Endings of a word that is being typed; more would be noise. */
const MOST_ENDINGS = 24;
/** Files that a beginning may be looked for in: one letter has a tenth of all words. */
const MOST_SHARDS = 5;

/** @param folder address of the index's folder, with a slash at its end */
export async function openIndex(folder: string, fetchText: FetchText): Promise<IndexReader> {
  const head = parseHead(await fetchText(`${folder}head.json`));
  const [kind, area, level] = [unpackColumn(head.kind), unpackColumn(head.area), unpackColumn(head.level)];
  const blocks = sumUp(unpackColumn(head.blocks));
  const translated = new Map(Object.entries(head.translated).map(([lang, pages]) => [lang, new Set(pages)]));
  const load = keepLoaded(async (name: string) => fetchText(folder + name));
  const loadShard = keepLoaded(async (name: string) => parseShard(await load(name)));
  const loadBlock = keepLoaded(async (name: string) => parseList<PageBlock[number]>(await load(name)));
  const loadTexts = keepLoaded(async (name: string) => parseList<string>(await load(name)));
  const loadWords = keepLoaded(async (name: string) => parseWords(await load(name)));
  const synonymTerms = new Set(head.synonyms.flat(2));
  const postings = new Map<string, Posting>();

  function toPosting(term: string, packed: TermShard[string]): Posting {
    const posting = postings.get(term) ?? readPosting(packed);
    postings.set(term, posting);
    return posting;
  }

  return {
    lang: head.lang,
    stem: stemmerOf(head.lang),
    stopWords: stopWordsOf(head.lang),
    synonyms: createSynonymTable(head.synonyms),
    count: kind.length,
    factsOf: (page) => ({
      kind: head.kinds[kind[page] ?? -1],
      area: head.areas[area[page] ?? -1],
      level: head.levels[level[page] ?? -1],
    }),
    isTranslated: (page, lang) => translated.get(lang)?.has(page) ?? false,
    isSynonym: (term) => synonymTerms.has(term),
    async find(term) {
      const shard = findStart(head.shards, term);
      if (shard < 0) return undefined;
      const terms = await loadShard(`terms-${shard}.json`);
      const packed = terms.get(term);
      return packed && toPosting(term, packed);
    },
    async findBeginning(start) {
      const first = Math.max(0, findStart(head.shards, start));
      const last = Math.min(findStart(head.shards, `${start}\uffff`), first + MOST_SHARDS - 1);
      const names = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `terms-${first + index}.json`);
      const shards = await Promise.all(names.map(loadShard));
      const found = shards.flatMap((terms) =>
        [...terms].filter(([term]) => term.startsWith(start) && !isNameTerm(term)),
      );
      return found
        .sort(([, a], [, b]) => lengthOf(b) - lengthOf(a))
        .slice(0, MOST_ENDINGS)
        .map(([term, packed]) => ({ term, posting: toPosting(term, packed) }));
    },
    async readWords(letter) {
      const all = head.letters.map((_, index) => index);
      const wanted = letter === undefined ? all : [Math.max(0, findStart(head.letters, letter))];
      return (await Promise.all(wanted.map((index) => loadWords(`words-${index}.txt`)))).flat();
    },
    async readPage(page) {
      const block = findStart(blocks, page);
      const pages = await loadBlock(`pages-${block}.json`);
      const found = pages[page - (blocks[block] ?? 0)];
      if (found === undefined) throw new SearchError('failed');
      return found;
    },
    async readTexts({ sections, texts }, wanted = [...sections.keys()]) {
      const [first = 0, ...counts] = texts ?? [];
      const starts = sumUp(counts);
      const read = async (section: number): Promise<[number, string]> => {
        if (texts === undefined) return [section, sections[section]?.[2] ?? ''];
        const part = findStart(starts, section);
        return [section, (await loadTexts(`texts-${first + part}.json`))[section - (starts[part] ?? 0)] ?? ''];
      };
      return new Map(await Promise.all(wanted.map(read)));
    },
  };
}

/** The first page of each block. */
function sumUp(counts: ArrayLike<number>): number[] {
  let sum = 0;
  return Array.from(counts, (count) => {
    sum += count;
    return sum - count;
  });
}

/** Roughly, on how many pages a term stands. */
function lengthOf(packed: TermShard[string]): number {
  return 'best' in packed ? packed.best.length + packed.rest.length : packed.length;
}

function keepLoaded<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (name) => {
    let one = loaded.get(name);
    if (one === undefined) {
      one = load(name);
      one.catch(() => loaded.delete(name));
      loaded.set(name, one);
    }
    return one;
  };
}

/**
 * The files come from one build and need no check beyond their form: a server may answer with a page instead, or break
 * off in the middle.
 */
function parseHead(text: string): IndexHead {
  const value = parseJson(text);
  if (!isRecord(value) || value.format !== INDEX_FORMAT) throw new SearchError('failed');
  return value as unknown as IndexHead;
}

function parseShard(text: string): ReadonlyMap<string, TermShard[string]> {
  const value = parseJson(text);
  if (!isRecord(value)) throw new SearchError('failed');
  // A map: `constructor` is a word like others.
  return new Map(Object.entries(value as TermShard));
}

function parseList<T>(text: string): readonly T[] {
  const value = parseJson(text);
  if (!Array.isArray(value)) throw new SearchError('failed');
  return value as T[];
}

function parseWords(text: string): KnownWord[] {
  if (text.startsWith('<')) throw new SearchError('failed');
  return text.split('\n').flatMap((line) => {
    const [word, pages = '0'] = line.split(' ');
    return word ? [{ word, pages: Number.parseInt(pages, 36) }] : [];
  });
}
