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

/** The number of no section. */
const NONE = -1;

export class PageTerms {
  /** Terms of the page under way. */
  #found: number[] = [];
  readonly #weight: number[] = [];
  readonly #isInTitle: boolean[] = [];
  readonly #sections: number[] = [];
  readonly #headings: number[] = [];
  /** The last section that each stands in, or is the heading of. */
  readonly #lastSection: number[] = [];
  readonly #lastHeading: number[] = [];

  /** @param section not before that of any word added to the page so far */
  add(term: number, weight: number, field: Field, section: number): void {
    while (this.#weight.length <= term) this.#push();
    if (this.#lastSection[term] === NONE) this.#found.push(term);
    this.#weight[term] = (this.#weight[term] ?? 0) + weight;
    if (field === 'title') this.#isInTitle[term] = true;
    if (this.#lastSection[term] !== section) {
      this.#lastSection[term] = section;
      this.#sections[term] = (this.#sections[term] ?? 0) + 2 ** section;
    }
    if (field === 'heading' && this.#lastHeading[term] !== section) {
      this.#lastHeading[term] = section;
      this.#headings[term] = (this.#headings[term] ?? 0) + 2 ** section;
    }
  }

  /** Hands over what the page says, and is ready for the next one. */
  take(visit: TermsVisitor): void {
    for (const term of this.#found) {
      const isInTitle = this.#isInTitle[term] ?? false;
      visit(term, this.#weight[term] ?? 0, isInTitle, this.#sections[term] ?? 0, this.#headings[term] ?? 0);
      this.#weight[term] = 0;
      this.#isInTitle[term] = false;
      this.#sections[term] = 0;
      this.#headings[term] = 0;
      this.#lastSection[term] = NONE;
      this.#lastHeading[term] = NONE;
    }
    this.#found = [];
  }

  #push(): void {
    this.#weight.push(0);
    this.#isInTitle.push(false);
    this.#sections.push(0);
    this.#headings.push(0);
    this.#lastSection.push(NONE);
    this.#lastHeading.push(NONE);
  }
}
