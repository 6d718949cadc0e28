/** Hands the checked site configuration to pages, and the folder of the project, as the module `virtual:study/site`. */
import type { AstroIntegration } from 'astro';
import type { Site } from '../content/site-config.ts';

const MODULE = 'virtual:study/site';
/** As seen from where Astro puts the types that an integration injects. */
const SOURCES = '../../../src';

/** @param root absolute path of the folder that holds `content/` */
export function provideSite(site: Site, root: string): AstroIntegration {
  return {
    name: 'study-site',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: MODULE,
                resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
                load: (id) =>
                  id === `\0${MODULE}`
                    ? `export default ${JSON.stringify(site)};\nexport const root = ${JSON.stringify(root)};`
                    : undefined,
              },
            ],
          },
        });
      },
      'astro:config:done': ({ injectTypes }) => {
        injectTypes({
          filename: 'site.d.ts',
          content: `declare module '${MODULE}' {
  const site: import('${SOURCES}/content/site-config.ts').Site;
  export default site;
  export const root: string;
}`,
        });
      },
    },
  };
}
