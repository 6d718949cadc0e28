/** Where a term stands, collected page after page and packed for a shard: see index-file.ts. */
import type { CutPosting, PackedPosting } from './index-file.ts';
import { IN_HEADING, IN_TITLE } from './posting.ts';

/** A term on more pages is cut, to so many. */
export const MOST_WHOLE = 400;
export const MOST_BEST = 250;

/** Numbers of an entry: page, weight, length of the title, sections, headings. Objects would cost half of the build. */
const STRIDE = 5;

/** How much a page is about a term, from 1 to 60, by the term's weight there. */
export type ImpactOf = (page: number, weight: number) => number;

export class PostingWriter {
  readonly #numbers: number[] = [];

  /**
   * @param page after all that were added before
   * @param weight how much the page says of the term
   * @param titleLength how many terms the title has; 0 where this one does not stand in it
   * @param sections where it stands, and `headings` whose heading it is: sums of powers of two
   */
  add(page: number, weight: number, titleLength: number, sections: number, headings: number): void {
    this.#numbers.push(page, weight, titleLength, sections, headings);
  }

  pack(impactOf: ImpactOf): PackedPosting | CutPosting {
    const numbers = this.#numbers;
    const impacts = new Uint8Array(numbers.length / STRIDE);
    for (let entry = 0; entry < impacts.length; entry += 1) {
      impacts[entry] = impactOf(numbers[entry * STRIDE] ?? 0, numbers[entry * STRIDE + 1] ?? 0);
    }
    if (impacts.length <= MOST_WHOLE) return this.#packEntries(impacts);
    const isBest = markMost(Float64Array.from(impacts, (impact, entry) => this.#promise(entry, impact)));
    const rest: number[] = [];
    let [last, sum] = [0, 0];
    for (const [entry, impact] of impacts.entries()) {
      if (isBest[entry]) continue;
      const page = numbers[entry * STRIDE] ?? 0;
      rest.push(page - last);
      last = page;
      sum += impact;
    }
    return { best: this.#packEntries(impacts, isBest), impact: Math.max(1, Math.round(sum / rest.length)), rest };
  }

  /** How likely the page is to be among the first for a query with the term. */
  #promise(entry: number, impact: number): number {
    const isInTitle = (this.#numbers[entry * STRIDE + 2] ?? 0) > 0;
    const isInHeading = (this.#numbers[entry * STRIDE + 4] ?? 0) > 0;
    return impact * (1 + (isInTitle ? 1 : 0) + (isInHeading ? 0.4 : 0));
  }

  #packEntries(impacts: Uint8Array, isWanted?: Uint8Array): number[] {
    const packed: number[] = [];
    let last = 0;
    for (let entry = 0; entry < impacts.length; entry += 1) {
      if (isWanted && !isWanted[entry]) continue;
      const start = entry * STRIDE;
      const page = this.#numbers[start] ?? 0;
      const titleLength = this.#numbers[start + 2] ?? 0;
      const headings = this.#numbers[start + 4] ?? 0;
      const fields = (titleLength > 0 ? IN_TITLE : 0) + (headings > 0 ? IN_HEADING : 0);
      packed.push(page - last, (impacts[entry] ?? 0) * 4 + fields, this.#numbers[start + 3] ?? 0);
      if (headings > 0) packed.push(headings);
      if (titleLength > 0) packed.push(titleLength);
      last = page;
    }
    return packed;
  }
}

/** @returns 1 for each of the {@link MOST_BEST} largest; of equal ones the first are taken */
function markMost(values: Float64Array): Uint8Array {
  const least = values.toSorted()[values.length - MOST_BEST] ?? 0;
  let room = MOST_BEST - values.reduce((count, value) => count + (value > least ? 1 : 0), 0);
  return Uint8Array.from(values, (value) => {
    if (value !== least || room === 0) return value > least ? 1 : 0;
    room -= 1;
    return 1;
  });
}
