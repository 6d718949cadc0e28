/** The tests in Python of what learner code stands on, on CPython and in Pyodide. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PYTHON_FOLDER, startPyodide } from '../../src/cli/execute/pyodide.ts';
import { findPython } from '../../src/cli/setup/python.mjs';

const FOLDER = path.join(import.meta.dirname, 'simulation');
const LIMIT = 120_000;

interface PythonTest {
  readonly name: string;
  /** Its traceback; `null` when it passed. */
  readonly error: string | null;
}

const modules = readdirSync(FOLDER).filter((file) => file.startsWith('test_'));
const helpers = ['harness.py', 'warped_loop.py', 'program.py'];
const pyodide = await startPyodide();
const python = findPython();

function runInPyodide(module: string): PythonTest[] {
  const files = Object.fromEntries(
    [...helpers, `${module}.py`].map((file) => [file, readFileSync(path.join(FOLDER, file), 'utf8')]),
  );
  const code = `from harness import run_json\nprint(run_json("${module}"))`;
  const { report, printed } = pyodide.execute({ blocks: [{ code }], files, limit: LIMIT });
  if (report.error !== undefined) throw new Error(report.error.text);
  // Above it stands what asyncio logged.
  return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as PythonTest[];
}

function runOnCPython(module: string): PythonTest[] {
  if (python === undefined) throw new Error('No CPython 3.11 or newer: install one, or set PYTHON to its path.');
  const env = { ...process.env, PYTHONPATH: PYTHON_FOLDER, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
  const { stdout, stderr } = spawnSync(python, [path.join(FOLDER, 'harness.py'), module], {
    encoding: 'utf8',
    env,
    timeout: LIMIT,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as PythonTest[];
}

for (const [interpreter, run] of Object.entries({ CPython: runOnCPython, Pyodide: runInPyodide })) {
  describe(interpreter, () => {
    for (const file of modules) {
      const outcomes = run(file.replace('.py', ''));
      test(`${file} has tests`, () => expect(outcomes).not.toEqual([]));
      test.each(outcomes)(`${file} $name`, ({ error }) => {
        if (error !== null) throw new Error(error);
      });
    }
  });
}
