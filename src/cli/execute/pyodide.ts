/** Runs `run` blocks on Python 3.14: Pyodide in Node, with the same files and the same runner as in the page. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { createDeadline } from '../../browser/runners/python/deadline.ts';
import { readReport } from '../../browser/runners/python/report.ts';
import type { PythonBlock, PythonReport, PythonRequest } from '../../browser/runners/python/request.ts';
import type { CodeBlock } from '../../content/fence.ts';
import { isTimeline } from '../../domain/timeline.ts';
import { printTimeline } from '../../domain/timeline-text.ts';
import { startGroups } from './group.ts';
import type { Outcome } from './outcome.ts';

/** Milliseconds of real time that one block may take. */
const TIME_LIMIT = 10_000;
/** Every Python file below it can be imported. */
export const PYTHON_FOLDER = fileURLToPath(new URL('../../browser/runners/python/', import.meta.url));
const MODULES = '/lib/study';

/** One interpreter; each block gets fresh globals, or continues its group. */
export interface PyodideExecutor {
  run(block: CodeBlock): Outcome;
  /** A request as the page makes it, and all that was printed. */
  execute(request: PythonRequest): { readonly report: PythonReport; readonly printed: string };
  /** Forgets the groups, so that the next page starts afresh. */
  startPage(): void;
  /** Imports a Python file of ours by its name. */
  importModule(name: string): unknown;
}

interface RunnerModule {
  run_json(
    request: string,
    emit: (stream: string, text: string) => void,
    sleep: undefined,
    isOverdue: () => boolean,
    disarm: () => void,
  ): string;
}

/** Starts an interpreter; takes about three seconds. */
export async function startPyodide(): Promise<PyodideExecutor> {
  const pyodide = await loadPyodide({ fullStdLib: false });
  for (const file of listPythonFiles()) {
    pyodide.FS.mkdirTree(path.posix.join(MODULES, path.posix.dirname(file)));
    pyodide.FS.writeFile(`${MODULES}/${file}`, readFileSync(path.join(PYTHON_FOLDER, file), 'utf8'));
  }
  pyodide.runPython(`import sys\nsys.path.insert(0, ${JSON.stringify(MODULES)})`);
  const deadline = createDeadline();
  pyodide.setInterruptBuffer(deadline.buffer);
  const runner = pyodide.pyimport('runner') as RunnerModule;
  const groups = startGroups<PythonBlock>();
  function execute(request: PythonRequest) {
    let printed = '';
    deadline.start(request.limit ?? TIME_LIMIT);
    try {
      const answer = runner.run_json(
        JSON.stringify(request),
        (_stream, text) => {
          printed += text;
        },
        undefined,
        () => deadline.isOverdue,
        () => deadline.stop(),
      );
      return { report: readReport(answer).report, printed };
    } finally {
      deadline.stop();
    }
  }
  return {
    execute,
    importModule: (name) => pyodide.pyimport(name),
    startPage: () => groups.clear(),
    run({ code, meta: { values, flags } }) {
      const clock = values.get('clock') === 'real' ? 'real' : 'virtual';
      const stdin = values.get('stdin')?.split('\n') ?? [];
      const blocks = groups.add(values.get('group'), { code, clock, stdin });
      const { report, printed } = execute({ blocks, record: flags.has('timeline') });
      const { error, timeline } = report;
      return {
        printed,
        error: error ? { ...error, line: error.place?.line ?? null } : null,
        timeline: isTimeline(timeline) ? printTimeline(timeline) : undefined,
      };
    },
  };
}

/** Our Python files, by their path below the folder of modules. */
function listPythonFiles(): string[] {
  return readdirSync(PYTHON_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
