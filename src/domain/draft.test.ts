import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, type Drafts, mergeDrafts, readDraft, rewriteDraft, subtractDrafts } from './draft.ts';
import { drafts, json } from './testing/arbitrary.ts';

function draftOf(code: string | null, at: number, ...earlier: [code: string | null, at: number][]): Draft {
  return { code, at, earlier: earlier.map(([code, at]) => ({ code, at })) };
}

function mergeOne(a: Draft, b: Draft): Draft | undefined {
  return mergeDrafts(new Map([['lru', a]]), new Map([['lru', b]])).get('lru');
}

describe('merging drafts', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (a, b, c) => {
        expect(mergeDrafts(a, b)).toEqual(mergeDrafts(b, a));
        expect(mergeDrafts(mergeDrafts(a, b), c)).toEqual(mergeDrafts(a, mergeDrafts(b, c)));
        expect(mergeDrafts(a, a)).toEqual(a);
      }),
    );
  });

  test('keeps both versions where two devices have written', () => {
    expect(mergeOne(draftOf('laptop', 2), draftOf('phone', 1))).toEqual(draftOf('laptop', 2, ['phone', 1]));
  });

  test('keeps what another device has written although it was taken back here', () => {
    expect(mergeOne(draftOf(null, 2), draftOf('phone', 1))).toEqual(draftOf(null, 2, ['phone', 1]));
  });

  test('keeps the current version of each as long as there are no more than a handful', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.nat()), { minLength: 1, maxLength: 5 }), (versions) => {
        const all = versions.map(([code, at]): Drafts => new Map([['lru', draftOf(code, at)]]));
        const merged = all.reduce(mergeDrafts).get('lru');
        const kept = [merged, ...(merged?.earlier ?? [])].map((version) => version?.code);
        expect(new Set(kept)).toEqual(new Set(versions.map(([code]) => code)));
        expect(merged?.at).toBe(Math.max(...versions.map(([, at]) => at)));
      }),
    );
  });

  test('names equal code once, and keeps the five latest', () => {
    expect(mergeOne(draftOf('a', 1), draftOf('a', 2))).toEqual(draftOf('a', 2));
    const many = draftOf('e', 5, ['d', 4], ['c', 3], ['b', 2], ['a', 1]);
    expect(mergeOne(many, draftOf('f', 6))).toEqual(draftOf('f', 6, ['e', 5], ['d', 4], ['c', 3], ['b', 2]));
  });
});

test('what is taken out and put in again is as it was', () => {
  fc.assert(
    fc.property(drafts, drafts, (before, imported) => {
      const after = mergeDrafts(before, imported);
      const left = subtractDrafts(after, subtractDrafts(after, before));
      expect(mergeDrafts(left, subtractDrafts(before, after))).toEqual(before);
    }),
  );
});

describe('writing', () => {
  test('replaces what the reader began from', () => {
    const first = rewriteDraft(undefined, 'a', undefined, 1);
    expect(rewriteDraft(first, 'b', first, 2)).toEqual(draftOf('b', 2));
  });

  test('keeps what another tab has written meanwhile', () => {
    const first = rewriteDraft(undefined, 'a', undefined, 1);
    const other = rewriteDraft(first, 'b', first, 2);
    expect(rewriteDraft(other, 'c', first, 3)).toEqual(draftOf('c', 3, ['b', 2]));
  });

  test('keeps what was there where the reader has not seen it', () => {
    expect(rewriteDraft(draftOf('a', 1), 'b', undefined, 2)).toEqual(draftOf('b', 2, ['a', 1]));
  });

  test('is later than what it replaces although the clock was set back', () => {
    const first = draftOf('a', 100);
    expect(rewriteDraft(first, null, first, 7)).toEqual(draftOf(null, 101));
  });

  test('is current, whatever was there', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom(null, 'a', 'new'), fc.nat(), (all, code, now) => {
        for (const draft of all.values()) expect(rewriteDraft(draft, code, undefined, now).code).toBe(code);
      }),
    );
  });
});

describe('reading', () => {
  test.each([
    [{ code: 'pass', at: 5 }, draftOf('pass', 5)],
    [{ code: null, at: 5, earlier: [{ code: 'pass', at: 3 }] }, draftOf(null, 5, ['pass', 3])],
    [{ code: 'a', at: 1, earlier: [{ code: 'b', at: 2 }] }, draftOf('b', 2, ['a', 1])],
    [{ code: 5, at: 5 }, undefined],
    [{ code: 'pass' }, undefined],
    [{ code: 'pass', at: 1e300 }, undefined],
    [{ code: 'pass', at: 5, earlier: 'x' }, undefined],
    [{ code: 'pass', at: 5, earlier: [{ code: 'x' }] }, undefined],
    ['pass', undefined],
  ])('%j', (value, draft) => {
    expect(readDraft(value)).toEqual(draft);
  });

  test('any JSON never throws', () => {
    fc.assert(fc.property(json, (value) => void readDraft(value)));
  });
});
