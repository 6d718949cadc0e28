/** What the site offers to other programs: feed readers, search engines, whatever reads Markdown. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ROUTES = [
  ['/[...language]/rss.xml', './feeds/rss.xml.ts'],
  ['/[...language]/llms.txt', './feeds/llms.txt.ts'],
  ['/[...path]/index.md', './feeds/twin.md.ts'],
  ['/robots.txt', './feeds/robots.txt.ts'],
] as const;

export function provideFeeds(): AstroIntegration {
  return {
    name: 'study-feeds',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        for (const [pattern, file] of ROUTES) {
          // A file that somebody put into public/ is what they want.
          if (existsSync(new URL(`.${pattern}`, config.publicDir))) continue;
          injectRoute({ pattern, entrypoint: fileURLToPath(new URL(file, import.meta.url)), prerender: true });
        }
      },
    },
  };
}
