/** What nobody waits for is done once pages that were asked for are answered: all of it is one process. */
import type { AstroIntegration } from 'astro';
import { shareInProcess } from '../content/share.ts';

/** Milliseconds after which a browser has asked for what it was told to load again. */
const ASKED = 150;

const requests = shareInProcess('requests', () => ({ open: 0 }));

export function countRequests(): AstroIntegration {
  return {
    name: 'study-dev-idle',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((_request, response, next) => {
          requests.open += 1;
          response.once('close', () => {
            requests.open -= 1;
          });
          next();
        });
      },
    },
  };
}

/** @returns does something later; of many times, once after the last */
export function whenIdle(act: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (requests.open > 0 ? wait() : act()), ASKED);
  };
  return wait;
}
