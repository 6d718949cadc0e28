/** Makes the site one that systems can install: a web manifest in each language, and the icons that it names. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import type { Site } from '../content/site-config.ts';
import { drawIcon, findColor, ICONS } from './install/icon.ts';
import { createWebManifest } from './install/manifest.ts';
import { ICON_FOLDER, WEB_MANIFEST } from './install/name.ts';

/** @param root absolute path of the folder that holds `content/` */
export function provideInstall(site: Site, root: string): AstroIntegration {
  return {
    name: 'study-install',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const icon = path.join(folder, 'favicon.svg');
        if (!existsSync(icon)) return logger.warn('public/favicon.svg is not there, so the site cannot be installed');
        const svg = await readFile(icon);
        const color = await findColor(svg);
        await mkdir(path.join(folder, ICON_FOLDER), { recursive: true });
        for (const icon of ICONS) await writeFile(path.join(folder, ICON_FOLDER, icon.name), await drawIcon(svg, icon));
        const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
        for (const name of Object.keys(site.locales)) {
          const locale = name === 'root' ? undefined : name;
          const own = locale ?? '';
          const t = words(new URL(`file://${root}/${path.posix.join(DOCS, own, 'index.md')}`));
          const manifest = createWebManifest(site, {
            locale,
            words: { today: t('study.today.title'), review: t('study.install.review') },
            color,
            hasReview: existsSync(path.join(folder, own, 'review/index.html')),
          });
          await writeFile(path.join(folder, own, WEB_MANIFEST), JSON.stringify(manifest));
        }
      },
    },
  };
}
