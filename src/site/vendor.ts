/** Publishes the engines that run code in the page and read the files of Anki, below `vendor/<name>-<version>/`: such a folder never changes. */
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import type { Engine } from './vendor/engine.ts';
import { createPglitePlugin, describeAssets, describePglite } from './vendor/pglite.ts';
import { type PreparedEngine, prepareEngine } from './vendor/prepare.ts';
import { describePyodide } from './vendor/pyodide.ts';
import { describeSqlite, describeSqliteAssets } from './vendor/sqlite.ts';

const MODULE = 'virtual:study/vendor';
/** As seen from where Astro puts the types that an integration injects. */
const SOURCES = '../../../src';

/** @param base the path below which the site is published, with slashes at both ends */
export function provideVendor(base: string): AstroIntegration {
  const engines: PreparedEngine[] = [];
  const prepare = (engine: Engine) => {
    const prepared = prepareEngine(engine, cacheFolder());
    engines.push(prepared);
    return { prepared, folder: `${base}vendor/${prepared.name}/` };
  };
  return {
    name: 'study-vendor',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const python = prepare(describePyodide());
        const postgres = prepare(describePglite());
        const sqlite = prepare(describeSqlite());
        const facts = {
          python: { folder: python.folder, files: python.prepared.sizes },
          postgres: describeAssets(postgres.prepared, postgres.folder),
          sqlite: describeSqliteAssets(sqlite.prepared, sqlite.folder),
        };
        updateConfig({
          vite: {
            optimizeDeps: { exclude: ['@electric-sql/pglite'] },
            plugins: [createPglitePlugin(), createModule(facts)],
            worker: { format: 'es', plugins: () => [createPglitePlugin()] },
          },
        });
      },
      'astro:config:done': ({ injectTypes }) => {
        injectTypes({
          filename: 'vendor.d.ts',
          content: `declare module '${MODULE}' {
  const engines: import('${SOURCES}/browser/runners/runner-files.ts').RunnerFiles & {
    readonly sqlite: import('${SOURCES}/browser/anki/open-sqlite.ts').SqliteAssets;
  };
  export default engines;
}`,
        });
      },
      'astro:server:setup': ({ server }) => {
        for (const { folder, name } of engines) {
          const serve = sirv(folder, { dev: true });
          // Whether the base has been taken off depends on where in the server's chain the request is seen.
          for (const prefix of new Set([base, '/'])) server.middlewares.use(`${prefix}vendor/${name}`, serve);
        }
      },
      'astro:build:done': async ({ dir }) => {
        for (const { folder, name } of engines) {
          const target = path.join(fileURLToPath(dir), 'vendor', name);
          await cp(folder, target, { recursive: true, filter: (source) => !source.endsWith('sizes.json') });
        }
      },
    },
  };
}

/** Beside the packages that the files come from, so that all sites of a project share it. */
function cacheFolder(): string {
  const pyodide = path.dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  return path.join(pyodide, '../.cache/study-vendor');
}

function createModule(facts: object) {
  return {
    name: MODULE,
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id: string) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(facts)};` : undefined),
  };
}
