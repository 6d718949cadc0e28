/** Saving all of a reader's study to a file, taking a file in, and taking that back. */
import { type Backup, type ParsedBackup, parseBackup, printBackup } from '../../domain/backup.ts';
import { type ImportPreview, previewImport } from '../../domain/import-preview.ts';
import { localDay, type Moment } from '../../domain/learning-day.ts';
import { type Change, narrowChange, revertChange } from '../../domain/reversal.ts';
import { mergeStudies } from '../../domain/study-document.ts';
import { mergeRecords, type StudyRecord } from '../../domain/study-record.ts';
import { type FileReading, nameBackupFile, packBackup, readBackupFile } from './backup-file.ts';
import type { ChangeSnapshot } from './change-snapshot.ts';
import type { LogChange, LogStore } from './log-store.ts';
import type { StorageProblem, StudyStore } from './study-store.ts';

/** Where a reader's study is kept, and of which site. */
export interface StudyPlace {
  readonly siteId: string;
  readonly siteTitle: string;
  readonly study: StudyStore;
  readonly log: LogStore;
}

export interface SavedBackup {
  readonly name: string;
  readonly file: Blob;
  /** Why the file may lack something: a part of the record could not be read. */
  readonly problem: StorageProblem | undefined;
}

export type BackupReading = ParsedBackup | Exclude<FileReading, { kind: 'text' }>;

export type ChangeResult =
  | { readonly kind: 'done' }
  /** Nothing has changed. */
  | { readonly kind: 'failed'; readonly problem: StorageProblem }
  /** Events are saved; ticks, plan and settings live as long as the page, or until the next tick that can be saved. */
  | { readonly kind: 'partly'; readonly problem: StorageProblem }
  /** There is nothing to take back. */
  | { readonly kind: 'none' };

interface RecordReading {
  readonly record: StudyRecord;
  readonly problem: StorageProblem | undefined;
}

/** Everything in one file. */
export async function saveBackup(place: StudyPlace, now: Moment): Promise<SavedBackup> {
  const { record, problem } = await readRecord(place);
  const file = await packRecord(place, record, now.t);
  return { name: nameBackupFile(place.siteId, localDay(now)), file, problem };
}

/** What a file is; never rejects. */
export async function readBackup(file: Blob, siteId: string): Promise<BackupReading> {
  const reading = await readBackupFile(file);
  return reading.kind === 'text' ? parseBackup(reading.text, siteId) : reading;
}

/** What taking in a backup would change. */
export async function previewBackup(place: StudyPlace, backup: Backup): Promise<ImportPreview> {
  const { record } = await readRecord(place);
  return previewImport(record, backup);
}

/**
 * Merges a backup into the record.
 * @param now milliseconds since 1970
 */
export async function importBackup(place: StudyPlace, backup: Backup, now: number): Promise<ChangeResult> {
  const { record, problem } = await readRecord(place);
  if (isInTheWay(problem)) return { kind: 'failed', problem };
  const change = { before: record, after: mergeRecords(record, backup) };
  return applyChange(place, change, { added: backup, carried: backup.carried }, 'import', now);
}

/** Takes back the last import; what the reader did since then stays. */
export function undoImport(place: StudyPlace, now: number): Promise<ChangeResult> {
  return takeBack(place, 'import', now);
}

/** Takes back the last `undoImport`. To import the file again would not do: what was undone is later than the file. */
export function redoImport(place: StudyPlace, now: number): Promise<ChangeResult> {
  return takeBack(place, 'undo', now);
}

async function takeBack(place: StudyPlace, reason: ChangeSnapshot['reason'], now: number): Promise<ChangeResult> {
  const { record, problem } = await readRecord(place);
  if (isInTheWay(problem)) return { kind: 'failed', problem };
  const snapshot = await place.log.findSnapshot(reason);
  const change = snapshot && (await readChange(place, snapshot));
  if (!snapshot || !change) {
    const refusal = place.log.problem.get();
    return isInTheWay(refusal) ? { kind: 'failed', problem: refusal } : { kind: 'none' };
  }
  const { record: reverted, removed, added } = revertChange(record, change, now);
  const log = { removed, added, usedSnapshot: snapshot.key };
  return applyChange(place, { before: record, after: reverted }, log, reason === 'import' ? 'undo' : 'import', now);
}

/** The log first: it may refuse, and then nothing has changed. */
async function applyChange(
  place: StudyPlace,
  change: Change,
  log: LogChange,
  reason: ChangeSnapshot['reason'],
  now: number,
): Promise<ChangeResult> {
  const pack = async (record: StudyRecord) => readBytes(await packRecord(place, record, now));
  const { before, after } = narrowChange(change);
  const snapshot = { reason, at: now, before: await pack(before), after: await pack(after) };
  const isDone = await place.log.change({ ...log, snapshot });
  if (!isDone) return { kind: 'failed', problem: place.log.problem.get() ?? 'blocked' };
  const isSaved = place.study.update((study) => mergeStudies(study, change.after.study));
  return isSaved ? { kind: 'done' } : { kind: 'partly', problem: place.study.problem.get() ?? 'blocked' };
}

async function readChange({ siteId }: StudyPlace, { before, after }: ChangeSnapshot): Promise<Change | undefined> {
  const earlier = await readBackup(new Blob([before]), siteId);
  const later = await readBackup(new Blob([after]), siteId);
  if (earlier.kind !== 'backup' || later.kind !== 'backup') return undefined;
  return { before: earlier.backup, after: later.backup };
}

async function readBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

/** All that is kept; `problem` says why it may lack something. */
export async function readRecord({ study, log }: StudyPlace): Promise<RecordReading> {
  study.refresh();
  const { isComplete, ...stored } = await log.readAll();
  const problems = [isComplete ? undefined : 'blocked', log.problem.get(), study.problem.get()] as const;
  const problem = problems.findLast(isInTheWay) ?? problems.find((one) => one !== undefined);
  return { record: { ...stored, study: study.study.get() }, problem };
}

/** A record that is not whole must not become the one that an undoing goes back to. */
export function isInTheWay(problem: StorageProblem | undefined): problem is 'blocked' | 'newer' {
  return problem === 'blocked' || problem === 'newer';
}

/** @param savedAt milliseconds since 1970 */
export function packRecord({ siteId, siteTitle }: StudyPlace, record: StudyRecord, savedAt: number): Promise<Blob> {
  return packBackup(printBackup({ ...record, siteId, siteTitle, savedAt }));
}
