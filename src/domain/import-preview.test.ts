import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewriteDraft } from './draft.ts';
import { createLog } from './event-log.ts';
import { previewImport } from './import-preview.ts';
import { isSameJson } from './json.ts';
import { withSetting } from './setting.ts';
import { EMPTY_STUDY, withTick } from './study-document.ts';
import { withPlan } from './study-plan.ts';
import { EMPTY_RECORD, mergeRecords, type StudyRecord } from './study-record.ts';
import { record } from './testing/arbitrary.ts';

const EVENT = { d: 'phone', n: 1, t: 1000, z: 0, k: 'studied', note: 'gil', studied: true };

/** Maps as lists in alphabetical order, which JSON can say. */
function flatten({ log, drafts, ...record }: StudyRecord) {
  return { ...record, log: [...log].sort(), drafts: [...drafts].sort() };
}

test('a preview is empty exactly when importing changes nothing', () => {
  fc.assert(
    fc.property(record, record, (current, backup) => {
      const merged = mergeRecords(current, backup);
      const isSame = isSameJson(flatten(merged), flatten(current));
      expect(previewImport(current, backup).isEmpty).toBe(isSame);
      expect(previewImport(merged, backup).isEmpty).toBe(true);
    }),
  );
});

test('a preview of nothing but an event is not empty', () => {
  const preview = previewImport(EMPTY_RECORD, { ...EMPTY_RECORD, log: createLog([EVENT]) });
  expect(preview).toMatchObject({ events: 1, isEmpty: false });
});

describe('a preview names', () => {
  test('ticks that are added and changed, by what they become', () => {
    const here = withTick(withTick(EMPTY_STUDY, 'a#1', 'open', 1), 'a#2', 'done', 9);
    const there = ['a#1', 'a#2', 'a#3', 'a#4'].reduce((study, item) => withTick(study, item, 'done', 5), EMPTY_STUDY);
    const preview = previewImport({ ...EMPTY_RECORD, study: here }, { ...EMPTY_RECORD, study: there });
    expect(preview).toEqual({
      ticksAdded: { open: 0, doing: 0, done: 2, skipped: 0 },
      ticksChanged: { open: 0, doing: 0, done: 1, skipped: 0 },
      events: 0,
      draftsAdded: 0,
      draftsChanged: 0,
      changesPlan: false,
      settings: [],
      changesOther: false,
      isEmpty: false,
    });
  });

  test('drafts, new and with another version', () => {
    const write = (...entries: [key: string, code: string][]) =>
      new Map(entries.map(([key, code]) => [key, rewriteDraft(undefined, code, undefined, 1)]));
    const here = { ...EMPTY_RECORD, drafts: write(['a', 'old'], ['b', 'same']) };
    const there = { ...EMPTY_RECORD, drafts: write(['a', 'other'], ['b', 'same'], ['c', 'new']) };
    expect(previewImport(here, there)).toMatchObject({ draftsAdded: 1, draftsChanged: 1, isEmpty: false });
  });

  test('events, plan, settings, and that there is more', () => {
    const planned = withPlan(withSetting(EMPTY_STUDY, 'sound', true, 1), null, 1);
    const backup = { ...EMPTY_RECORD, study: planned, log: createLog([EVENT]), carried: { later: {} } };
    expect(previewImport(EMPTY_RECORD, backup)).toMatchObject({
      events: 1,
      changesPlan: true,
      settings: ['sound'],
      changesOther: true,
      isEmpty: false,
    });
  });
});
