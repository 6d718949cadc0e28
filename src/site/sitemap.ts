/** The sitemap: every page at its own address, with its translations. Starlight would make one of all pages. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { Site } from '../content/site-config.ts';

type Hooks = AstroIntegration['hooks'];

export function provideSitemap({ base, locales }: Pick<Site, 'base' | 'locales'>): AstroIntegration {
  let dist: URL | undefined;
  const integration = sitemap({
    i18n: {
      defaultLocale: 'root',
      locales: Object.fromEntries(Object.entries(locales).map(([locale, { lang }]) => [locale, lang])),
    },
    filter: (address) => {
      const file = new URL(`${new URL(address).pathname.slice(base.length)}index.html`, dist);
      return isListed(readFileSync(fileURLToPath(file), 'utf8'), address);
    },
  });
  const done: Hooks['astro:build:done'] = async (options) => {
    dist = options.dir;
    await integration.hooks['astro:build:done']?.(options);
  };
  return { ...integration, hooks: { ...integration.hooks, 'astro:build:done': done } };
}

const CANONICAL = /<link rel="canonical" href="([^"]*)"/;
const UNLISTED = /<meta name="robots" content="noindex"/;

/** Whether a page is to be found at this address: its head may say that it is not, or that another address is the right one. */
export function isListed(html: string, address: string): boolean {
  const [, canonical] = CANONICAL.exec(html) ?? [];
  return !UNLISTED.test(html) && (canonical === undefined || canonical === address);
}
