/** Bundles the service worker: one classic script, since not every browser takes modules for one. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const SOURCE = fileURLToPath(new URL('../../browser/offline/worker.ts', import.meta.url));
const ENTRY = '\0study-service-worker';

/** @param siteId begins the names of what the worker keeps */
export async function bundleWorker(siteId: string): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: ENTRY.slice(1),
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) =>
          id === ENTRY
            ? `import { startWorker } from ${JSON.stringify(SOURCE)};\nstartWorker(${JSON.stringify(siteId)});`
            : undefined,
      },
    ],
    build: { write: false, target: 'es2022', rolldownOptions: { input: ENTRY, output: { format: 'iife' } } },
  });
  const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = output;
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('The service worker is not one script');
  return chunk.code;
}
