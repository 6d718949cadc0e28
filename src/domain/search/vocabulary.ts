/** The words of everything that is indexed, each looked at once; from then on a word is a few numbers. */
import type { Stemmer } from './stem.ts';
import { nameTerm, splitWords } from './word.ts';

/** A word as it is counted. Words and terms are numbered in the order in which they are met. */
export interface CountedWord {
  readonly plain: string;
  /** Number of its plain form. */
  readonly word: number;
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
  readonly #pieces = new Map<string, readonly CountedWord[]>();
  readonly #words = new Map<string, number>();
  readonly #terms = new Map<string, number>();

  constructor(stem: Stemmer, stopWords: ReadonlySet<string>) {
    this.#stem = stem;
    this.#stopWords = stopWords;
  }

  /** By their numbers. */
  get terms(): readonly string[] {
    return [...this.#terms.keys()];
  }

  /**
   * The words between spaces, in their order. No word has a space in it, so that most of a text is pieces that were met
   * before: to look for words in it anew would take ten times as long.
   */
  read(text: string, visit: (word: CountedWord) => void): void {
    for (const piece of text.split(' ')) {
      let words = this.#pieces.get(piece);
      if (words === undefined) {
        words = splitWords(piece, this.#stem).map(({ plain, term, parts }) => this.#count(plain, term, parts));
        this.#pieces.set(piece, words);
      }
      for (const word of words) visit(word);
    }
  }

  #count(plain: string, term: string, parts: readonly string[]): CountedWord {
    const isStop = this.#stopWords.has(plain);
    return {
      plain,
      word: numberOf(plain, this.#words),
      term: numberOf(term, this.#terms),
      parts: parts.map((part) => numberOf(part, this.#terms)),
      name: plain === term || isStop ? undefined : numberOf(nameTerm(plain), this.#terms),
      isStop,
      canBeMeant: /\p{L}{3}/u.test(plain),
    };
  }
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}
