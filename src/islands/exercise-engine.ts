/** What runs the code of an exercise and its tests: the one place that knows which runner a language takes. */
import type { ReadableAtom } from 'nanostores';
import { getPythonRunner } from '../browser/runners/python/client.ts';
import type { PythonReport } from '../browser/runners/python/request.ts';
import type { OutputChunk, RunnerState, RunReport } from '../browser/runners/runner.ts';
import type { TestReport } from '../browser/runners/test-report.ts';
import type { ExerciseData } from './exercise-data.ts';

export type ExerciseReport = RunReport &
  Pick<PythonReport, 'limit'> & {
    /** `undefined` where the code did not come as far as its tests. */
    readonly tests?: readonly TestReport[] | undefined;
  };

export interface ExerciseEngine {
  readonly state: ReadableAtom<RunnerState>;
  /** As a program. */
  run(code: string, onOutput: (chunk: OutputChunk) => void): Promise<ExerciseReport>;
  /** As what the tests judge. */
  test(code: string, onOutput: (chunk: OutputChunk) => void): Promise<ExerciseReport>;
  stop(): void;
}

export function createEngine({ solution, tests, files }: ExerciseData): ExerciseEngine {
  const runner = getPythonRunner();
  const blocksOf = (code: string) => [{ code, name: solution.name }];
  return {
    state: runner.state,
    run: (code, onOutput) => runner.run({ blocks: blocksOf(code), files }, onOutput),
    test: (code, onOutput) => runner.run({ blocks: blocksOf(code), files, tests }, onOutput),
    stop: () => runner.stop(),
  };
}
