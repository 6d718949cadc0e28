/** What came of one test of an exercise, whichever language it is in. */
import type { RunError } from './runner.ts';

export interface TestReport {
  /** `test_1_never_more_than_five`. */
  readonly name: string;
  /** What the reader sees in the list. */
  readonly title: string;
  /** The numbered task that the test belongs to. */
  readonly task: number | undefined;
  readonly status: 'passed' | 'failed' | 'error' | 'timeout';
  readonly message?: string;
  /** The comparison that failed, and both of its operands. */
  readonly source?: string;
  readonly got?: string;
  readonly expected?: string;
  /** What the code printed during the test. */
  readonly output?: string;
  /** Milliseconds of real time. */
  readonly ms?: number;
  /** Seconds by the test's own clock. */
  readonly virtual?: number;
  readonly error?: RunError;
}
