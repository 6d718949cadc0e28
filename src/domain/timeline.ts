/**
 * What the tasks of a run did over time, as the simulation records it (`src/browser/runners/python/simulation/timeline.py`
 * writes the JSON). Recorded timelines are stored in notes, in the form of `timeline-text.ts`; `timeline-drawing.ts` draws
 * them. A new kind of waiting may be added; an old one keeps its name, since notes hold it.
 *
 * Times are seconds since the run began, to a tenth of a millisecond. Between two segments of a task there is no gap.
 */
import { isRecord } from './json.ts';

/** What a task does: `run` is its own code, everything else is waiting. */
export const TIMELINE_KINDS = [
  'run',
  'sleep',
  /** One other task, and several: `gather`, `wait`, the end of a `TaskGroup`. */
  'task',
  'tasks',
  /** A queue: for an item, for room, for all to be done. */
  'get',
  'put',
  'join',
  'lock',
  'semaphore',
  'event',
  'condition',
  'barrier',
  /** The network: for a connection, for bytes, for room to write; a server for its connections. */
  'connect',
  'read',
  'write',
  'connection',
  /** Work in another thread. */
  'thread',
  /** Anything else. */
  'future',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** How a task ends; `pending` had not ended when the run did. */
export const TIMELINE_OUTCOMES = ['done', 'failed', 'cancelled', 'pending'] as const;
export type TimelineOutcome = (typeof TIMELINE_OUTCOMES)[number];

export interface TimelineSegment {
  readonly kind: TimelineKind;
  readonly from: number;
  readonly to: number;
  /** Line of the reader's code, from 1. */
  readonly line: number | null;
  /** Name of the task that is waited for. */
  readonly on: string | null;
}

export interface TimelineTask {
  /** Unlike that of any other task. */
  readonly name: string;
  /** Name of the task that made it. */
  readonly parent: string | null;
  readonly from: number;
  readonly to: number;
  readonly outcome: TimelineOutcome;
  /** Type of the exception that it failed with. */
  readonly error: string | null;
  readonly segments: readonly TimelineSegment[];
}

export interface Timeline {
  /** In the order in which they were made. */
  readonly tasks: readonly TimelineTask[];
  /** How many more there were. */
  readonly omitted: number;
}

/** Whether a value, such as the JSON of a run, is a timeline; then it can be printed, read again and drawn. */
export function isTimeline(value: unknown): value is Timeline {
  if (!isRecord(value) || !Array.isArray(value.tasks) || !isCount(value.omitted)) return false;
  const tasks: readonly unknown[] = value.tasks;
  if (!tasks.every(isTask)) return false;
  const names = new Set(tasks.map(({ name }) => name));
  const isKnown = (name: string | null) => name === null || names.has(name);
  return (
    names.size === tasks.length &&
    tasks.every(({ parent, segments }) => isKnown(parent) && segments.every(({ on }) => isKnown(on)))
  );
}

function isTask(value: unknown): value is TimelineTask {
  return (
    isRecord(value) &&
    isName(value.name) &&
    (value.parent === null || isName(value.parent)) &&
    isSpan(value.from, value.to) &&
    TIMELINE_OUTCOMES.some((outcome) => outcome === value.outcome) &&
    (value.error === null || isName(value.error)) &&
    Array.isArray(value.segments) &&
    value.segments.every(isSegment)
  );
}

function isSegment(value: unknown): value is TimelineSegment {
  return (
    isRecord(value) &&
    TIMELINE_KINDS.some((kind) => kind === value.kind) &&
    isSpan(value.from, value.to) &&
    (value.line === null || (isCount(value.line) && value.line > 0)) &&
    (value.on === null || isName(value.on))
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isSpan(from: unknown, to: unknown): boolean {
  return typeof from === 'number' && typeof to === 'number' && from >= 0 && from <= to && Number.isFinite(to);
}

/** When the last task ended. */
export function findEnd({ tasks }: Timeline): number {
  return Math.max(0, ...tasks.map(({ to }) => to));
}
