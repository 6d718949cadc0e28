/** What runs the code of an exercise and its tests: the one place that knows which runner a language takes. */
import type { ReadableAtom } from 'nanostores';
import type { GradeRequest } from '../browser/runners/postgres/exercise.ts';
import { getPostgresRunner } from '../browser/runners/postgres/page-runner.ts';
import type { SqlReport } from '../browser/runners/postgres/report.ts';
import { getPythonRunner } from '../browser/runners/python/client.ts';
import type { PythonReport } from '../browser/runners/python/request.ts';
import type { OutputChunk, RunnerState, RunReport } from '../browser/runners/runner.ts';
import type { TestReport } from '../browser/runners/test-report.ts';
import type { ExerciseData, SqlExerciseData } from './exercise-data.ts';

export type ExerciseReport = RunReport &
  Pick<PythonReport, 'limit'> &
  Partial<Pick<SqlReport, 'results'>> & {
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

export function createEngine(data: ExerciseData): ExerciseEngine {
  return data.language === 'sql' && data.sql !== undefined ? createSqlEngine(data.sql) : createPythonEngine(data);
}

function createPythonEngine({ solution, tests, files }: ExerciseData): ExerciseEngine {
  const runner = getPythonRunner();
  const blocksOf = (code: string) => [{ code, name: solution.name }];
  return {
    state: runner.state,
    run: (code, onOutput) => runner.run({ blocks: blocksOf(code), files }, onOutput),
    test: (code, onOutput) => runner.run({ blocks: blocksOf(code), files, tests }, onOutput),
    stop: () => runner.stop(),
  };
}

function createSqlEngine({ exercise, words }: SqlExerciseData): ExerciseEngine {
  const runner = getPostgresRunner();
  let reference: GradeRequest['reference'];
  return {
    state: runner.state,
    run: (code) => runner.run({ blocks: [{ code: exercise.setup }, { code }] }),
    async test(code) {
      const report = await runner.grade({ exercise, code, words, reference });
      reference = report.reference;
      return report;
    },
    stop: () => runner.stop(),
  };
}
