/**
 * What a reader did with an exercise, from the log: how often they ran its tests, which hints they opened, whether they saw
 * the solution, and whether it is solved, before or after that.
 *
 * Events are `{ k: 'exercise', exercise, did, … }`. The state is derived from all of them and follows their time, so that
 * two devices whose logs are merged, in any order, show the same. What is solved stays solved: a later run that fails takes
 * nothing back. What runs on the reader's own machine is solved by their word: they claim it, and may withdraw that.
 */
import { type EventLog, selectEvents } from './event-log.ts';
import type { StudyEvent } from './study-event.ts';

/** The tests were run to their end; `passed` of `total` held. */
interface TestFacts {
  readonly k: 'exercise';
  readonly exercise: string;
  readonly did: 'test';
  readonly passed: number;
  readonly total: number;
}

/** A hint was opened: its place among those of its task, from 1. */
interface HintFacts {
  readonly k: 'exercise';
  readonly exercise: string;
  readonly did: 'hint';
  readonly task: number;
  readonly hint: number;
}

/** The code was run as a program, the solution was opened; all tests passed elsewhere, says the reader, or takes it back. */
interface OtherFacts {
  readonly k: 'exercise';
  readonly exercise: string;
  readonly did: 'run' | 'solution' | 'claim' | 'withdraw';
}

export type ExerciseFacts = TestFacts | HintFacts | OtherFacts;
export type ExerciseEvent = StudyEvent & ExerciseFacts;

export const EXERCISE_STATES = ['open', 'started', 'solved'] as const;
export type ExerciseState = (typeof EXERCISE_STATES)[number];

export interface ExerciseAttempt {
  readonly state: ExerciseState;
  /** How often the tests were run. */
  readonly attempts: number;
  /** The hints that were opened, `<task>.<hint>`, in the order in which they were. */
  readonly hints: readonly string[];
  readonly hasSeenSolution: boolean;
  /** Whether only the reader's word says that it is solved. */
  readonly isByWord: boolean;
  /** When all tests passed for the first time, in milliseconds since 1970. */
  readonly solvedAt: number | undefined;
  /** Whether that was before the solution was seen. */
  readonly isOwnSolution: boolean;
}

export const NO_ATTEMPT: ExerciseAttempt = {
  state: 'open',
  attempts: 0,
  hints: [],
  hasSeenSolution: false,
  isByWord: false,
  solvedAt: undefined,
  isOwnSolution: false,
};

export function isExerciseEvent(event: StudyEvent): event is ExerciseEvent {
  const { k, exercise, did, passed, total, task, hint } = event;
  if (k !== 'exercise' || typeof exercise !== 'string') return false;
  if (did === 'test') return isCount(passed) && isCount(total) && passed <= total;
  if (did === 'hint') return isCount(task) && isCount(hint);
  return did === 'run' || did === 'solution' || did === 'claim' || did === 'withdraw';
}

/**
 * What was done with each exercise, by its id.
 * @param former present ids by former ones, so that what was solved before a renaming still counts
 */
export function findAttempts(
  log: EventLog,
  former: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, ExerciseAttempt> {
  const attempts = new Map<string, ExerciseAttempt>();
  for (const event of selectEvents(log, isExerciseEvent)) {
    const id = former.get(event.exercise) ?? event.exercise;
    attempts.set(id, withEvent(attempts.get(id) ?? NO_ATTEMPT, event));
  }
  return attempts;
}

/** An attempt after one thing more. */
function withEvent(attempt: ExerciseAttempt, event: ExerciseEvent): ExerciseAttempt {
  const started: ExerciseAttempt = attempt.state === 'open' ? { ...attempt, state: 'started' } : attempt;
  switch (event.did) {
    case 'run':
      return started;
    case 'hint': {
      const name = `${event.task}.${event.hint}`;
      return started.hints.includes(name) ? started : { ...started, hints: [...started.hints, name] };
    }
    case 'solution':
      return { ...started, hasSeenSolution: true };
    case 'test': {
      const tested = { ...started, attempts: started.attempts + 1 };
      const isSolved = event.total > 0 && event.passed === event.total;
      return isSolved ? { ...withSolved(tested, event.t), isByWord: false } : tested;
    }
    case 'claim':
      return started.solvedAt === undefined ? { ...withSolved(started, event.t), isByWord: true } : started;
    case 'withdraw':
      if (!started.isByWord) return started;
      return { ...started, state: 'started', isByWord: false, solvedAt: undefined, isOwnSolution: false };
  }
}

/** The first time counts. */
function withSolved(attempt: ExerciseAttempt, time: number): ExerciseAttempt {
  if (attempt.solvedAt !== undefined) return attempt;
  return { ...attempt, state: 'solved', solvedAt: time, isOwnSolution: !attempt.hasSeenSolution };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
