/**
 * All that is kept of a reader's study: the small document of ticks, plan and settings, the log of events, and drafts of
 * code. It is what a backup holds, and what two devices exchange.
 */
import { type Drafts, mergeDrafts, NO_DRAFTS } from './draft.ts';
import { EMPTY_LOG, type EventLog, mergeLogs } from './event-log.ts';
import { mergeFields } from './stamped.ts';
import { EMPTY_STUDY, mergeStudies, type StudyDocument } from './study-document.ts';

export interface StudyRecord {
  readonly study: StudyDocument;
  readonly log: EventLog;
  readonly drafts: Drafts;
  /** What a later version has put into a backup: carried along, so that it is there when this site is updated. */
  readonly carried: Readonly<Record<string, unknown>>;
}

export const EMPTY_RECORD: StudyRecord = { study: EMPTY_STUDY, log: EMPTY_LOG, drafts: NO_DRAFTS, carried: {} };

/**
 * Both records in one: the later tick, plan and setting, every event, the versions of every draft. It never lowers what is
 * newer and never drops an event, and is the same in any order, however often it is done.
 */
export function mergeRecords(a: StudyRecord, b: StudyRecord): StudyRecord {
  return {
    study: mergeStudies(a.study, b.study),
    log: mergeLogs(a.log, b.log),
    drafts: mergeDrafts(a.drafts, b.drafts),
    carried: mergeFields(a.carried, b.carried),
  };
}
