/**
 * While somebody writes, `astro:content` reads the collections where the loaders put them (`live-collection.ts`), and pages are
 * loaded again as soon as one has changed. Astro itself would hand all entries through the bundler at each save: 16 MB at 1,000
 * notes in three languages.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listener } from './live-collection.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** As Astro names the module that holds all entries. */
const MODULE = '\0astro:data-layer-content';
const SOURCE = fileURLToPath(new URL('./live-collection.ts', import.meta.url));
/** Milliseconds in which changes are told of together: another branch changes hundreds of files. */
const TOGETHER = 10;

export function serveLiveCollections(): AstroIntegration {
  return {
    name: 'study-content-store',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, addMiddleware }) => {
        if (command !== 'dev') return;
        const code = `export { collections as default } from ${JSON.stringify(SOURCE)};`;
        const load = { order: 'pre' as const, handler: (id: string) => (id === MODULE ? code : undefined) };
        updateConfig({ vite: { plugins: [{ name: 'study-content-store', load }] } });
        addMiddleware({ entrypoint: new URL('./late-text-middleware.ts', import.meta.url), order: 'pre' });
      },
      'astro:server:setup': ({ server }) => {
        let waiting: NodeJS.Timeout | undefined;
        listener.hear = () => {
          clearTimeout(waiting);
          waiting = setTimeout(reloadContent, TOGETHER, server);
        };
      },
    },
  };
}

/** What Astro does when it has written its store: all that was made of entries is made again. */
function reloadContent(server: DevServer): void {
  for (const { moduleGraph, hot } of Object.values(server.environments)) {
    const module = moduleGraph.getModuleById(MODULE);
    if (module === undefined) continue;
    moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    hot.send('astro:content-changed', {});
  }
  server.ws.send({ type: 'full-reload', path: '*' });
}
