/** Publishes the words of what is loaded when somebody asks for it, so that no page carries them. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function provideWordFiles(): AstroIntegration {
  return {
    name: 'study-word-files',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const entrypoint = fileURLToPath(new URL('./word-files/part.json.ts', import.meta.url));
        injectRoute({ pattern: '/words/[language]/[part].json', entrypoint, prerender: true });
      },
    },
  };
}
