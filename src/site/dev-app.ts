/**
 * While Astro reads the content, it loads what is to answer requests, module by module, and Vite waits 60 seconds for each. Where
 * reading keeps the process busy for longer, as that of a large site does, a module comes too late, and then no page is ever
 * answered. So reading waits until all of that is loaded.
 */
import type { AstroIntegration } from 'astro';
import { shareInProcess } from '../content/share.ts';

/** What Astro waits for before it closes its server; it is on the server of Vite, and settles whether or not all went well. */
const READY = Symbol.for('astro.devServerAppReady');

const current = shareInProcess('dev-app', (): { server?: object } => ({}));

export function provideDevApp(): AstroIntegration {
  return {
    name: 'study-dev-app',
    hooks: {
      'astro:server:setup': ({ server }) => {
        current.server = server;
      },
    },
  };
}

/** At once where there is no server, as in a build. */
export async function untilAppIsLoaded(): Promise<void> {
  if (current.server !== undefined) await Reflect.get(current.server, READY);
}
