import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildInterview, OWN_MINUTES, readChoices } from './build-interview.ts';

const KNOWN = ['python', 'django', 'databases', 'testing'];
const choices = (text: string) => readChoices(new URLSearchParams(text), ['dp']);

test('a section for each area, and the rest for code', () => {
  expect(buildInterview(choices('areas=databases,python&minutes=50&coding=dp&level=senior'), KNOWN)).toEqual([
    { id: 'databases', area: 'databases', minutes: 13, draw: { areas: ['databases'], level: 'senior', count: 4 } },
    { id: 'python', area: 'python', minutes: 12, draw: { areas: ['python'], level: 'senior', count: 3 } },
    { id: 'coding', area: undefined, minutes: 25, coding: { tag: 'dp', count: 1 } },
  ]);
});

test('little time for many areas makes one section of all of them', () => {
  expect(buildInterview(choices('minutes=20'), KNOWN)).toEqual([
    { id: 'mixed', area: undefined, minutes: 20, draw: { areas: KNOWN, level: undefined, count: 6 } },
  ]);
});

test('whatever an address says, the minutes add up and every section asks something', () => {
  const query = fc.record({
    areas: fc.array(fc.constantFrom(...KNOWN, 'nonsense', ''), { maxLength: 6 }).map((areas) => areas.join(',')),
    minutes: fc.oneof(fc.integer({ min: -5, max: 999 }).map(String), fc.constantFrom('', 'x', '1e9')),
    level: fc.constantFrom('senior', 'guru', ''),
    coding: fc.constantFrom('dp', 'none', ''),
  });
  fc.assert(
    fc.property(query, (values) => {
      const read = readChoices(new URLSearchParams(values), ['dp']);
      const sections = buildInterview(read, KNOWN);
      expect(sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(read.minutes);
      expect(read.minutes).toBeGreaterThanOrEqual(OWN_MINUTES.least);
      expect(read.minutes).toBeLessThanOrEqual(OWN_MINUTES.most);
      for (const { draw, coding, minutes } of sections) {
        expect(draw?.count ?? coding?.count).toBeGreaterThan(0);
        expect(minutes).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
