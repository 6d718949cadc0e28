/** The words of everything that is indexed, each looked at once; from then on a word is a few numbers. */
import { PieceTable } from './piece-table.ts';
import type { Stemmer } from './stem.ts';
import { nameTerm, splitWords } from './word.ts';

/** A plain form, which several pieces of text may have: `Lock`, `lock,` and `(lock)`. */
export interface PlainWord {
  readonly plain: string;
  /** On how many records it stands, and which was the last of them. */
  records: number;
  lastRecord: number;
}

/** A word as it is counted. Terms are numbered in the order in which they are met. */
export interface CountedWord {
  readonly word: PlainWord;
  /** Number of the term that it is found under, and those of its parts. */
  readonly term: number;
  readonly parts: readonly number[];
  /** Number of the term for its very form, as a name. */
  readonly name: number | undefined;
  readonly isStop: boolean;
  /** Whether it has letters enough to be meant by a typing mistake. */
  readonly canBeMeant: boolean;
}

export class Vocabulary {
  readonly #stem: Stemmer;
  readonly #stopWords: ReadonlySet<string>;
  readonly #pieces = new PieceTable<readonly CountedWord[]>();
  readonly #words = new Map<string, PlainWord>();
  readonly #terms = new Map<string, number>();

  constructor(stem: Stemmer, stopWords: ReadonlySet<string>) {
    this.#stem = stem;
    this.#stopWords = stopWords;
  }

  /** By their numbers. */
  get terms(): readonly string[] {
    return [...this.#terms.keys()];
  }

  get words(): Iterable<PlainWord> {
    return this.#words.values();
  }

  /**
   * The words between spaces, in their order. No word has a space in it, so that most of a text is pieces that were met
   * before: to look for words in it anew would take ten times as long.
   */
  read(text: string, visit: (word: CountedWord) => void): void {
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space;
      if (end > start) for (const word of this.#pieces.read(text, start, end, this.#look)) visit(word);
      start = end + 1;
    }
  }

  readonly #look = (piece: string): CountedWord[] =>
    splitWords(piece, this.#stem).map(({ plain, term, parts }) => this.#count(plain, term, parts));

  #count(plain: string, term: string, parts: readonly string[]): CountedWord {
    const isStop = this.#stopWords.has(plain);
    return {
      word: this.#wordOf(plain),
      term: numberOf(term, this.#terms),
      parts: parts.map((part) => numberOf(part, this.#terms)),
      name: plain === term || isStop ? undefined : numberOf(nameTerm(plain), this.#terms),
      isStop,
      canBeMeant: /\p{L}{3}/u.test(plain),
    };
  }

  #wordOf(plain: string): PlainWord {
    const word = this.#words.get(plain) ?? { plain, records: 0, lastRecord: 0 };
    this.#words.set(plain, word);
    return word;
  }
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}
