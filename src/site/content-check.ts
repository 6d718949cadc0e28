/** Checks words, ids, links and pictures of all files before anything is built, and again as they change in dev. */
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkIdentity } from '../content/identity.ts';
import { checkInterfaceWords } from '../content/interface-words.ts';
import { checkLinks } from '../content/link.ts';
import { readPageFiles } from '../content/page-file.ts';
import { checkPages } from '../content/page-problems.ts';
import { ContentError, formatProblem, type Problem } from '../content/problem.ts';
import type { Site } from '../content/site-config.ts';

/** Everything wrong with the content of a site. */
function findProblems(root: string, site: Site): Problem[] {
  const langs = Object.values(site.locales).map(({ lang }) => lang);
  const locales = Object.keys(site.locales).filter((locale) => locale !== 'root');
  const docs = path.join(root, 'content', 'docs');
  const pages = readPageFiles(docs, root, locales);
  return [
    ...checkInterfaceWords(path.join(root, 'content', 'i18n'), root, langs),
    ...checkIdentity(pages),
    ...checkPages(pages),
    ...checkLinks(docs, root, { base: site.base, locales }),
  ];
}

/** Fails a build on a problem; while writing, the problems are shown and the site still runs. */
export function checkContent(root: string, site: Site): AstroIntegration {
  return {
    name: 'study-content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        const problems = findProblems(root, site);
        if (problems.length > 0) throw new ContentError(problems);
      },
      'astro:server:setup': ({ server, logger }) => {
        const report = () => {
          for (const problem of findProblems(root, site)) logger.warn(formatProblem(problem));
        };
        report();
        server.watcher.on('all', (_event, file) => {
          if (/\.mdx?$/.test(file) && !path.relative(path.join(root, 'content'), file).startsWith('..')) report();
        });
      },
    },
  };
}
