/** What page and worker say to each other about an exercise, beside what `message.ts` has. */
import type { SqlExercise } from '../../../domain/sql-check.ts';
import type { RunReport } from '../runner.ts';
import type { TestReport } from '../test-report.ts';
import type { GradeWords } from './grade-words.ts';
import type { Observation } from './observation.ts';

export interface GradeRequest {
  readonly exercise: SqlExercise;
  readonly code: string;
  readonly words: GradeWords;
  /** What the solution came to, from an earlier report. */
  readonly reference: Observations | undefined;
}

/** What an answer came to on the given data and on the variant. */
export interface Observations {
  readonly given: Observation;
  readonly variant: Observation | undefined;
}

export interface GradeReport extends RunReport {
  /** `undefined` where the run did not come to its end. */
  readonly tests: readonly TestReport[] | undefined;
  readonly reference: Observations | undefined;
}
