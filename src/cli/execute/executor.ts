/** Runs the blocks of pages, each on its engine. An engine is started by the first block that wants it. */
import { type CodeBlock, getBlockMode, isPostgres, SYSTEMS } from '../../content/fence.ts';
import { SERVICES } from '../../content/service.ts';
import { ROOT } from '../setup/project.mjs';
import { findPython } from '../setup/python.mjs';
import { runOnCPython } from './cpython.ts';
import type { Outcome } from './outcome.ts';
import { createPglite } from './pglite.ts';
import { openPostgresServer, type PostgresServer, type ServerResult } from './postgres-server.ts';
import { type PyodideExecutor, startPyodide } from './pyodide.ts';
import { createServices } from './services.ts';
import { type SqliteExecutor, startSqlite } from './sqlite.ts';

export interface Executor {
  /** Forgets the groups of all engines: call it before the first block of each page. */
  startPage(): Promise<void>;
  /** What a block needs and this machine does not have, each with the reason; such a block cannot be run here. */
  findMissing(block: CodeBlock): Promise<string[]>;
  /**
   * Runs a block. Those that are `run` are run one at a time and in the order of the page; those on CPython are scripts of
   * their own, so that several may run at once.
   * @throws Error when the block is for none of the engines, or there is no CPython on this machine
   */
  run(block: CodeBlock): Promise<Outcome>;
  /**
   * Runs a block of PostgreSQL once more, on a server; in the order of the page, as `run`. `undefined` for other blocks.
   */
  runOnServer(block: CodeBlock): Promise<ServerResult | undefined>;
  /** Ends the servers that were started for blocks. */
  close(): Promise<void>;
}

export interface ExecutorOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Absolute path of the folder that holds `content/`, from which examples are taken. */
  readonly project?: string;
}

export function createExecutor({ environment = process.env, project = ROOT }: ExecutorOptions = {}): Executor {
  const services = createServices(environment);
  const pglite = createPglite();
  let pyodide: PyodideExecutor | undefined;
  let sqlite: SqliteExecutor | undefined;
  let python: string | undefined;
  let server: Promise<PostgresServer | string> | undefined;

  /** A server, or why there is none. */
  async function findServer(): Promise<PostgresServer | string> {
    const absence = await services.findAbsence('postgres');
    if (absence !== undefined) return absence;
    try {
      return await openPostgresServer(services.environmentFor(['postgres']).DATABASE_URL ?? '');
    } catch (error) {
      return `postgres (${error instanceof Error ? error.message : error})`;
    }
  }

  return {
    async startPage() {
      pyodide?.startPage();
      sqlite?.startPage();
      await pglite.startPage();
      const opened = await server;
      if (typeof opened === 'object') await opened.startPage();
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
      if (mode === 'cpython' || mode === 'example') {
        python ??= requirePython();
        return runOnCPython(block, { python, project, environment: services.environmentFor(pick(SERVICES, block)) });
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
    async runOnServer(block) {
      if (!isPostgres(block)) return undefined;
      server ??= findServer();
      const opened = await server;
      return typeof opened === 'string' ? { missing: opened } : opened.run(block);
    },
    async close() {
      const opened = await server;
      if (typeof opened === 'object') await opened.close();
      await services.close();
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
