/** Runs the blocks of pages, each on its engine. An engine is started by the first block that wants it. */
import { type CodeBlock, getBlockMode, SERVICES, SYSTEMS } from '../../content/fence.ts';
import { findPython } from '../setup/python.mjs';
import { runOnCPython } from './cpython.ts';
import type { Outcome } from './outcome.ts';
import { createPglite } from './pglite.ts';
import { type PyodideExecutor, startPyodide } from './pyodide.ts';
import { createServices } from './services.ts';
import { type SqliteExecutor, startSqlite } from './sqlite.ts';

export interface Executor {
  /** Forgets the groups of all engines: call it before the first block of each page. */
  startPage(): Promise<void>;
  /** What a block needs and this machine does not have, each with the reason; such a block cannot be run here. */
  findMissing(block: CodeBlock): Promise<string[]>;
  /**
   * Runs a block that is `run` or `cpython`, one at a time and in the order of the page.
   * @throws Error when the block is for none of the engines, or there is no CPython on this machine
   */
  run(block: CodeBlock): Promise<Outcome>;
}

export function createExecutor(environment: NodeJS.ProcessEnv = process.env): Executor {
  const services = createServices(environment);
  const pglite = createPglite();
  let pyodide: PyodideExecutor | undefined;
  let sqlite: SqliteExecutor | undefined;
  let python: string | undefined;
  return {
    async startPage() {
      pyodide?.startPage();
      sqlite?.startPage();
      await pglite.startPage();
    },
    async findMissing(block) {
      const absences = await Promise.all(pick(SERVICES, block).map((name) => services.findAbsence(name)));
      const systems = pick(SYSTEMS, block);
      const isElsewhere = systems.length > 0 && !systems.some((name) => name === process.platform);
      return [...(isElsewhere ? [systems.join(' or ')] : []), ...absences.filter((absence) => absence !== undefined)];
    },
    async run(block) {
      const mode = getBlockMode(block);
      const engine = block.meta.values.get('engine') ?? 'postgres';
      if (mode === 'cpython') {
        python ??= requirePython();
        return runOnCPython(python, block, services.environmentFor(pick(SERVICES, block)));
      }
      if (mode === 'run' && block.lang === 'python') {
        pyodide ??= await startPyodide();
        return pyodide.run(block);
      }
      if (mode === 'run' && block.lang === 'sql' && engine === 'sqlite') {
        pyodide ??= await startPyodide();
        sqlite ??= startSqlite(pyodide);
        return sqlite.run(block);
      }
      if (mode === 'run' && block.lang === 'sql' && engine === 'postgres') return pglite.run(block);
      throw new Error(`Line ${block.line}: nothing runs a ${block.lang} block that is ${mode} (engine: ${engine}).`);
    },
  };
}

/** Those of the known names that a block's `needs` lists; others are a matter of the content check. */
function pick<Name extends string>(known: readonly Name[], { meta }: CodeBlock): Name[] {
  const named = meta.values.get('needs')?.split(',') ?? [];
  return known.filter((name) => named.includes(name));
}

function requirePython(): string {
  const python = findPython();
  if (python === undefined) throw new Error('No CPython 3.11 or newer: install one, or set PYTHON to its path.');
  return python;
}
