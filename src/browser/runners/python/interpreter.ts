/** Starts Python in a worker: a fresh Pyodide, or one restored from a memory snapshot, with our own modules imported. */
import type { loadPyodide, PyodideAPI } from 'pyodide';
import { createBlockingSleep } from './blocking-sleep.ts';
import type { Deadline } from './deadline.ts';

/** Where our modules lie; learner code starts in another folder, which is emptied after each run. */
const MODULES = '/lib/study';
/** What learner code imports most, so that a snapshot holds it ready. */
const OFTEN =
  'asyncio, collections, contextlib, csv, dataclasses, enum, functools, itertools, json, logging, random, re, sqlite3, string, tempfile, typing, unittest';

export interface Interpreter {
  /** Takes a request and gives a report, both as JSON. */
  run(request: string, onOutput: (stream: string, text: string) => void): string;
  runSqlite(request: string): string;
  /** Bytes of memory that it has taken; it never gives any back. */
  readonly heap: number;
}

interface Options {
  /** Address of the folder with Pyodide's files. */
  readonly base: string;
  readonly files: Readonly<Record<string, string>>;
  readonly deadline: Deadline;
  readonly snapshot: Uint8Array | undefined;
  /** Is given the memory once our modules are imported; where it is not given, no snapshot is made. */
  readonly onSnapshot?: (snapshot: Uint8Array) => void;
}

interface RunnerModule {
  run_json(
    request: string,
    emit: (stream: string, text: string) => void,
    sleep: (seconds: number) => void,
    isOverdue: () => boolean,
    disarm: () => void,
  ): string;
}

interface SqliteModule {
  run_json(request: string): string;
}

/** Options of Pyodide that its types leave out. */
type Config = Parameters<typeof loadPyodide>[0] & { _loadSnapshot?: Uint8Array; _makeSnapshot?: boolean };

/** @throws whatever Pyodide does where its files cannot be loaded, or the snapshot cannot be restored */
export async function startInterpreter({ base, files, deadline, snapshot, onSnapshot }: Options): Promise<Interpreter> {
  const { loadPyodide } = (await import(/* @vite-ignore */ `${base}pyodide.mjs`)) as typeof import('pyodide');
  const config: Config = { indexURL: base, fullStdLib: false, env: { PYTHONDONTWRITEBYTECODE: '1' } };
  if (snapshot !== undefined) config._loadSnapshot = snapshot;
  else if (onSnapshot !== undefined) config._makeSnapshot = true;
  const pyodide = await loadPyodide(config);
  writeModules(pyodide, files);
  pyodide.runPython(`import sys
if ${JSON.stringify(MODULES)} not in sys.path: sys.path.insert(0, ${JSON.stringify(MODULES)})
import ${OFTEN}, runner, simulation`);
  if (snapshot === undefined && onSnapshot !== undefined) onSnapshot(takeSnapshot(pyodide));
  pyodide.setInterruptBuffer(deadline.buffer);
  const runner = pyodide.pyimport('runner') as RunnerModule;
  let sqlite: SqliteModule | undefined;
  const sleep = createBlockingSleep();
  return {
    run: (request, onOutput) =>
      runner.run_json(
        request,
        onOutput,
        sleep,
        () => deadline.isOverdue,
        () => deadline.stop(),
      ),
    runSqlite(request) {
      sqlite ??= pyodide.pyimport('sqlite_block') as SqliteModule;
      return sqlite.run_json(request);
    },
    get heap() {
      return (pyodide as PyodideInside)._module.HEAP8.length;
    },
  };
}

type PyodideInside = PyodideAPI & { readonly _module: { readonly HEAP8: Int8Array } };

function takeSnapshot(pyodide: PyodideAPI): Uint8Array {
  return (pyodide as PyodideAPI & { makeMemorySnapshot(): Uint8Array }).makeMemorySnapshot();
}

function writeModules({ FS }: PyodideAPI, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    FS.mkdirTree(`${MODULES}/${path.split('/').slice(0, -1).join('/')}`);
    FS.writeFile(`${MODULES}/${path}`, text);
  }
}
