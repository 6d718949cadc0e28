import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingOf } from './setting.ts';
import { EMPTY_STUDY, mergeStudies, parseStudy, printStudy, type StudyDocument, withTick } from './study-document.ts';
import { planOf } from './study-plan.ts';
import { study } from './testing/arbitrary.ts';

/** What version 1 writes. It must be read for ever; a new version gets a fixture of its own beside it. */
const VERSION_1 = `{
  "version": 1,
  "ticks": {
    "python-internals/gil#explain-gil": { "state": "done", "at": 1700000000000 },
    "python-internals/gil#measure": { "state": "open", "at": 1700000000001 },
    "sprint#day-1": { "state": "doing", "at": 1700000000002 },
    "sprint#day-2": { "state": "skipped", "at": 1700000000003 }
  },
  "plan": {
    "roadmap": "sprint", "startDate": "2026-11-30", "studyDays": [1, 2, 3, 4, 5], "hoursPerDay": 4,
    "daysOff": ["2026-12-08"], "finished": ["day-1"], "at": 1700000000004
  },
  "settings": { "weeklyMinutes": { "value": 600, "at": 1700000000005 } }
}`;

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

  test('of version 1 with everything that it may hold is read, and written as it was', () => {
    const document = read(VERSION_1);
    expect(Object.values(document.ticks).map(({ state }) => state)).toEqual(['done', 'open', 'doing', 'skipped']);
    expect(planOf(document)).toMatchObject({ roadmap: 'sprint', hoursPerDay: 4, finished: ['day-1'] });
    expect(settingOf(document, 'weeklyMinutes')).toBe(600);
    expect(JSON.parse(printStudy(document))).toEqual(JSON.parse(VERSION_1));
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

  test('keeps a tick over one of the same time, or of none, that this version cannot read', () => {
    const here = withTick(EMPTY_STUDY, 'a#b', 'done', 10);
    for (const other of ['{"state":"dxne","at":10}', '{"state":"done"}', '7', '{"state":"done","at":1e300}']) {
      const damaged = read(`{"version":1,"ticks":{"a#b":${other}}}`);
      expect(mergeStudies(here, damaged).ticks['a#b']?.state).toBe('done');
      expect(mergeStudies(damaged, here).ticks['a#b']?.state).toBe('done');
    }
  });

  test('merges fields that this version does not know by the later entry of each', () => {
    const here = read('{"version":1,"ticks":{},"bookmarks":{"gil":{"line":3,"at":5},"sql":{"line":1,"at":1}}}');
    const there = read('{"version":1,"ticks":{},"bookmarks":{"gil":{"line":9,"at":4},"api":{"line":2,"at":2}}}');
    expect(mergeStudies(here, there).rest).toEqual({
      bookmarks: { gil: { line: 3, at: 5 }, sql: { line: 1, at: 1 }, api: { line: 2, at: 2 } },
    });
  });

  test('never lowers a tick that is newer here', () => {
    const here = withTick(EMPTY_STUDY, 'a#b', 'done', 20);
    const there = withTick(EMPTY_STUDY, 'a#b', 'open', 10);
    expect(mergeStudies(here, there).ticks['a#b']?.state).toBe('done');
  });
});
