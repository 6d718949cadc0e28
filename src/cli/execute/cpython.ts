/** Runs `cpython` blocks and examples as scripts on the machine's own CPython, 3.11 or newer: real threads, processes and time. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { EXAMPLES, listBeside, parseReference } from '../../content/example.ts';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';

const TIME_LIMIT = 60_000;

/** Where a script runs, and with what. */
export interface CPythonOptions {
  /** Path of the interpreter. */
  readonly python: string;
  /** Absolute path of the folder that holds `content/`. */
  readonly project: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Runs a script in a folder of its own: a block as `main.py` beside the files that its fence names, an example as itself
 * beside all files of its folder.
 */
export async function runOnCPython(block: CodeBlock, options: CPythonOptions): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kb-block-'));
  try {
    return await runScript(folder, layOut(block, folder, options.project), block, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the name of the script */
function layOut({ code, meta }: CodeBlock, folder: string, project: string): string {
  const fileOf = (reference: string) => path.join(project, EXAMPLES, reference);
  const example = meta.values.get('example');
  if (example !== undefined) {
    const file = fileOf(parseReference(example).path);
    cpSync(path.dirname(file), folder, { recursive: true, filter: (source) => !source.includes('__pycache__') });
    return path.basename(file);
  }
  writeFileSync(path.join(folder, 'main.py'), `${code}\n`);
  const beside = meta.values.get('with');
  for (const reference of beside === undefined ? [] : listBeside(beside)) {
    cpSync(fileOf(reference), path.join(folder, path.basename(reference)));
  }
  return 'main.py';
}

async function runScript(
  folder: string,
  script: string,
  { meta }: CodeBlock,
  { python, environment }: CPythonOptions,
): Promise<Outcome> {
  const child = spawn(python, ['-u', script], {
    cwd: folder,
    timeout: TIME_LIMIT,
    env: { ...environment, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
  });
  // A script that ends before it has read its input is no error.
  child.stdin.on('error', () => {});
  child.stdin.end(meta.values.get('stdin') ?? '');
  const ended = new Promise<{ status: number | null; error?: Error }>((resolve) => {
    child.once('error', (error) => resolve({ status: null, error }));
    child.once('close', (status) => resolve({ status }));
  });
  const [{ status, error }, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (error !== undefined) return { printed: stdout, error: { type: error.name, message: error.message, line: null } };
  if (status === null) {
    const message = `the script was ended after ${TIME_LIMIT / 1000} s`;
    return { printed: stdout, error: { type: 'TimeoutError', message, line: null } };
  }
  if (status === 0) return { printed: stdout + stderr, error: null };
  return { printed: stdout, error: readTraceback(stderr, script) };
}

function readTraceback(stderr: string, script: string): NonNullable<Outcome['error']> {
  const lines = stderr.trimEnd().split('\n');
  const start = lines.findLastIndex((line) => /^(\w+\.)*\w+(: |$)/.test(line) && !line.startsWith('Traceback'));
  const message = lines.slice(start).join('\n');
  const type = /^[\w.]+/.exec(message)?.[0]?.split('.').at(-1) ?? 'Error';
  // A line of an example is none of the page.
  const line = script === 'main.py' ? [...stderr.matchAll(/main\.py", line (\d+)/g)].at(-1)?.[1] : undefined;
  return { type, message, line: line === undefined ? null : Number(line) };
}
