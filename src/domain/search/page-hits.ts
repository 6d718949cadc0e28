/** Where something stands, page by page, in columns: with thousands of pages an object for each would take the time. */
import { commonSections, type Posting } from './posting.ts';

export class PageHits {
  /** 0 where a page does not have it. */
  readonly score: Float64Array;
  readonly titleLength: Uint8Array;
  readonly sections: Float64Array;
  readonly headings: Float64Array;

  /** @param count how many pages there are */
  constructor(count: number) {
    this.score = new Float64Array(count);
    this.titleLength = new Uint8Array(count);
    this.sections = new Float64Array(count);
    this.headings = new Float64Array(count);
  }

  has(page: number): boolean {
    return (this.score[page] ?? 0) > 0;
  }

  get size(): number {
    let size = 0;
    for (const score of this.score) if (score > 0) size += 1;
    return size;
  }

  /** Adds where a term stands; of two terms for the same the better counts. */
  add({ pages, impact, titleLength, sections, headings }: Posting, nearness: number): void {
    for (let index = 0; index < pages.length; index += 1) {
      const score = (impact[index] ?? 0) * nearness;
      this.#join(pages[index] ?? 0, score, titleLength[index] ?? 0, sections[index] ?? 0, headings[index] ?? 0);
    }
  }

  join({ score, titleLength, sections, headings }: PageHits): void {
    for (let page = 0; page < score.length; page += 1) {
      if (!score[page]) continue;
      this.#join(page, score[page] ?? 0, titleLength[page] ?? 0, sections[page] ?? 0, headings[page] ?? 0);
    }
  }

  /**
   * Keeps the pages that have the other too.
   * @param isTogether whether both must stand in one section; where that is not known they may
   */
  meet(other: PageHits, isTogether: boolean): void {
    const { score, titleLength, sections, headings } = this;
    for (let page = 0; page < score.length; page += 1) {
      if (!score[page]) continue;
      const [own, others] = [sections[page] ?? 0, other.sections[page] ?? 0];
      const common = commonSections(own, others);
      const isKnown = own !== 0 && others !== 0;
      if (!other.has(page) || (isTogether && isKnown && common === 0)) {
        score[page] = 0;
        continue;
      }
      score[page] = (score[page] ?? 0) + (other.score[page] ?? 0);
      if (other.titleLength[page] === 0) titleLength[page] = 0;
      sections[page] = isKnown ? common || own : 0;
      headings[page] = commonSections(headings[page] ?? 0, other.headings[page] ?? 0);
    }
  }

  scale(factor: number): void {
    for (let page = 0; page < this.score.length; page += 1) this.score[page] = (this.score[page] ?? 0) * factor;
  }

  #join(page: number, score: number, titleLength: number, sections: number, headings: number): void {
    if (!this.has(page)) {
      this.score[page] = score;
      this.titleLength[page] = titleLength;
      this.sections[page] = sections;
      this.headings[page] = headings;
      return;
    }
    this.score[page] = Math.max(this.score[page] ?? 0, score);
    this.titleLength[page] ||= titleLength;
    this.sections[page] = unite(this.sections[page] ?? 0, sections);
    this.headings[page] = unite(this.headings[page] ?? 0, headings);
  }
}

function unite(a: number, b: number): number {
  return a + b - commonSections(a, b);
}
