/** Folders that readers take away, each as a zip: written with the site, and made on demand while writing. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { zipSync } from 'fflate';

/** A folder to be downloaded. */
export interface ZipDownload {
  /** Below the site's base: `exercises/lru-cache.zip`. */
  readonly path: string;
  /** Name of the folder that everything in the zip lies in. */
  readonly folder: string;
  /** Texts by path below that folder. */
  read(): Readonly<Record<string, string>>;
}

/** Of every file, so that equal folders are equal bytes. A zip has local time. */
const DAY = new Date('2026-01-01T00:00:00');

/**
 * @param name of the integration
 * @param list is asked anew for each request while somebody writes
 */
export function provideZips(name: string, base: string, list: () => readonly ZipDownload[]): AstroIntegration {
  const prefix = base.replace(/\/$/, '');
  return {
    name,
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [address] = request.url?.split('?') ?? [];
          if (!address?.endsWith('.zip')) return next();
          // The server of Astro takes the base off for some middlewares.
          const found = list().find(({ path: own }) => [`/${own}`, `${prefix}/${own}`].includes(address));
          if (found === undefined) return next();
          response.setHeader('Content-Type', 'application/zip');
          response.end(createZip(found));
        });
      },
      'astro:build:done': async ({ dir }) => {
        for (const download of list()) {
          const target = path.join(fileURLToPath(dir), download.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, createZip(download));
        }
      },
    },
  };
}

function createZip({ folder, read }: ZipDownload): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(read()).map(([name, text]) => [`${folder}/${name}`, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: DAY });
}
