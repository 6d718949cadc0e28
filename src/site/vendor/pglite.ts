/** What of PGlite, PostgreSQL compiled to WebAssembly, the site serves to its runner (`src/browser/runners/postgres`). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import { ENGINE_FILES, type EngineFile, type PostgresAssets } from '../../browser/runners/postgres/assets.ts';
import { EXTENSION_NAMES } from '../../browser/runners/postgres/extension.ts';
import type { FileSize } from '../../browser/runners/unpack.ts';
import type { Engine } from './engine.ts';
import type { PreparedEngine } from './prepare.ts';

/** The script that the runner's bundle is made of; its own addresses of the engine's files are never asked for. */
const SCRIPT = createRequire(import.meta.url)
  .resolve('@electric-sql/pglite')
  .replace(/\.cjs$/, '.js');
const FOLDER = path.dirname(SCRIPT);

export function describePglite(): Engine {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(FOLDER, '../package.json'), 'utf8')));
  const engine = ENGINE_FILES.map((name) => ({ from: path.join(FOLDER, name), to: name, isPacked: true }));
  const extensions = EXTENSION_NAMES.map((name) => `${name}.tar.gz`).map((name) => ({
    from: path.join(FOLDER, name),
    to: name,
    isIncompressible: true,
  }));
  return { name: 'pglite', version, files: [...engine, ...extensions] };
}

/** What the runner is told of the files. @param folder the address that they are published at */
export function describeAssets({ sizes }: PreparedEngine, folder: string): PostgresAssets {
  const sizeOf = (name: EngineFile): FileSize => {
    const size = sizes[name];
    if (size === undefined) throw new Error(`PGlite has no ${name}`);
    return size;
  };
  const files = Object.fromEntries(ENGINE_FILES.map((name) => [name, sizeOf(name)]));
  const script = listPgliteModules().reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  return { folder, files: files as Record<EngineFile, FileSize>, script };
}

/** PGlite's own modules, in which nearly all of the runner's script consists. */
export function listPgliteModules(): string[] {
  const modules = new Set<string>();
  const add = (file: string): void => {
    if (modules.has(file)) return;
    modules.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\bfrom\s*"(\.\/[^"]+)"/g)) {
      add(path.join(path.dirname(file), name));
    }
  };
  add(SCRIPT);
  return [...modules];
}

/**
 * Takes the addresses of the engine's files out of PGlite's script, so that the bundler does not add them to the site
 * again, unpacked: 15.6 MB that nothing loads, since the runner hands PGlite its files.
 */
export function detachEngineFiles(code: string): string {
  return code.replace(
    /new URL\("(?:\.\/)?(?:pglite|initdb)\.(?:wasm|data)",import\.meta\.url\)/g,
    'new URL("about:blank")',
  );
}

/** Vite's part in it: PGlite finds its files by its own address, which a prebundled copy would not have. */
export function createPglitePlugin() {
  return {
    name: 'study-pglite-files',
    enforce: 'pre' as const,
    transform: (code: string, id: string) =>
      id.includes('@electric-sql/pglite') ? detachEngineFiles(code) : undefined,
  };
}
