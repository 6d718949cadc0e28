/**
 * One thing that a reader did: an entry of the event log.
 *
 * Shape: `{ d: device, n: counter, t: ms since 1970, z: minutes east of UTC, k: kind, … }`. The names are short because a
 * reader makes a hundred thousand of them. An event never changes and is never taken back: undoing is an event that names
 * another one by its d, n and t. Kinds and fields that this version does not know are kept as they are.
 */
import type { ExerciseFacts } from './exercise-attempt.ts';
import type { InterviewFacts } from './interview/interview-event.ts';
import { isRecord } from './json.ts';
import type { Moment } from './learning-day.ts';
import { PHASES, type Phase } from './phase.ts';
import type { CardFacts } from './review/card-event.ts';

export interface StudyEvent extends Moment {
  readonly d: string;
  readonly n: number;
  readonly k: string;
  readonly [field: string]: unknown;
}

/** Time spent on a phase of a note, in milliseconds; the event's time is its end. */
export interface PhaseFacts {
  readonly k: 'phase';
  readonly note: string;
  readonly phase: Phase;
  readonly ms: number;
}

/** A note was marked as studied, or no longer. */
export interface StudiedFacts {
  readonly k: 'studied';
  readonly note: string;
  readonly studied: boolean;
}

/** What happened, before the log says when and on which device. Later kinds are added here. */
export type Facts = PhaseFacts | StudiedFacts | ExerciseFacts | CardFacts | InterviewFacts;
export type PhaseEvent = StudyEvent & PhaseFacts;
export type StudiedEvent = StudyEvent & StudiedFacts;

/** Days of later years have more digits, and would not be in order as texts. */
const MAX_TIME = Date.UTC(9999, 11, 30);
const MAX_OFFSET = 24 * 60;
const MAX_COUNTER = Number.MAX_SAFE_INTEGER;

/**
 * An event as it will be read again.
 * @throws TypeError where it says what no event can: a time that is no number, a kind without a name
 */
export function createEvent(facts: Facts, device: string, counter: number, { t, z }: Moment): StudyEvent {
  const event = readEvent(JSON.parse(JSON.stringify({ d: device, n: counter, t, z, ...facts })));
  if (event === undefined) throw new TypeError(`No event: ${JSON.stringify({ ...facts, t, z })}`);
  return event;
}

/** Any JSON as an event, or `undefined` where it is none. */
export function readEvent(value: unknown): StudyEvent | undefined {
  return isEvent(value) ? value : undefined;
}

export function isPhaseEvent(event: StudyEvent): event is PhaseEvent {
  const { k, note, phase, ms } = event;
  const isPhase = (PHASES as readonly unknown[]).includes(phase);
  return k === 'phase' && typeof note === 'string' && isPhase && typeof ms === 'number' && ms >= 0 && ms < Infinity;
}

export function isStudiedEvent(event: StudyEvent): event is StudiedEvent {
  return event.k === 'studied' && typeof event.note === 'string' && typeof event.studied === 'boolean';
}

/** The counter after another. One that cannot be counted on from is damage; two events of one counter do no harm. */
export function nextCounter(last: number): number {
  return last < MAX_COUNTER ? last + 1 : 1;
}

function isEvent(value: unknown): value is StudyEvent {
  return (
    isRecord(value) &&
    isName(value.d) &&
    isInteger(value.n, 0, MAX_COUNTER) &&
    isInteger(value.t, 0, MAX_TIME) &&
    isInteger(value.z, -MAX_OFFSET, MAX_OFFSET) &&
    isName(value.k)
  );
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isInteger(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}
