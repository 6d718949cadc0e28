/** Serves the files of PGlite and says what they weigh, as the module `virtual:study/postgres`. */
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import {
  ENGINE_FILES,
  type EngineFile,
  type FileSize,
  type PostgresAssets,
} from '../browser/runners/postgres/assets.ts';
import { detachEngineFiles, listPgliteFiles, listPgliteModules } from './vendor/pglite.ts';
import type { VendorFile } from './vendor/vendor-file.ts';

const MODULE = 'virtual:study/postgres';

/** @param base the path below which the site is published, with slashes at both ends */
export function providePglite(base: string): AstroIntegration {
  const folder = listPgliteFiles();
  const address = `${base}vendor/${folder.name}-${folder.version}/`;
  let cache = '';
  const contentOf = ({ from, to, gzip }: VendorFile): Promise<Buffer> =>
    gzip ? readPacked(from, path.join(cache, `${folder.version}-${to}`)) : readFile(from);
  const weigh = async (): Promise<PostgresAssets> => {
    const sizes = await Promise.all(
      ENGINE_FILES.map(async (name): Promise<[EngineFile, FileSize]> => {
        const file = folder.files.find(({ to }) => to === `${name}.gz`);
        if (file === undefined) throw new Error(`PGlite has no ${name}`);
        return [name, { wire: (await contentOf(file)).length, raw: readFileSync(file.from).length }];
      }),
    );
    const script = listPgliteModules().reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    return { folder: address, files: Object.fromEntries(sizes) as Record<EngineFile, FileSize>, script };
  };
  return {
    name: 'study-pglite',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        cache = path.join(fileURLToPath(config.cacheDir), 'vendor');
        const detach = {
          name: 'study-pglite-files',
          enforce: 'pre' as const,
          transform: (code: string, id: string) =>
            id.includes('@electric-sql/pglite') ? detachEngineFiles(code) : undefined,
        };
        updateConfig({
          vite: {
            // PGlite finds its parts by its own address, which Vite's prebundled copy would not have.
            optimizeDeps: { exclude: ['@electric-sql/pglite'] },
            worker: { format: 'es', plugins: () => [detach] },
            plugins: [
              detach,
              {
                name: MODULE,
                resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
                load: async (id) =>
                  id === `\0${MODULE}` ? `export default ${JSON.stringify(await weigh())};` : undefined,
              },
            ],
          },
        });
      },
      'astro:config:done': ({ injectTypes }) => {
        injectTypes({
          filename: 'postgres.d.ts',
          content: `declare module '${MODULE}' {
  const assets: import('../../src/browser/runners/postgres/assets.ts').PostgresAssets;
  export default assets;
}`,
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const name = request.url?.startsWith(address) ? request.url.slice(address.length) : undefined;
          const file = folder.files.find(({ to }) => to === name);
          if (file === undefined) return next();
          response.setHeader('content-type', 'application/octet-stream');
          response.end(await contentOf(file));
        });
      },
      'astro:build:done': async ({ dir }) => {
        const target = path.join(fileURLToPath(dir), 'vendor', `${folder.name}-${folder.version}`);
        await mkdir(target, { recursive: true });
        for (const file of folder.files) await writeFile(path.join(target, file.to), await contentOf(file));
      },
    },
  };
}

/** Packing 15 MB takes two seconds; done once for each version. */
async function readPacked(from: string, packed: string): Promise<Buffer> {
  try {
    return await readFile(packed);
  } catch {
    const content = gzipSync(await readFile(from), { level: 9 });
    await mkdir(path.dirname(packed), { recursive: true });
    await writeFile(packed, content);
    return content;
  }
}
