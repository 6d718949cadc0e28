/** Finds the words of a query in an index: as they were typed, as the beginning of others, or as what was meant. */
import { findNearestWord, type KnownWord } from '../../domain/search/nearest-word.ts';
import { type QueryUnit, readQuery } from '../../domain/search/query.ts';
import type { Choice, Expression, KnownUnit } from '../../domain/search/rank.ts';
import { nameTerm, splitWords, type Word } from '../../domain/search/word.ts';
import type { IndexReader } from './index-reader.ts';

export interface ResolvedQuery {
  readonly units: readonly KnownUnit[];
  /** Every term that pages are found by, for marking it in their texts. */
  readonly terms: ReadonlySet<string>;
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

const SYNONYM = 0.75;
/** The parts of a code word that does not occur as a whole. */
const PARTS = 0.7;
/** The same, where it does occur as a whole elsewhere. */
const SCATTERED = 0.2;
/** One word of an expression that has synonyms, where the others are missing. */
const ONE_OF_MANY = 0.25;
/** A word with the same stem, where what was typed is a name in that form. */
const OTHER_FORM = 0.5;
/** Another word that begins with what was typed, where what was typed is a word itself, and where it is none. */
const LONGER_WORD = 0.35;
const ENDING = 0.85;
/** What was typed is longer than the stem that words are found by. */
const MOST_CUT = 3;
const SHORTEST_STEM = 4;

/** @param known what words that occur nowhere were found to mean, in the reader's own language */
export async function resolveQuery(
  index: IndexReader,
  text: string,
  known: readonly Correction[] = [],
): Promise<ResolvedQuery> {
  const terms = new Set<string>();
  const corrections = await correctWords();
  const units = await Promise.all(readQuery(correctText(), index).map(resolveUnit));
  return { units, terms, corrections };

  /** Before anything else, since what was meant may be an expression that has synonyms. */
  async function correctWords(): Promise<Correction[]> {
    const words = splitWords(text, index.stem);
    const found = await Promise.all(
      words.map(async (word): Promise<Correction[]> => {
        // A word of another language may be known by what it means only.
        if (index.stopWords.has(word.plain) || index.isSynonym(word.term)) return [];
        if ((await findWhole(word, word.end === text.length)).length > 0) return [];
        const typed = text.slice(word.start, word.end);
        const meant = (await findMeantBefore(typed)) ?? (await findMeant(word.plain));
        return meant === undefined ? [] : [{ typed, meant }];
      }),
    );
    terms.clear();
    return found.flat();
  }

  async function findMeantBefore(typed: string): Promise<string | undefined> {
    const before = known.find((correction) => correction.typed === typed)?.meant;
    const [word] = splitWords(before ?? '', index.stem);
    if (word === undefined) return undefined;
    return index.isSynonym(word.term) || (await findForms(word)).length > 0 ? before : undefined;
  }

  /** The first letter is seldom wrong. */
  async function findMeant(typed: string): Promise<string | undefined> {
    const near = findNearest(typed, await index.readWords(typed[0]));
    return near ?? findNearest(typed, await index.readWords());
  }

  /** “the” of an expression says nothing where it stands alone. */
  function mark(term: string): void {
    if (!index.stopWords.has(term)) terms.add(term);
  }

  function correctText(): string {
    return corrections.reduce((corrected, { typed, meant }) => corrected.replace(typed, () => meant), text);
  }

  async function resolveUnit({ words, isOpen, synonyms }: QueryUnit): Promise<KnownUnit> {
    const [typed, ...others] = await Promise.all([
      Promise.all(words.map((word, place) => findKnown(word, isOpen && place === words.length - 1))),
      ...synonyms.map(resolveSynonym),
    ]);
    return { words: words.length, expressions: [...joinWords(typed), ...others.flatMap((other) => other ?? [])] };
  }

  async function resolveSynonym(synonym: readonly string[]): Promise<Expression | undefined> {
    const choices = await Promise.all(synonym.map((term) => findExact([term])));
    if (!choices.every((choice) => choice.length > 0)) return undefined;
    for (const term of synonym) mark(term);
    return { choices, nearness: SYNONYM, isTogether: synonym.length > 1 };
  }

  /** The same, or what its beginning occurs as: what is being typed may be longer than the stem. */
  async function findKnown(word: Word, isOpen: boolean): Promise<Expression[]> {
    const whole = await findWhole(word, isOpen);
    if (whole.length > 0 || !isOpen) return whole;
    for (let cut = 1; cut <= MOST_CUT && word.plain.length - cut >= SHORTEST_STEM; cut += 1) {
      const stem = await findExact([word.plain.slice(0, -cut)]);
      if (stem.length > 0) return [{ choices: [stem], nearness: ENDING, isTogether: false }];
    }
    return [];
  }

  /** @returns how the word occurs, the nearest first; nothing where it does not */
  async function findWhole(word: Word, isOpen: boolean): Promise<Expression[]> {
    const exact = await findForms(word);
    const longer = isOpen ? await findLonger(word, exact.length > 0 ? LONGER_WORD : ENDING) : [];
    const whole = [...exact, ...longer];
    const parts = await findParts(word, whole.length > 0 ? SCATTERED : PARTS);
    return whole.length > 0 ? [{ choices: [whole], nearness: 1, isTogether: false }, ...parts] : parts;
  }

  async function findParts({ parts }: Word, nearness: number): Promise<Expression[]> {
    const choices = await Promise.all(parts.map((part) => findExact([part])));
    if (choices.length === 0 || choices.some((choice) => choice.length === 0)) return [];
    return [{ choices, nearness, isTogether: choices.length > 1 }];
  }

  /** A word that is a name somewhere, in its very form, is more likely meant than what has the same stem. */
  async function findForms({ plain, term }: Word): Promise<Choice> {
    const [own, others] = await Promise.all([findExact([nameTerm(plain)]), findExact([term, plain])]);
    return own.length === 0 ? others : [...own, ...others.map(toOtherForm)];
  }

  async function findExact(wanted: readonly string[]): Promise<Choice> {
    const found = await Promise.all(
      [...new Set(wanted)].map(async (term) => {
        const posting = await index.find(term);
        if (posting === undefined) return [];
        mark(term);
        return [{ posting, nearness: 1 }];
      }),
    );
    return found.flat();
  }

  async function findLonger({ plain, term }: Word, nearness: number): Promise<Choice> {
    // One letter begins too many words to mean any of them.
    if (plain.length < 2) return [];
    const found = await index.findBeginning(plain.replace(/^@/, ''));
    return found.flatMap((ending) => {
      if (ending.term === plain || ending.term === term) return [];
      mark(ending.term);
      return [{ posting: ending.posting, nearness: nearness * (plain.length / ending.term.length) ** 0.3 }];
    });
  }
}

/** A plural may be meant of which the singular alone is known. */
function findNearest(typed: string, known: readonly KnownWord[]): string | undefined {
  for (const ending of [/$/, /s$/, /es$/]) {
    const meant = findNearestWord(typed.replace(ending, ''), known);
    if (meant !== undefined) return meant;
  }
  return undefined;
}

/** Where a title has the stem, the page is about it in any form. */
function toOtherForm({ posting, nearness }: Choice[number]): Choice[number] {
  const impact = posting.impact.map((one, index) => (posting.titleLength[index] ? one : one * OTHER_FORM));
  return { posting: { ...posting, impact }, nearness };
}

/** Of several words each as it occurs best; of one word all its ways. */
function joinWords(words: readonly (readonly Expression[])[]): Expression[] {
  const [first = []] = words;
  if (words.length === 1) return [...first];
  const best = words.flatMap(([expression]) => expression ?? []);
  if (best.length < words.length) return [];
  const nearness = Math.min(...best.map((expression) => expression.nearness));
  const whole = { choices: best.flatMap(({ choices }) => choices), nearness, isTogether: false };
  return [whole, ...best.map((expression) => ({ ...expression, nearness: ONE_OF_MANY, isPart: true }))];
}
