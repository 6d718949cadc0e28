/** Publishes the decks as files, for the review and for Anki: they are made with the pages, since they link to them. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ROUTES = [
  ['/cards/[language]/index.json', './card-files/index.json.ts'],
  ['/cards/[...path].json', './card-files/deck.json.ts'],
  ['/anki/[name].apkg', './card-files/anki.apkg.ts'],
  ['/anki/[name].txt', './card-files/anki.txt.ts'],
] as const;

export function provideCardFiles(): AstroIntegration {
  return {
    name: 'study-card-files',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        // It finds its engine by its own path.
        updateConfig({ vite: { ssr: { external: ['sql.js'] } } });
        for (const [pattern, file] of ROUTES) {
          injectRoute({ pattern, entrypoint: fileURLToPath(new URL(file, import.meta.url)), prerender: true });
        }
      },
    },
  };
}
