/** What the Python runner is asked and reports. `runner/program.py` is the other side. */
import type { CodePlace, RunReport } from '../runner.ts';
import type { TestReport } from '../test-report.ts';

export interface PythonBlock {
  readonly code: string;
  /** File name in tracebacks, `main.py` where there is none. */
  readonly name?: string;
  readonly clock?: 'real' | 'virtual';
  /** The lines that `input()` gives. */
  readonly stdin?: readonly string[];
}

export interface PythonRequest {
  /** The last one is run and shown; what comes before are the blocks that it continues. */
  readonly blocks: readonly PythonBlock[];
  /** Modules that the code may import, by file name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Tests that judge the block, which is then imported as a module. */
  readonly tests?: { readonly name: string; readonly code: string };
  readonly clock?: 'real' | 'virtual';
  readonly stdin?: readonly string[];
  /** Whether to keep the timeline of the tasks. */
  readonly record?: boolean;
  /** Milliseconds of real time; 5 s, with tests 10 s, where it is not given. */
  readonly limit?: number;
  /** What runs it: Python, or the SQLite inside Python. */
  readonly engine?: 'python' | 'sqlite';
}

/** What a browser cannot do. */
export type PythonLimit = 'threads' | 'processes' | 'signals' | 'sockets' | 'datagrams' | 'tls' | 'pipes' | 'packages';

export interface PythonReport extends RunReport {
  readonly limit?: PythonLimit | undefined;
  readonly tests?: readonly TestReport[] | undefined;
  readonly timeline?: unknown;
  /** Seconds by the program's own clock. */
  readonly virtual?: number | undefined;
}

/** A place in one of the files that were sent. */
export interface FilePlace extends CodePlace {
  readonly file: string;
}
