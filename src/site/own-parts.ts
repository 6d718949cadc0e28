/**
 * Starlight's page brings its sheets and a script with it, and no option keeps them out. They are resolved to ours: the sheets
 * say the same of what this site has, in the colors that it has, and the script is that of all our pages.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const PART =
  /(?:^|\/)(?:style\/(anchor-links|print|props|reset|util)\.css|components-internals\/(SidebarPersistState))(\?.*)?$/;
const STARLIGHT = /[\\/]@astrojs[\\/]starlight[\\/]/;

/** Ours under the name of Starlight's. */
const OURS: Readonly<Record<string, string>> = {
  'anchor-links': 'styles/base/heading.css',
  print: 'styles/print.css',
  props: 'styles/base/scale.css',
  reset: 'styles/base/reset.css',
  util: 'styles/base/util.css',
  SidebarPersistState: 'islands/every-page.ts',
};

export function replaceParts(): AstroIntegration {
  const handler = (source: string, importer: string | undefined) =>
    STARLIGHT.test(importer ?? '') || STARLIGHT.test(source) ? resolvePart(source) : undefined;
  const plugin = { name: 'study-own-parts', enforce: 'pre' as const, resolveId: { filter: { id: PART }, handler } };
  return {
    name: plugin.name,
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
  };
}

/**
 * @param source as an import names it, with its query
 * @returns the file of ours that stands in its place
 */
export function resolvePart(source: string): string | undefined {
  const [, sheet = '', script = '', query = ''] = PART.exec(source) ?? [];
  const own = OURS[sheet || script];
  return own && fileURLToPath(new URL(`../${own}`, import.meta.url)) + query;
}
