/** Publishes which note has which cards, exercises and abilities: what the estimate of a topic is made of. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function provideTopicFiles(): AstroIntegration {
  return {
    name: 'study-topic-files',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const entrypoint = fileURLToPath(new URL('./topic-files/topics.json.ts', import.meta.url));
        injectRoute({ pattern: '/topics/[language].json', entrypoint, prerender: true });
      },
    },
  };
}
