/** Python: the files of the npm package `pyodide` that a browser needs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Engine } from './engine.ts';

export function describePyodide(): Engine {
  const folder = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const from = (name: string) => ({ from: path.join(folder, name), to: name });
  return {
    name: 'pyodide',
    version,
    files: [
      { ...from('pyodide.mjs'), change: withoutSourceMap },
      from('pyodide.asm.mjs'),
      { ...from('pyodide.asm.wasm'), isPacked: true },
      { ...from('python_stdlib.zip'), isIncompressible: true },
      { ...from('pyodide-lock.json'), change: withoutPackages },
    ],
  };
}

/** The npm package holds no packages, so nothing that the lock file lists could be loaded. */
function withoutPackages(lock: string): string {
  return JSON.stringify({ ...(JSON.parse(lock) as object), packages: {} });
}

function withoutSourceMap(script: string): string {
  return script.replace(/^\/\/# sourceMappingURL=.*$/m, '');
}
