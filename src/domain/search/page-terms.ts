/** What one page says of each term. One object serves page after page: its columns are as long as the vocabulary. */

/** Where a word stands, as far as it matters. */
export type Field = 'title' | 'heading' | 'text';

/** `sections` and `headings` are sums of powers of two. */
export type TermsVisitor = (
  term: number,
  weight: number,
  isInTitle: boolean,
  sections: number,
  headings: number,
) => void;

/** Numbers of a term: side by side, since memory that lies apart is what counting words waits for. */
const WEIGHT = 0;
const SECTIONS = 1;
const HEADINGS = 2;
const IS_IN_TITLE = 3;
/** The last section that it stands in, or is the heading of, plus one. */
const LAST_SECTION = 4;
const LAST_HEADING = 5;
const STRIDE = 8;

export class PageTerms {
  /** Terms of the page under way. */
  #found: number[] = [];
  #numbers = new Float64Array(STRIDE * 4096);

  /** @param section not before that of any word added to the page so far */
  add(term: number, weight: number, field: Field, section: number): void {
    const start = term * STRIDE;
    if (start >= this.#numbers.length) this.#growTo(start);
    const numbers = this.#numbers;
    const last = numbers[start + LAST_SECTION];
    if (last === 0) this.#found.push(term);
    numbers[start + WEIGHT] = (numbers[start + WEIGHT] ?? 0) + weight;
    if (last !== section + 1) {
      numbers[start + LAST_SECTION] = section + 1;
      numbers[start + SECTIONS] = (numbers[start + SECTIONS] ?? 0) + 2 ** section;
    }
    if (field === 'title') numbers[start + IS_IN_TITLE] = 1;
    if (field === 'heading' && numbers[start + LAST_HEADING] !== section + 1) {
      numbers[start + LAST_HEADING] = section + 1;
      numbers[start + HEADINGS] = (numbers[start + HEADINGS] ?? 0) + 2 ** section;
    }
  }

  /** Hands over what the page says, and is ready for the next one. */
  take(visit: TermsVisitor): void {
    const numbers = this.#numbers;
    for (const term of this.#found) {
      const start = term * STRIDE;
      const isInTitle = numbers[start + IS_IN_TITLE] === 1;
      visit(
        term,
        numbers[start + WEIGHT] ?? 0,
        isInTitle,
        numbers[start + SECTIONS] ?? 0,
        numbers[start + HEADINGS] ?? 0,
      );
      // One by one: to call `fill` for six numbers costs more than all else here.
      numbers[start + WEIGHT] = 0;
      numbers[start + SECTIONS] = 0;
      numbers[start + HEADINGS] = 0;
      numbers[start + IS_IN_TITLE] = 0;
      numbers[start + LAST_SECTION] = 0;
      numbers[start + LAST_HEADING] = 0;
    }
    this.#found = [];
  }

  #growTo(start: number): void {
    const numbers = new Float64Array(Math.max(this.#numbers.length * 2, start + STRIDE));
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
