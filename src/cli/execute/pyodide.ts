/** Runs `run` blocks on Python 3.14: Pyodide in Node, with the same runner as in the page. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';

/** Milliseconds of real time that one block may take. */
const TIME_LIMIT = 10_000;
/** Every Python file below it is there in Pyodide, packages as packages. */
const PYTHON_FOLDER = fileURLToPath(new URL('../../browser/runners/python/', import.meta.url));
const LIBRARY = '/lib/runners';

/** One interpreter; each block gets fresh globals, or continues its group. */
export interface PyodideExecutor {
  run(block: CodeBlock): Outcome;
  /** Forgets the groups, so that the next page starts afresh. */
  startPage(): void;
  /** Imports a module of `src/browser/runners/python` by its name. */
  importModule(name: string): unknown;
}

interface RunnerModule {
  run_json(request: string, emit: (text: string) => void): string;
  forget_groups(): void;
}

/** Starts an interpreter; takes about three seconds. */
export async function startPyodide(): Promise<PyodideExecutor> {
  const pyodide = await loadPyodide({ fullStdLib: false });
  for (const file of globSync('**/*.py', { cwd: PYTHON_FOLDER })) {
    const target = path.posix.join(LIBRARY, file.split(path.sep).join('/'));
    pyodide.FS.mkdirTree(path.posix.dirname(target));
    pyodide.FS.writeFile(target, readFileSync(path.join(PYTHON_FOLDER, file), 'utf8'));
  }
  pyodide.runPython(`import sys; sys.path.append(${JSON.stringify(LIBRARY)})`);
  const importModule = (name: string): unknown => pyodide.pyimport(name);
  const interrupt = createDeadline();
  pyodide.setInterruptBuffer(interrupt.buffer);
  const runner = importModule('runner') as RunnerModule;
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
