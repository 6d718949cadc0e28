/**
 * Taking back a change of the whole record, as an import, while what the reader did since then stays.
 *
 * Ticks, plan and settings are set back as changes of their own, later than what they undo. To put the older ones in
 * their place would not last: every other tab and device that has seen the import would bring it back with its next
 * merge. Events and versions of drafts have no state to set back; those that the change brought are taken out. What this version cannot read
 * stays as the change left it.
 */
import { type Drafts, mergeDrafts, subtractDrafts } from './draft.ts';
import { type EventLog, mergeLogs, subtractLog } from './event-log.ts';
import { isRecord, isSameJson, readField } from './json.ts';
import { isStamped, nextStamp } from './stamped.ts';
import { listTicks, type StudyDocument, withTick } from './study-document.ts';
import { withPlan } from './study-plan.ts';
import type { StudyRecord } from './study-record.ts';
import { isTick } from './tick.ts';

/** A change of the whole record. */
export interface Change {
  readonly before: StudyRecord;
  readonly after: StudyRecord;
}

export interface Reversal {
  /** The record with the change taken back. */
  readonly record: StudyRecord;
  /** What the change had brought. */
  readonly removed: Reverted;
  /** What the change had taken out. */
  readonly added: Reverted;
}

interface Reverted {
  readonly log: EventLog;
  readonly drafts: Drafts;
}

/** The same change without the events and drafts that it left alone: what is needed to take it back. */
export function narrowChange({ before, after }: Change): Change {
  return { before: { ...before, ...subtract(before, after) }, after: { ...after, ...subtract(after, before) } };
}

/** @param now milliseconds since 1970 */
export function revertChange(current: StudyRecord, { before, after }: Change, now: number): Reversal {
  const removed = subtract(after, before);
  const added = subtract(before, after);
  const ticks = revertTicks(current.study, before.study, after.study, now);
  const plan = revertPlan(ticks, before.study, after.study, now);
  const settings = revertValues(plan, before.study, after.study, 'settings', now);
  const study = revertValues(settings, before.study, after.study, 'revisions', now);
  const log = mergeLogs(subtractLog(current.log, removed.log), added.log);
  const drafts = mergeDrafts(subtractDrafts(current.drafts, removed.drafts), added.drafts);
  return { record: { ...current, study, log, drafts }, removed, added };
}

function subtract(a: StudyRecord, b: StudyRecord): Reverted {
  return { log: subtractLog(a.log, b.log), drafts: subtractDrafts(a.drafts, b.drafts) };
}

function revertTicks(current: StudyDocument, before: StudyDocument, after: StudyDocument, now: number): StudyDocument {
  const [present, earlier] = [listTicks(current), listTicks(before)];
  let study = current;
  for (const [item, became] of Object.entries(listTicks(after))) {
    const was = readField(earlier, item);
    if (!isToRevert(readField(present, item), was, became)) continue;
    if (was === undefined || isTick(was)) study = withTick(study, item, was?.state ?? 'open', now);
  }
  return study;
}

function revertPlan(current: StudyDocument, before: StudyDocument, after: StudyDocument, now: number): StudyDocument {
  const [plan, was, became] = [current, before, after].map((study) => readField(study.rest, 'plan'));
  if (!isToRevert(plan, was, became)) return current;
  if (!isStamped(was)) return withPlan(current, null, now);
  return { ...current, rest: { ...current.rest, plan: { ...was, at: nextStamp(now, plan) } } };
}

/** Settings and revisions are values by name; one that was not there before is set to nothing. */
function revertValues(
  current: StudyDocument,
  before: StudyDocument,
  after: StudyDocument,
  field: 'settings' | 'revisions',
  now: number,
): StudyDocument {
  const [present, earlier] = [valuesOf(current, field), valuesOf(before, field)];
  const reverted: Record<string, unknown> = {};
  for (const [name, became] of Object.entries(valuesOf(after, field))) {
    const [value, was] = [readField(present, name), readField(earlier, name)];
    if (!isToRevert(value, was, became)) continue;
    reverted[name] = { value: isStamped(was) ? was.value : null, at: nextStamp(now, value) };
  }
  if (Object.keys(reverted).length === 0) return current;
  return { ...current, rest: { ...current.rest, [field]: { ...present, ...reverted } } };
}

function valuesOf(study: StudyDocument, field: string): Record<string, unknown> {
  const values = readField(study.rest, field);
  return isRecord(values) ? values : {};
}

/** Whether a value was changed and is still as the change left it. */
function isToRevert(current: unknown, was: unknown, became: unknown): boolean {
  return !isSameJson(was, became) && isSameJson(current, became);
}
