import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_IMPACT } from './index-file.ts';
import { readPosting } from './posting.ts';
import { MOST_BEST, MOST_WHOLE, PostingWriter } from './posting-writer.ts';

const entry = fc.record({
  gap: fc.integer({ min: 1, max: 9 }),
  impact: fc.integer({ min: 1, max: MOST_IMPACT }),
  titleLength: fc.integer({ min: 0, max: 99 }),
  sections: fc.integer({ min: 1, max: 2 ** 50 - 1 }),
  headings: fc.integer({ min: 0, max: 2 ** 50 - 1 }),
});

const weightAsImpact = (_: number, weight: number) => weight;

test('what was written is read', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const writer = new PostingWriter();
      const pages: number[] = [];
      for (const { gap, impact, titleLength, sections, headings } of entries) {
        pages.push((pages.at(-1) ?? -1) + gap);
        writer.add(pages.at(-1) ?? 0, impact, titleLength, sections, headings);
      }
      const posting = readPosting(JSON.parse(JSON.stringify(writer.pack(weightAsImpact))));
      expect([...posting.pages]).toEqual(pages);
      expect([...posting.impact].map((impact) => Math.round(impact * MOST_IMPACT))).toEqual(
        entries.map(({ impact }) => impact),
      );
      for (const column of ['titleLength', 'sections', 'headings'] as const) {
        expect([...posting[column]]).toEqual(entries.map((one) => one[column]));
      }
    }),
  );
});

test('of a term on very many pages the best are told apart, and the others are known to have it', () => {
  const writer = new PostingWriter();
  const count = MOST_WHOLE + 200;
  for (let page = 0; page < count; page += 1) writer.add(page, page === 300 ? 50 : 1 + (page % 3), 0, 4, 0);
  writer.add(count, 20, 3, 1, 0);
  const posting = readPosting(writer.pack(weightAsImpact));
  expect([...posting.pages].toSorted((a, b) => a - b)).toEqual(Array.from({ length: count + 1 }, (_, page) => page));
  const told = posting.pages.filter((_, index) => posting.sections[index] !== 0);
  expect(told).toHaveLength(MOST_BEST);
  expect([...told]).toEqual(expect.arrayContaining([300, count]));
  expect(posting.titleLength[[...posting.pages].indexOf(count)]).toBe(3);
  // What is left of it is 1 to 3, and less on the whole than what was taken.
  expect((posting.impact.at(-1) ?? 0) * MOST_IMPACT).toBeCloseTo(1, 0);
});
