import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRead, minutesLeft, type ReadSection, shareRead, spend } from './reading-progress.ts';

const section = (id: string, words: number, more: Partial<ReadSection> = {}): ReadSection => ({
  id,
  words,
  seconds: 0,
  isReached: false,
  wasRead: false,
  ...more,
});
const NOTE = [section('_top', 80), section('how', 240), section('why', 80)];
const at = (id: string, isEnd = true, share = 1) => ({ id, share, isEnd });
const readOf = (sections: readonly ReadSection[]) => sections.filter(isRead).map(({ id }) => id);

describe('a section counts as read', () => {
  test('when its end was on the screen and there was time for its words', () => {
    expect(readOf(spend(NOTE, [at('how')], 30))).toEqual(['how']);
    expect(readOf(spend(NOTE, [at('how')], 29))).toEqual([]);
    expect(readOf(spend(NOTE, [at('how', false)], 300))).toEqual([]);
  });

  test('when the time and the end came one after the other', () => {
    const begun = spend(NOTE, [at('how', false)], 30);
    expect(readOf(spend(begun, [at('how')], 1))).toEqual(['how']);
    const scrolledPast = spend(NOTE, [at('how')], 1);
    expect(readOf(spend(scrolledPast, [at('how', false)], 30))).toEqual(['how']);
  });

  test('when it did on an earlier visit', () => {
    expect(readOf([section('how', 1000, { wasRead: true })])).toEqual(['how']);
  });

  test('not for time that went to what stood beside it', () => {
    const seen = [at('_top', true, 0.75), at('why', true, 0.25)];
    expect(readOf(spend(NOTE, seen, 14))).toEqual(['_top']);
    // What the screen shows besides the note takes no time.
    expect(readOf(spend(NOTE, [at('_top', true, 0.2)], 10))).toEqual(['_top']);
    expect(spend(NOTE, [], 100)).toEqual(NOTE);
  });
});

test('what is left is the share of words not read of the author’s minutes, and never nothing before the end', () => {
  expect(minutesLeft(NOTE, 20)).toBe(20);
  expect(minutesLeft(spend(NOTE, [at('how')], 30), 20)).toBe(8);
  const almost = [section('a', 999, { wasRead: true }), section('b', 1)];
  expect(minutesLeft(almost, 20)).toBe(1);
  expect(minutesLeft([section('a', 7, { wasRead: true })], 20)).toBe(0);
  expect(shareRead([])).toBe(0);
});

test('more time never makes less read', () => {
  const parts = fc.array(
    fc.record({
      id: fc.constantFrom('_top', 'how', 'why'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      isEnd: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(parts, fc.nat(60)), { maxLength: 8 }), (steps) => {
      let sections: readonly ReadSection[] = NOTE;
      for (const [seen, seconds] of steps) {
        const next = spend(sections, seen, seconds);
        expect(shareRead(next)).toBeGreaterThanOrEqual(shareRead(sections));
        sections = next;
      }
    }),
  );
});
