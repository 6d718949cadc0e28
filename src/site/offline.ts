/**
 * Makes the finished site one that can be saved: its service worker, `sw.js`, and the list of what there is to save,
 * `offline.json`. It must be the last integration, since what others write later would be missing in the list.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { MANIFEST, POSTGRES, PYTHON, printManifest, WORKER } from '../browser/offline/manifest.ts';
import type { Site } from '../content/site-config.ts';
import { listOfflineFiles } from './offline/files.ts';
import { composeGroups, createGrouping } from './offline/grouping.ts';
import { bundleRemoval, bundleWorker } from './offline/worker.ts';
import { createWorkerRecorder } from './offline/worker-recorder.ts';

/** The workers of the engines, which are of no use without them. */
const WORKERS = {
  [PYTHON]: '/src/browser/runners/python/worker.ts',
  [POSTGRES]: '/src/browser/runners/postgres/worker.ts',
};

export function provideOffline({ siteId, locales, offline }: Site): AstroIntegration {
  const workers = createWorkerRecorder(WORKERS);
  return {
    name: 'study-offline',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { worker: { plugins: () => [workers.plugin] } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        if (!offline) {
          await writeFile(path.join(site, WORKER), await bundleRemoval(siteId));
          return logger.info('nothing can be saved, and what was is taken away');
        }
        await writeFile(path.join(site, WORKER), await bundleWorker(siteId));
        const parts = await listOfflineFiles(site, createGrouping(locales, workers.files));
        const groups = composeGroups(locales, Object.keys(parts));
        await writeFile(path.join(site, MANIFEST), printManifest(parts, groups));
        const counts = Object.entries(parts).map(([name, files]) => `${files.length} files of ${name}`);
        logger.info(`to be saved: ${counts.join(', ')}`);
      },
    },
  };
}
