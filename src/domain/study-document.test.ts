import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_STUDY, mergeStudies, parseStudy, printStudy, type StudyDocument, withTick } from './study-document.ts';
import { TICK_STATES } from './tick.ts';

const tick = fc.record({ state: fc.constantFrom(...TICK_STATES), at: fc.nat() });
const item = fc.stringMatching(/^[a-z]{1,3}#[a-z]{1,3}$/);
const unknownTick = fc.oneof(fc.record({ state: fc.constant('mastered'), at: fc.nat() }), fc.string());
/** An item is known or unknown to a document, never both. */
const study: fc.Arbitrary<StudyDocument> = fc
  .record({
    ticks: fc.dictionary(item, tick, { noNullPrototype: true }),
    unknown: fc.dictionary(item, unknownTick, { noNullPrototype: true }),
  })
  .map(({ ticks, unknown }) => {
    const others = Object.entries(unknown).filter(([name]) => !(name in ticks));
    return { ...EMPTY_STUDY, ticks, unknownTicks: Object.fromEntries(others) };
  });

function read(text: string): StudyDocument {
  const parsed = parseStudy(text);
  if (parsed.kind !== 'document') throw new Error(parsed.kind);
  return parsed.document;
}

describe('a stored document', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(study, (document) => {
        expect(read(printStudy(document))).toEqual(document);
      }),
    );
  });

  test('of version 1 is read: the format that readers have in their browsers', () => {
    const text = '{"version":1,"ticks":{"python-internals/gil#explain-gil":{"state":"done","at":1700000000000}}}';
    expect(read(text).ticks).toEqual({ 'python-internals/gil#explain-gil': { state: 'done', at: 1_700_000_000_000 } });
  });

  test('keeps the fields and ticks that this version does not know', () => {
    const text =
      '{"version":1,"plan":{"roadmap":"sprint"},"ticks":{"a#b":{"state":"mastered","at":5},"a#c":{"state":"done","at":6}}}';
    const written = JSON.parse(printStudy(withTick(read(text), 'a#d', 'doing', 7)));
    expect(written).toEqual({
      version: 1,
      plan: { roadmap: 'sprint' },
      ticks: { 'a#b': { state: 'mastered', at: 5 }, 'a#c': { state: 'done', at: 6 }, 'a#d': { state: 'doing', at: 7 } },
    });
  });

  test('of a newer version is told apart from a corrupt one', () => {
    expect(parseStudy('{"version":2,"ticks":{}}')).toEqual({ kind: 'newer' });
  });

  test.each([
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{"version":1}',
    '{"ticks":{}}',
    '{"version":"1","ticks":{}}',
    '{"version":1,"ticks":[]}',
  ])('is corrupt when it is %j', (text) => {
    expect(parseStudy(text)).toEqual({ kind: 'corrupt' });
  });

  test('is read without an exception whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseStudy(text);
      }),
    );
  });
});

describe('setting a tick', () => {
  test('counts as later than the last one even when the clock was set back', () => {
    const before = withTick(EMPTY_STUDY, 'a#b', 'done', 1000);
    const after = withTick(before, 'a#b', 'open', 10);
    expect(mergeStudies(before, after).ticks['a#b']?.state).toBe('open');
  });

  test('replaces a tick that this version could not read', () => {
    const before = read('{"version":1,"ticks":{"a#b":{"state":"mastered","at":5}}}');
    expect(read(printStudy(withTick(before, 'a#b', 'done', 9))).ticks['a#b']).toEqual({ state: 'done', at: 9 });
  });
});

describe('merging', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(study, study, study, (a, b, c) => {
        expect(mergeStudies(a, b)).toEqual(mergeStudies(b, a));
        expect(mergeStudies(mergeStudies(a, b), c)).toEqual(mergeStudies(a, mergeStudies(b, c)));
        expect(mergeStudies(a, a)).toEqual(a);
      }),
    );
  });

  test('keeps what a later version has ticked meanwhile, though this one cannot read it', () => {
    const here = withTick(EMPTY_STUDY, 'a#b', 'done', 10);
    const stored = read('{"version":1,"ticks":{"a#b":{"state":"mastered","at":20}}}');
    expect(JSON.parse(printStudy(mergeStudies(here, stored))).ticks['a#b']).toEqual({ state: 'mastered', at: 20 });
  });

  test('never lowers a tick that is newer here', () => {
    const here = withTick(EMPTY_STUDY, 'a#b', 'done', 20);
    const there = withTick(EMPTY_STUDY, 'a#b', 'open', 10);
    expect(mergeStudies(here, there).ticks['a#b']?.state).toBe('done');
  });
});
