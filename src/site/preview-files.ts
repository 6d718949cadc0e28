/** Publishes what a link's preview shows of its page, for all pages of a folder at a time. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function providePreviewFiles(): AstroIntegration {
  return {
    name: 'study-preview-files',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const entrypoint = fileURLToPath(new URL('./preview-files/folder.json.ts', import.meta.url));
        injectRoute({ pattern: '/previews/[language]/[folder].json', entrypoint, prerender: true });
      },
    },
  };
}
