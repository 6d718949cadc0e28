/** Where a term stands, read from a shard. */
import { type CutPosting, MOST_IMPACT, type PackedPosting } from './index-file.ts';

/** On which pages a term stands, in columns: what is about a page has the same index in each. */
export interface Posting {
  readonly pages: Int32Array;
  /** How much the page is about the term, from 0 to 1. */
  readonly impact: Float32Array;
  /** How many terms its title has; 0 where this one does not stand in it. */
  readonly titleLength: Uint8Array;
  /** Sums of powers of two, one for each section; 0 where it is not known. */
  readonly sections: Float64Array;
  readonly headings: Float64Array;
}

export const IN_TITLE = 1;
export const IN_HEADING = 2;

export function readPosting(packed: PackedPosting | CutPosting): Posting {
  const { best, impact, rest } = 'best' in packed ? packed : { best: packed, impact: 0, rest: [] };
  const most = Math.ceil(best.length / 3) + rest.length;
  const pages = new Int32Array(most);
  const impacts = new Float32Array(most);
  const titleLength = new Uint8Array(most);
  const sections = new Float64Array(most);
  const headings = new Float64Array(most);
  let page = 0;
  let count = 0;
  for (let index = 0; index < best.length; count += 1) {
    page += best[index] ?? 0;
    const code = best[index + 1] ?? 0;
    pages[count] = page;
    impacts[count] = (code >> 2) / MOST_IMPACT;
    sections[count] = best[index + 2] ?? 0;
    index += 3;
    if (code & IN_HEADING) headings[count] = best[index++] ?? 0;
    if (code & IN_TITLE) titleLength[count] = best[index++] ?? 0;
  }
  page = 0;
  for (const gap of rest) {
    page += gap;
    pages[count] = page;
    impacts[count] = impact / MOST_IMPACT;
    count += 1;
  }
  return {
    pages: pages.subarray(0, count),
    impact: impacts.subarray(0, count),
    titleLength: titleLength.subarray(0, count),
    sections: sections.subarray(0, count),
    headings: headings.subarray(0, count),
  };
}

/** Whether two sums of powers of two share one; more than bitwise operators take. */
export function commonSections(a: number, b: number): number {
  const half = 2 ** 26;
  const high = Math.floor(a / half) & Math.floor(b / half);
  return high * half + ((a % half) & (b % half));
}

export function hasSection(sections: number, section: number): boolean {
  return Math.floor(sections / 2 ** section) % 2 === 1;
}
