/** Checks the content before anything is built, so that every problem of every file is named in one run. */
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkIdentity } from '../content/identity.ts';
import { checkInterfaceWords } from '../content/interface-words.ts';
import { checkLinks } from '../content/link.ts';
import { ContentError, formatProblem, type Problem } from '../content/problem.ts';
import type { Site } from '../content/site-config.ts';

/** Everything wrong with the content of a site. */
function findProblems(root: string, site: Site): Problem[] {
  const langs = Object.values(site.locales).map(({ lang }) => lang);
  const locales = Object.keys(site.locales).filter((locale) => locale !== 'root');
  const docs = path.join(root, 'content', 'docs');
  return [
    ...checkInterfaceWords(path.join(root, 'content', 'i18n'), langs),
    ...checkIdentity(docs, root, locales),
    ...checkLinks(docs, root, { base: site.base, locales }),
  ];
}

/** Fails a build on a problem; while writing, the problems are shown and the site still runs. */
export function checkContent(root: string, site: Site): AstroIntegration {
  return {
    name: 'study-content-check',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const problems = findProblems(root, site);
        if (problems.length === 0) return;
        if (command === 'build') throw new ContentError(problems);
        for (const problem of problems) logger.warn(formatProblem(problem));
      },
    },
  };
}
