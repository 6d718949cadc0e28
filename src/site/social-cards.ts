/** Publishes the pictures that other sites show beside a link to a page. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function provideSocialCards(): AstroIntegration {
  return {
    name: 'study-social-cards',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        // It finds its engine by its own path.
        updateConfig({ vite: { ssr: { external: ['sharp'] } } });
        injectRoute({
          pattern: '/og/[...path].png',
          entrypoint: fileURLToPath(new URL('./social-cards/card.png.ts', import.meta.url)),
          prerender: true,
        });
      },
    },
  };
}
