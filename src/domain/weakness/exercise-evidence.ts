/** What the exercises of a topic say of it. */
import { type EventLog, selectEvents } from '../event-log.ts';
import { type ExerciseAttempt, findAttempts, isExerciseEvent } from '../exercise-attempt.ts';
import { type Observation, observe, WEIGHTS } from './observation.ts';

export interface ExerciseRecord {
  readonly attempt: ExerciseAttempt;
  /** When all tests passed last, or the reader said so; when it was last tried in vain, or looked up. 0 is never. */
  readonly passedAt: number;
  readonly failedAt: number;
}

export interface ExerciseEvidence {
  readonly total: number;
  /** Before the solution was seen, and after. */
  readonly solved: number;
  readonly copied: number;
  /** Tried or looked up, and not solved. */
  readonly failed: number;
}

/** @param former present ids by former ones */
export function findExerciseRecords(
  log: EventLog,
  former: ReadonlyMap<string, string>,
): ReadonlyMap<string, ExerciseRecord> {
  const passed = new Map<string, number>();
  const failed = new Map<string, number>();
  for (const event of selectEvents(log, isExerciseEvent)) {
    const id = former.get(event.exercise) ?? event.exercise;
    if (event.did === 'claim') passed.set(id, event.t);
    else if (event.did === 'solution') failed.set(id, event.t);
    else if (event.did === 'test') (event.total > 0 && event.passed === event.total ? passed : failed).set(id, event.t);
  }
  const attempts = findAttempts(log, former);
  return new Map(
    [...attempts].map(([id, attempt]) => [
      id,
      { attempt, passedAt: passed.get(id) ?? 0, failedAt: failed.get(id) ?? 0 },
    ]),
  );
}

/** @param exercises their ids */
export function weighExercises(
  exercises: readonly string[],
  records: ReadonlyMap<string, ExerciseRecord>,
): ExerciseEvidence {
  const attempts = exercises.flatMap((id) => records.get(id) ?? []);
  const solved = attempts.filter(({ attempt }) => attempt.state === 'solved');
  const own = solved.filter(({ attempt }) => attempt.isOwnSolution).length;
  return {
    total: exercises.length,
    solved: own,
    copied: solved.length - own,
    failed: attempts.filter(({ attempt, failedAt }) => attempt.state !== 'solved' && failedAt > 0).length,
  };
}

/**
 * Code that only ran, or a hint that was opened, says nothing.
 * @param topics how many topics it practices: what it is worth is shared among them
 */
export function observeExercise({ attempt, passedAt, failedAt }: ExerciseRecord, topics = 1): Observation[] {
  if (attempt.state === 'solved') return [observe(1, weightOf(attempt) / topics, passedAt)];
  return failedAt > 0 ? [observe(0, WEIGHTS.failed / topics, failedAt)] : [];
}

function weightOf({ isOwnSolution, isByWord }: ExerciseAttempt): number {
  if (!isOwnSolution) return WEIGHTS.copied;
  return isByWord ? WEIGHTS.claimed : WEIGHTS.solved;
}
