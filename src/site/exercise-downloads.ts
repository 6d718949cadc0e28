/** The folder of each exercise as a zip, `exercises/<id>.zip`: written with the site, and made on demand while writing. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { zipSync } from 'fflate';
import { languagesOf } from '../content/check/checked-site.ts';
import { createDownload } from '../content/exercise/download.ts';
import { type ExerciseFolder, readExercises } from '../content/exercise/folder.ts';
import { EXERCISES, exercisePath } from '../content/exercise/path.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import type { Site } from '../content/site-config.ts';

/** Of every file, so that equal folders are equal bytes. A zip has local time. */
const DAY = new Date('2026-01-01T00:00:00');

/** @param root absolute path of the folder that holds `content/` */
export function provideExerciseDownloads(site: Site, root: string): AstroIntegration {
  const files = openDiskFiles(root);
  const list = () => readExercises(files, languagesOf(site));
  return {
    name: 'study-exercise-downloads',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [, id] = /\/exercises\/([a-z0-9-]+)\.zip$/.exec(request.url?.split('?')[0] ?? '') ?? [];
          const folder = list().find(({ exercise }) => exercise.id === id);
          if (folder === undefined) return next();
          response.setHeader('Content-Type', 'application/zip');
          response.end(createZip(folder, site));
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folders = list();
        await mkdir(path.join(fileURLToPath(dir), EXERCISES), { recursive: true });
        for (const folder of folders) {
          const target = path.join(fileURLToPath(dir), `${exercisePath(folder.exercise.id)}.zip`);
          await writeFile(target, createZip(folder, site));
        }
      },
    },
  };
}

/** All files lie in a folder of the exercise's name. */
function createZip(folder: ExerciseFolder, site: Site): Uint8Array {
  const { id } = folder.exercise;
  const url = new URL(`${site.base}${exercisePath(id)}/`, site.url).href;
  const texts = createDownload(folder, { language: languagesOf(site).main, url });
  const encoder = new TextEncoder();
  const entries = Object.entries(texts).map(([name, text]) => [`${id}/${name}`, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: DAY });
}
