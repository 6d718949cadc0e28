import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, rewriteDraft } from './draft.ts';
import { createLog, listEvents, mergeLogs } from './event-log.ts';
import { narrowChange, revertChange } from './reversal.ts';
import { revisionOf, withRevision } from './revision.ts';
import { settingOf, withSetting } from './setting.ts';
import { EMPTY_STUDY, mergeStudies, withTick } from './study-document.ts';
import { planOf, withPlan } from './study-plan.ts';
import { EMPTY_RECORD, mergeRecords, type StudyRecord } from './study-record.ts';
import { log, record } from './testing/arbitrary.ts';

const PLAN = { roadmap: 'sprint', startDate: '2026-11-30', studyDays: [1], hoursPerDay: 4, daysOff: [], finished: [] };

function ticked(...items: string[]): StudyRecord {
  return { ...EMPTY_RECORD, study: items.reduce((study, item) => withTick(study, item, 'done', 5), EMPTY_STUDY) };
}

function statesOf({ study }: StudyRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(study.ticks).map(([item, { state }]) => [item, state]));
}

describe('taking back an import', () => {
  test('brings back the events and drafts of before', () => {
    fc.assert(
      fc.property(record, record, (before, imported) => {
        const after = mergeRecords(before, imported);
        const { record: reverted } = revertChange(after, { before, after }, 10);
        expect(reverted.log).toEqual(before.log);
        expect(reverted.drafts).toEqual(before.drafts);
      }),
    );
  });

  test('keeps the events that came since then', () => {
    fc.assert(
      fc.property(log, log, log, (old, imported, since) => {
        const before = { ...EMPTY_RECORD, log: old };
        const after = { ...EMPTY_RECORD, log: mergeLogs(old, imported) };
        const own = mergeLogs(since, old);
        const current = { ...EMPTY_RECORD, log: mergeLogs(after.log, own) };
        const { record: reverted, removed } = revertChange(current, { before, after }, 10);
        expect(mergeLogs(reverted.log, removed.log)).toEqual(current.log);
        expect(mergeLogs(reverted.log, old)).toEqual(reverted.log);
      }),
    );
  });

  test('needs no more of a change than what it changed', () => {
    fc.assert(
      fc.property(record, record, record, (before, imported, since) => {
        const after = mergeRecords(before, imported);
        const current = mergeRecords(after, since);
        const whole = revertChange(current, { before, after }, 10);
        expect(revertChange(current, narrowChange({ before, after }), 10)).toEqual(whole);
      }),
    );
  });

  test('keeps code that was written since then', () => {
    const write = (draft: Draft | undefined, code: string, at: number) => rewriteDraft(draft, code, draft, at);
    const after = { ...EMPTY_RECORD, drafts: new Map([['lru', write(undefined, 'imported', 1)]]) };
    const current = { ...after, drafts: new Map([['lru', write(after.drafts.get('lru'), 'mine', 2)]]) };
    const { record: reverted } = revertChange(current, { before: EMPTY_RECORD, after }, 10);
    expect(reverted.drafts).toEqual(current.drafts);
  });

  test('sets ticks back, but not those that the reader has changed since then', () => {
    const before = mergeRecords(ticked('a#1'), { ...EMPTY_RECORD, study: withTick(EMPTY_STUDY, 'a#2', 'doing', 1) });
    const after = mergeRecords(before, ticked('a#2', 'a#3', 'a#4'));
    const current = { ...after, study: withTick(after.study, 'a#4', 'skipped', 8) };
    const { record: reverted } = revertChange(current, { before, after }, 10);
    expect(statesOf(reverted)).toEqual({ 'a#1': 'done', 'a#2': 'doing', 'a#3': 'open', 'a#4': 'skipped' });
  });

  test('lasts: another tab that has seen the import does not bring it back', () => {
    const after = ticked('a#1');
    const { record: reverted } = revertChange(after, { before: EMPTY_RECORD, after }, 10);
    expect(mergeStudies(reverted.study, after.study).ticks['a#1']?.state).toBe('open');
  });

  test('sets plan and settings back', () => {
    const own = withSetting(withPlan(EMPTY_STUDY, { ...PLAN, studyDays: [1] }, 1), 'sound', true, 1);
    const other = withSetting(withSetting(withPlan(own, null, 2), 'sound', false, 2), 'target', 5, 2);
    const [before, after] = [own, other].map((study) => ({ ...EMPTY_RECORD, study }));
    if (before === undefined || after === undefined) throw new Error('Two records make a change.');
    const { study } = revertChange(after, { before, after }, 10).record;
    expect(planOf(study)?.roadmap).toBe('sprint');
    expect([settingOf(study, 'sound'), settingOf(study, 'target')]).toEqual([true, null]);
  });

  test('sets back what notes said when they were studied', () => {
    const before = { ...EMPTY_RECORD, study: withRevision(EMPTY_STUDY, 'gil', 'aaaa', 1) };
    const imported = withRevision(withRevision(EMPTY_STUDY, 'gil', 'bbbb', 2), 'sql', 'cccc', 2);
    const after = mergeRecords(before, { ...EMPTY_RECORD, study: imported });
    const { study } = revertChange(after, { before, after }, 10).record;
    expect([revisionOf(study, ['gil']), revisionOf(study, ['sql'])]).toEqual(['aaaa', undefined]);
  });

  test('is itself taken back in the same way', () => {
    const event = { d: 'phone', n: 1, t: 1000, z: 0, k: 'studied', note: 'gil', studied: true };
    const after = { ...ticked('a#1'), log: createLog([event]) };
    const undone = revertChange(after, { before: EMPTY_RECORD, after }, 10).record;
    const { record: redone } = revertChange(undone, { before: after, after: undone }, 11);
    expect(statesOf(redone)).toEqual({ 'a#1': 'done' });
    expect(listEvents(redone.log)).toEqual([event]);
  });
});
