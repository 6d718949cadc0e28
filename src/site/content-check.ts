/** Checks the content before anything is built, and again as it changes in dev, where the page concerned shows it. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { checkContent } from '../content/check/check-content.ts';
import type { DiskFiles } from '../content/files/disk-files.ts';
import { ERRORS_PAGE, errorsAddressOf, explainsCodes } from '../content/generated-page.ts';
import { ContentError, formatProblem, isError, type Problem, severityOf } from '../content/problem.ts';
import type { Site } from '../content/site-config.ts';
import { PROBLEMS_EVENT, type ShownProblem } from '../islands/problem-list.ts';
import { whenIdle } from './dev-idle.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

const OVERLAY = fileURLToPath(new URL('../islands/problem-overlay.ts', import.meta.url));

/** Errors fail a build; while writing, everything is shown and the site still runs. */
export function checkBeforeBuild(project: string, files: DiskFiles, site: Site): AstroIntegration {
  const findProblems = () => checkContent(files, site, { today: new Date() });
  return {
    name: 'study-content-check',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(OVERLAY)};`);
        if (command !== 'build') return;
        files.freeze();
        const errors = findProblems().filter(isError);
        if (errors.length > 0) throw new ContentError(errors);
      },
      'astro:server:setup': ({ server, logger }) => {
        // A page of this site is one of this server.
        const explained = explainsCodes(site) ? `${site.base}${ERRORS_PAGE}/` : errorsAddressOf(site);
        watchContent(project, server, logger, explained, findProblems);
      },
    },
  };
}

/** Says in the terminal what has come up, and hands everything to the pages. */
function watchContent(
  project: string,
  server: DevServer,
  logger: AstroIntegrationLogger,
  explained: string,
  findProblems: () => Problem[],
): void {
  let known = new Set<string>();
  let shown: ShownProblem[] = [];
  const check = () => {
    const problems = findProblems();
    for (const problem of problems) {
      if (known.has(formatProblem(problem))) continue;
      if (isError(problem)) logger.error(formatProblem(problem));
      else logger.warn(formatProblem(problem));
    }
    if (known.size > 0 && problems.length === 0) logger.info('the content has no problems left');
    known = new Set(problems.map(formatProblem));
    shown = problems.map((problem) => ({
      ...problem,
      severity: severityOf(problem),
      url: `${explained}${problem.code}/`,
    }));
    server.ws.send(PROBLEMS_EVENT, shown);
  };
  check();
  server.ws.on(PROBLEMS_EVENT, (_data, client) => client.send(PROBLEMS_EVENT, shown));
  const isContent = (file: string) => !path.relative(path.join(project, 'content'), file).startsWith('..');
  // A save may come as several events, and a branch switch as hundreds. Who writes waits for the page, not for its problems.
  const checkLater = whenIdle(check);
  server.watcher.on('all', (_event, file) => {
    if (isContent(file)) checkLater();
  });
}
