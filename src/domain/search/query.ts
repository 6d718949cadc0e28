/** What a reader typed, as units: words, and expressions that have synonyms. */
import type { Stemmer } from './stem.ts';
import { splitWords, type Word } from './word.ts';

export interface QueryUnit {
  readonly words: readonly Word[];
  /** Whether the reader may still be typing its last word. */
  readonly isOpen: boolean;
  /** Other expressions for it, each a list of terms. */
  readonly synonyms: readonly (readonly string[])[];
}

export interface QueryLanguage {
  readonly stem: Stemmer;
  readonly stopWords: ReadonlySet<string>;
  /** Groups of expressions, by the first term of each. */
  readonly synonyms: SynonymTable;
}

interface Expression {
  readonly terms: readonly string[];
  readonly others: readonly (readonly string[])[];
}
export type SynonymTable = ReadonlyMap<string, readonly Expression[]>;

export function createSynonymTable(groups: readonly (readonly (readonly string[])[])[]): SynonymTable {
  const table = new Map<string, Expression[]>();
  for (const group of groups) {
    for (const terms of group) {
      const [first] = terms;
      if (first === undefined) continue;
      const expressions = table.get(first) ?? [];
      expressions.push({ terms, others: group.filter((other) => other !== terms) });
      table.set(first, expressions);
    }
  }
  return table;
}

/** Words beyond these add nothing but time. */
const MOST_UNITS = 12;

export function readQuery(text: string, { stem, stopWords, synonyms }: QueryLanguage): QueryUnit[] {
  const words = splitWords(text, stem);
  const isTyping = words.at(-1)?.end === text.length;
  const units: (QueryUnit & { readonly isStop: boolean })[] = [];
  for (let index = 0; index < words.length && units.length < MOST_UNITS; ) {
    const { length, others } = findLongest(words, index, synonyms);
    const own = words.slice(index, index + length);
    index += length;
    const isStop = others.length === 0 && own.every(({ plain }) => stopWords.has(plain));
    units.push({ words: own, isOpen: isTyping && index === words.length, synonyms: others, isStop });
  }
  const telling = units.filter(({ isStop }) => !isStop);
  return telling.length > 0 ? telling : units;
}

/** The longest expression that begins here, which is one word where none has synonyms. */
function findLongest(words: readonly Word[], start: number, table: SynonymTable) {
  let length = 1;
  let others: (readonly string[])[] = [];
  for (const expression of table.get(words[start]?.term ?? '') ?? []) {
    const count = expression.terms.length;
    if (count < length || !expression.terms.every((term, offset) => words[start + offset]?.term === term)) continue;
    if (count > length) others = [];
    length = count;
    others.push(...expression.others);
  }
  return { length, others };
}
