/** Puts a page at each old address. It comes after the search index, where these have no place. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ContentFiles } from '../content/files/content-files.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { addressOf } from '../content/place.ts';
import type { Site } from '../content/site-config.ts';
import { writeRedirectPage } from './redirect-pages/redirect-html.ts';
import { listRedirects } from './redirects.ts';

/** @param root absolute path of the folder that holds `content/` */
export function provideRedirects(site: Site, root: string, files: ContentFiles): AstroIntegration {
  return {
    name: 'study-redirects',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
        for (const { locale, from, to } of listRedirects(files, site)) {
          const folder = path.join(fileURLToPath(dir), from);
          const file = path.join(folder, 'index.html');
          const language = site.locales[locale];
          if (language === undefined || existsSync(file)) continue;
          const address = addressOf({ locale: 'root', path: to }, { base: site.base, locales: [] });
          const said = words(new URL(`file://${root}/${path.posix.join(DOCS, from)}.md`))('study.moved');
          await mkdir(folder, { recursive: true });
          await writeFile(
            file,
            writeRedirectPage({ to: address, canonical: new URL(address, site.url).href, language, said }),
          );
        }
      },
    },
  };
}
