/**
 * What a reader does in mock interviews, as events of the study log.
 *
 *     { k: 'interview', s, did: 'start', interview, seed, query?, plan: [{ id, title, minutes }] }
 *     { k: 'interview', s, did: 'rate', q, notes, level, text, r: { correctness, depth, clarity, examples }, ms, hit, of }
 *     { k: 'interview', s, did: 'code', exercise, notes, text, passed, total, r, ms }
 *     { k: 'interview', s, did: 'finish', spent: [{ id, ms }] }
 *
 * `s` names the session: a text made when it starts. `interview` is the id of a file of `content/interviews`, or `own` for
 * one that the reader put together, whose choices are the `query` of its address. `q` is `<area>/<id>` of a question. `r` has a grade of 1 to 4 on each dimension
 * (rubric.ts), `ms` is how long the answer took, `hit` of `of` points of a strong answer were made. `text` is what was
 * asked, in the reader's language, so that history can show it after it is gone from the content. An exercise's own
 * attempts are events of their own (exercise-attempt.ts); here stands what was true when the coding part ended.
 *
 * Of two ratings of one answer the later counts.
 */
import { isRecord } from '../json.ts';
import { LEVELS, type Level } from '../level.ts';
import type { StudyEvent } from '../study-event.ts';
import { DIMENSIONS, isGrade, type Ratings } from './rubric.ts';

/** Instead of a file's id, for an interview that the reader put together. */
export const OWN_INTERVIEW = 'own';

export interface PlannedSection {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

interface StartFacts {
  readonly k: 'interview';
  readonly s: string;
  readonly did: 'start';
  readonly interview: string;
  readonly seed: string;
  readonly query?: string;
  readonly plan: readonly PlannedSection[];
}

interface RateFacts {
  readonly k: 'interview';
  readonly s: string;
  readonly did: 'rate';
  readonly q: string;
  readonly notes: readonly string[];
  readonly level: Level;
  readonly text: string;
  readonly r: Ratings;
  readonly ms: number;
  /** Points of a strong answer that were made, of how many. */
  readonly hit: number;
  readonly of: number;
}

interface CodeFacts {
  readonly k: 'interview';
  readonly s: string;
  readonly did: 'code';
  readonly exercise: string;
  readonly notes: readonly string[];
  readonly text: string;
  /** Of the last run of the tests; both 0 where they were not run. */
  readonly passed: number;
  readonly total: number;
  readonly r: Ratings;
  readonly ms: number;
}

interface FinishFacts {
  readonly k: 'interview';
  readonly s: string;
  readonly did: 'finish';
  readonly spent: readonly { readonly id: string; readonly ms: number }[];
}

export type InterviewFacts = StartFacts | RateFacts | CodeFacts | FinishFacts;
export type InterviewEvent = StudyEvent & InterviewFacts;
export type RateEvent = StudyEvent & RateFacts;
export type CodeEvent = StudyEvent & CodeFacts;

export function isInterviewEvent(event: StudyEvent): event is InterviewEvent {
  if (event.k !== 'interview' || !isName(event.s)) return false;
  switch (event.did) {
    case 'start':
      return (
        isName(event.interview) &&
        typeof event.seed === 'string' &&
        (event.query === undefined || typeof event.query === 'string') &&
        isListOf(event.plan, isPlannedSection)
      );
    case 'rate':
      return isRateEvent(event);
    case 'code':
      return isCodeEvent(event);
    case 'finish':
      return isListOf(event.spent, (entry) => isRecord(entry) && isName(entry.id) && isAmount(entry.ms));
    default:
      return false;
  }
}

/** One question that was assessed. */
export function isRateEvent(event: StudyEvent): event is RateEvent {
  const { did, q, level, hit, of } = event;
  return (
    did === 'rate' &&
    isAssessment(event) &&
    isName(q) &&
    (LEVELS as readonly unknown[]).includes(level) &&
    isAmount(hit) &&
    isAmount(of) &&
    hit <= of
  );
}

/** One exercise of a coding part that was assessed. */
export function isCodeEvent(event: StudyEvent): event is CodeEvent {
  const { did, exercise, passed, total } = event;
  return (
    did === 'code' && isAssessment(event) && isName(exercise) && isAmount(passed) && isAmount(total) && passed <= total
  );
}

function isAssessment({ k, s, notes, text, r, ms }: StudyEvent): boolean {
  return (
    k === 'interview' &&
    isName(s) &&
    isListOf(notes, isName) &&
    typeof text === 'string' &&
    isRecord(r) &&
    DIMENSIONS.every((dimension) => isGrade(r[dimension])) &&
    isAmount(ms)
  );
}

function isPlannedSection(value: unknown): boolean {
  return isRecord(value) && isName(value.id) && typeof value.title === 'string' && isAmount(value.minutes);
}

function isListOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEntry);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}
