/**
 * While somebody writes: tells those who read the content which file has changed, so that they need not look at all of them, and
 * loads pages anew that are made of what is no page, since Astro does so only where a page's text is another.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { DiskFiles } from '../content/files/disk-files.ts';
import { isPagePath } from '../content/page.ts';
import { toPosix } from '../content/place.ts';

/**
 * What nobody writes by hand, below the project. Of each file that is written below it, Astro makes its list of routes anew: the
 * texts of a large site were so many at once that files could no longer be opened.
 */
const UNWATCHED = ['.astro/texts', '.cache'];

/** What the watcher says of files. */
export const FILE_EVENTS = ['add', 'change', 'unlink'] as const;
/** Milliseconds after which a file has settled: of a second change within 50, Vite's watcher says nothing. */
const SETTLED = 100;

export function watchContent(files: DiskFiles): AstroIntegration {
  return {
    name: 'study-content-watch',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'dev') return;
        const urls = [...UNWATCHED.map((folder) => new URL(`${folder}/`, config.root)), config.outDir];
        const folders = urls.map((url) => fileURLToPath(url));
        const ignored = (file: string) => folders.some((folder) => path.join(file, path.sep).startsWith(folder));
        updateConfig({ vite: { server: { watch: { ignored } } } });
      },
      'astro:server:setup': ({ server }) => {
        // A server that starts again has missed what happened meanwhile.
        files.thaw();
        server.watcher.once('ready', () => files.freeze());
        const reload = (file: string) => {
          if (!isPagePath(file)) server.ws.send({ type: 'full-reload', path: '*' });
        };
        for (const event of FILE_EVENTS) {
          // Before whoever reads the files because of it, and once more for what has been written since.
          server.watcher.prependListener(event, (changed) => {
            const file = toPosix(path.relative(server.config.root, changed));
            if (!file.startsWith('content/')) return;
            if (files.tellChange(file)) reload(file);
            setTimeout(() => {
              if (files.tellChange(file)) server.watcher.emit('change', changed);
            }, SETTLED);
          });
        }
      },
    },
  };
}
