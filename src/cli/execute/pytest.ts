/** Runs the tests of folders with pytest on CPython, all of them from one process. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

const DRIVER = fileURLToPath(new URL('./pytest_folders.py', import.meta.url));

/**
 * @param python a CPython that has pytest
 * @param folders absolute paths; in each, `pytest` is run as a reader would
 * @returns outcomes by folder
 * @throws Error when pytest could not be started
 */
export async function runPytest(
  python: string,
  folders: readonly string[],
): Promise<ReadonlyMap<string, PytestOutcome>> {
  const child = spawn(python, [DRIVER], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', PYTEST_ADDOPTS: '' },
  });
  child.stdin.end(folders.join('\n'));
  const [code, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
    readAll(child.stdout),
    readAll(child.stderr),
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

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += String(chunk);
  return text;
}
