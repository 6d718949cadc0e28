/** Makes the files of a search index of what is to be found. Pure: who reads pages and writes files is elsewhere. */
import { INDEX_FORMAT, type IndexedPage, type IndexHead, MOST_IMPACT, packColumn } from './index-file.ts';
import { PostingWriter } from './posting-writer.ts';
import { RecordReader } from './record-reader.ts';
import { stemmerOf, stopWordsOf } from './stem.ts';
import { Vocabulary } from './vocabulary.ts';
import { splitWords } from './word.ts';
import { chooseSizes, type FileSizes, writeBlocks, writeShards, writeWords } from './write-files.ts';

/** A page, a card or an item of a roadmap. */
export interface SearchRecord extends IndexedPage {
  /** In its own language, then in those that have its title. */
  readonly descriptions: readonly string[];
  readonly kind: string;
  readonly area: string | undefined;
  readonly level: string | undefined;
  /** Whether it is a part of a page: a card, an item. Its title is a sentence then. */
  readonly isPart: boolean;
  /** What each section stresses, and the blocks of code in it: parts of its text that count otherwise than the rest. */
  readonly accents: readonly SectionAccents[];
  /** Other languages that it is there in. */
  readonly translated: readonly string[];
}

export interface SectionAccents {
  /** Code words and bold ones. */
  readonly stressed: string;
  /** Code words in sentences: they are found in their very form before they are found as words. */
  readonly names: string;
  readonly code: string;
}

export interface IndexOptions {
  readonly lang: string;
  /** Groups of expressions that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Otherwise those that fit the number of pages. */
  readonly sizes?: FileSizes;
}

/** How soon more of the same word adds nothing, and how much of that is the length of the page. */
const SATURATION = 1.6;
const LENGTH = 0.75;
/** Below this share of the mean, a text is no better for being shorter. */
const SHORT = 0.4;

/** @returns texts of the files by their names in the index's folder */
export function writeIndex(
  records: readonly SearchRecord[],
  { lang, synonyms, sizes = chooseSizes(records.length) }: IndexOptions,
): Map<string, string> {
  const vocabulary = new Vocabulary(stemmerOf(lang), stopWordsOf(lang));
  const termsOf = (text: string) => splitWords(text, stemmerOf(lang));
  const { postings, words, lengths } = readRecords(records, vocabulary);
  const rooms = measureRooms(records, lengths);
  const files = new Map<string, string>();
  const impactOf = (page: number, weight: number) =>
    Math.max(1, Math.round((weight / (weight + (rooms[page] ?? 1))) * MOST_IMPACT));
  const shards = writeShards(vocabulary.terms, (term) => postings[term]?.pack(impactOf), sizes, files);
  const blocks = writeBlocks(records, sizes, files);
  // A mistake may be meant for a word of another language, which stands nowhere but has synonyms.
  for (const { plain } of synonyms.flat().flatMap(termsOf)) if (!words.has(plain)) words.set(plain, 0);
  const letters = writeWords(words, files);
  const head: IndexHead = {
    format: INDEX_FORMAT,
    lang,
    ...writeColumns(records),
    translated: listTranslated(records),
    shards,
    blocks,
    letters,
    synonyms: writeSynonyms(synonyms, (text) => termsOf(text).map(({ term }) => term)),
  };
  files.set('head.json', JSON.stringify(head));
  return files;
}

/** @returns where each term stands, by its number; words and how many records have each; how long each record is */
function readRecords(records: readonly SearchRecord[], vocabulary: Vocabulary) {
  const postings: (PostingWriter | undefined)[] = [];
  const reader = new RecordReader(vocabulary);
  const lengths = records.map((record, page) => {
    const { length, titleLength, terms } = reader.read(record);
    terms.take((term, weight, isInTitle, sections, headings) => {
      postings[term] ??= new PostingWriter();
      postings[term].add(page, weight, isInTitle ? titleLength : 0, sections, headings);
    });
    return length;
  });
  return { postings, words: reader.wordCounts, lengths };
}

/** What a word's weight on a page is weighed against: the longer the page, the less it says. */
function measureRooms(records: readonly SearchRecord[], lengths: readonly number[]): Float64Array {
  const whole = lengths.filter((_, page) => records[page]?.isPart === false);
  const mean = whole.reduce((sum, length) => sum + length, 0) / Math.max(1, whole.length);
  return Float64Array.from(lengths, (length) => SATURATION * (1 - LENGTH + LENGTH * Math.max(SHORT, length / mean)));
}

function writeColumns(records: readonly SearchRecord[]) {
  const column = (nameOf: (record: SearchRecord) => string | undefined) => {
    const names = [...new Set(records.flatMap((record) => nameOf(record) ?? []))];
    return { names, packed: packColumn(records.map((record) => names.indexOf(nameOf(record) ?? ''))) };
  };
  const [kind, area, level] = [column(({ kind }) => kind), column(({ area }) => area), column(({ level }) => level)];
  return {
    kinds: kind.names,
    areas: area.names,
    levels: level.names,
    kind: kind.packed,
    area: area.packed,
    level: level.packed,
  };
}

function listTranslated(records: readonly SearchRecord[]): Record<string, number[]> {
  const languages = new Set(records.flatMap(({ translated }) => translated));
  const pagesIn = (lang: string) =>
    records.flatMap(({ translated }, page) => (translated.includes(lang) ? [page] : []));
  return Object.fromEntries([...languages].map((lang) => [lang, pagesIn(lang)]));
}

function writeSynonyms(
  groups: IndexOptions['synonyms'],
  termsOf: (text: string) => readonly string[],
): IndexHead['synonyms'] {
  return groups
    .map((group) => {
      const expressions = new Map(group.map((text) => [termsOf(text).join(' '), termsOf(text)]));
      return [...expressions.values()].filter((terms) => terms.length > 0);
    })
    .filter((group) => group.length > 1);
}
