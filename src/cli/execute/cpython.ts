/** Runs `cpython` blocks as scripts on the machine's own CPython, 3.11 or newer: real threads, processes and time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';

const TIME_LIMIT = 60_000;

/** Runs a block as `main.py` in an empty folder of its own. */
export function runOnCPython(python: string, block: CodeBlock, environment: NodeJS.ProcessEnv): Outcome {
  const folder = mkdtempSync(path.join(tmpdir(), 'kb-block-'));
  try {
    writeFileSync(path.join(folder, 'main.py'), `${block.code}\n`);
    const { stdout, stderr, status, error } = spawnSync(python, ['-u', 'main.py'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: TIME_LIMIT,
      env: { ...environment, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
      input: block.meta.values.get('stdin') ?? '',
    });
    if (error !== undefined)
      return { printed: stdout, error: { type: error.name, message: error.message, line: null } };
    if (status === 0) return { printed: stdout + stderr, error: null };
    return { printed: stdout, error: readTraceback(stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTraceback(stderr: string): NonNullable<Outcome['error']> {
  const lines = stderr.trimEnd().split('\n');
  const start = lines.findLastIndex((line) => /^(\w+\.)*\w+(: |$)/.test(line) && !line.startsWith('Traceback'));
  const message = lines.slice(start).join('\n');
  const type = /^[\w.]+/.exec(message)?.[0]?.split('.').at(-1) ?? 'Error';
  const line = [...stderr.matchAll(/main\.py", line (\d+)/g)].at(-1)?.[1];
  return { type, message, line: line === undefined ? null : Number(line) };
}
