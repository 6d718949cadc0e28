/** Runs the tests of folders with pytest on CPython, all of them from one process. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ReachVariable } from '../../content/project/reach.ts';

export interface PytestOutcome {
  readonly folder: string;
  /** One entry a test; with its message where it did not pass. */
  readonly tests: readonly {
    readonly name: string;
    readonly outcome: 'passed' | 'failed' | 'skipped';
    readonly message: string;
  }[];
  /** What kept the tests from being run; empty where nothing did. */
  readonly error: string;
}

/** A folder, and where its tests examine a program from outside, that program. */
export interface PytestJob {
  readonly folder: string;
  readonly subject?: { readonly program: string; readonly variable: ReachVariable };
}

const DRIVER = fileURLToPath(new URL('./pytest_folders.py', import.meta.url));

/**
 * @param python a CPython that has pytest
 * @param jobs with absolute paths; in each folder, `pytest` is run as a reader would
 * @param imports modules that many of the folders import, and that may be imported before all of them
 * @returns outcomes by folder
 * @throws Error when pytest could not be started
 */
export async function runPytest(
  python: string,
  jobs: readonly PytestJob[],
  imports: readonly string[] = [],
): Promise<ReadonlyMap<string, PytestOutcome>> {
  const child = spawn(python, [DRIVER, ...imports], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', PYTEST_ADDOPTS: '' },
  });
  child.stdin.end(jobs.map((job) => JSON.stringify(job)).join('\n'));
  const [code, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (code !== 0) throw new Error(`pytest could not be run with ${python}:\n${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const outcome = JSON.parse(line) as PytestOutcome;
      return [outcome.folder, outcome];
    }),
  );
}
