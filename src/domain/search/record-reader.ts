/** What a record says of each term, and how much, by where it stands there. */
import { MOST_SECTIONS } from './index-file.ts';
import { type Field, PageTerms } from './page-terms.ts';
import type { CountedWord, Vocabulary } from './vocabulary.ts';
import type { SearchRecord } from './write-index.ts';

/** How much a word counts by where it stands, once in the text being 1. */
const TITLE = 9;
const HEADING = 3;
const DESCRIPTION = 2;
/** Words of the address, which are those of the topic even where the title has others. */
const ADDRESS = 4;
/** Beside what the word counts for standing in the text. */
const STRESS = 1.5;
/** The same for the very form of a code word, where the word is found by its stem. */
const NAME = 3;
/** A block of code uses a name, where a sentence is about it. */
const CODE = -0.5;
/** A part of a code word against the word itself. */
const PART = 0.5;

export interface ReadRecord {
  readonly terms: PageTerms;
  /** Words of its text. */
  readonly length: number;
  /** Terms of its title. */
  readonly titleLength: number;
}

export class RecordReader {
  readonly #vocabulary: Vocabulary;
  readonly #terms = new PageTerms();
  #record = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** On how many records each word stands that can be meant by a typing mistake, by its plain form. */
  get wordCounts(): Map<string, number> {
    const met = [...this.#vocabulary.words].filter(({ records }) => records > 0);
    return new Map(met.map(({ plain, records }) => [plain, records]));
  }

  /** What is returned holds until the next record is read. */
  read(record: SearchRecord): ReadRecord {
    this.#record += 1;
    const { title, titles = {}, descriptions, url, sections, accents, isPart } = record;
    const titleLength = isPart ? this.#count(title, HEADING, 'text', 0) : this.#count(title, TITLE, 'title', 0);
    for (const other of Object.values(titles)) this.#count(other, TITLE, 'title', 0);
    for (const description of descriptions) this.#count(description, DESCRIPTION, 'text', 0);
    this.#count(addressWords(url), ADDRESS, 'text', 0);
    let length = 0;
    for (const [index, [, heading, text]] of sections.entries()) {
      const section = Math.min(index, MOST_SECTIONS - 1);
      const { stressed = '', code = '', names = '' } = accents[index] ?? {};
      this.#count(heading, HEADING, 'heading', section);
      length += this.#count(text, 1, 'text', section);
      this.#count(stressed, STRESS, 'text', section);
      this.#count(code, CODE, 'text', section);
      this.#vocabulary.read(names, ({ name }) => {
        if (name !== undefined) this.#terms.add(name, NAME, 'text', section);
      });
    }
    return { terms: this.#terms, length, titleLength: Math.max(1, Math.min(99, titleLength)) };
  }

  /** @returns how many words there are; of a title those that are asked for, which small words are not */
  #count(text: string, weight: number, field: Field, section: number): number {
    let count = 0;
    this.#vocabulary.read(text, (word) => {
      if (field !== 'title' || !word.isStop) count += 1;
      this.#add(word, weight, field, section);
    });
    return count;
  }

  #add(word: CountedWord, weight: number, field: Field, section: number): void {
    const { term, parts, isStop } = word;
    if (!isStop) this.#noteWord(word);
    else if (field === 'text') return;
    this.#terms.add(term, isStop ? weight / 4 : weight, isStop ? 'text' : field, section);
    for (const part of parts) this.#terms.add(part, weight * PART, field, section);
  }

  #noteWord({ word, canBeMeant }: CountedWord): void {
    if (!canBeMeant || word.lastRecord === this.#record) return;
    word.lastRecord = this.#record;
    word.records += 1;
  }
}

/** @example addressWords('es/exercises/keyset-pagination/') // 'keyset pagination' */
function addressWords(url: string): string {
  return /([^/]+)\/$/.exec(url)?.[1]?.replaceAll('-', ' ') ?? '';
}
