/** Runs `run` blocks on Python 3.14: Pyodide in Node, with the same runner as in the page. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadPyodide } from 'pyodide';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';

/** Milliseconds of real time that one block may take. */
const TIME_LIMIT = 10_000;
const RUNNER_FOLDER = new URL('../../browser/runners/python/', import.meta.url);
const HOME = '/home/pyodide';

/** One interpreter; each block gets fresh globals, or continues its group. */
export interface PyodideExecutor {
  run(block: CodeBlock): Outcome;
  /** Forgets the groups, so that the next page starts afresh. */
  startPage(): void;
  /** Imports a Python file of ours by its name. */
  importModule(file: URL): Promise<unknown>;
}

interface RunnerModule {
  run_json(request: string, emit: (text: string) => void): string;
  forget_groups(): void;
}

/** Starts an interpreter; takes about three seconds. */
export async function startPyodide(): Promise<PyodideExecutor> {
  const pyodide = await loadPyodide({ fullStdLib: false });
  const importModule = async (file: URL): Promise<unknown> => {
    const { name, base } = path.parse(file.pathname);
    pyodide.FS.writeFile(`${HOME}/${base}`, await readFile(file, 'utf8'));
    return pyodide.pyimport(name);
  };
  await importModule(new URL('simulation.py', RUNNER_FOLDER));
  const interrupt = createDeadline();
  pyodide.setInterruptBuffer(interrupt.buffer);
  const runner = (await importModule(new URL('runner.py', RUNNER_FOLDER))) as RunnerModule;
  return {
    importModule,
    startPage: () => runner.forget_groups(),
    run(block) {
      const { values } = block.meta;
      let printed = '';
      interrupt.start(TIME_LIMIT);
      try {
        const request = JSON.stringify({
          code: block.code,
          clock: values.get('clock') ?? 'virtual',
          group: values.get('group') ?? null,
          stdin: values.get('stdin')?.split('\n') ?? [],
        });
        const answer = runner.run_json(request, (text) => {
          printed += text;
        });
        return { printed, error: (JSON.parse(answer) as Pick<Outcome, 'error'>).error };
      } finally {
        interrupt.stop();
      }
    },
  };
}

/**
 * An interrupt buffer whose first byte turns to 2 (SIGINT) once the time is up. Pyodide polls it from the evaluation
 * loop and writes 0 back at every poll, which is why the setter does nothing.
 */
function createDeadline() {
  let deadline = Number.POSITIVE_INFINITY;
  const clock = {
    get 0() {
      if (performance.now() < deadline) return 0;
      deadline = performance.now() + 250;
      return 2;
    },
    set 0(_value: number) {},
  };
  return {
    buffer: clock as unknown as Uint8Array,
    start(milliseconds: number) {
      deadline = performance.now() + milliseconds;
    },
    stop() {
      deadline = Number.POSITIVE_INFINITY;
    },
  };
}
