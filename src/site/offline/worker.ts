/** Bundles the service worker: one classic script, since not every browser takes modules for one. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const WORKER = fileURLToPath(new URL('../../browser/offline/worker.ts', import.meta.url));
const REMOVAL = fileURLToPath(new URL('../../browser/offline/worker-off.ts', import.meta.url));
const ENTRY = '\0study-service-worker';

/** @param siteId begins the names of what the worker keeps */
export function bundleWorker(siteId: string): Promise<string> {
  return bundle(`import { startWorker } from ${JSON.stringify(WORKER)};\nstartWorker(${JSON.stringify(siteId)});`);
}

/** The worker that takes the other one away. */
export function bundleRemoval(siteId: string): Promise<string> {
  return bundle(`import { removeWorker } from ${JSON.stringify(REMOVAL)};\nremoveWorker(${JSON.stringify(siteId)});`);
}

async function bundle(code: string): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: ENTRY.slice(1),
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) => (id === ENTRY ? code : undefined),
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: ENTRY, output: { format: 'iife' } } },
  });
  const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = output;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The service worker is not one script');
  return chunk.code;
}
