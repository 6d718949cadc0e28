/** The folder of each group of example programs as a zip, `examples/<group>.zip`, with what it takes to run them. */
import type { AstroIntegration } from 'astro';
import { EXAMPLES } from '../content/example.ts';
import { listGroupFiles, listPrograms, type Program } from '../content/example-catalog.ts';
import { EXAMPLES_PAGE } from '../content/example-page.ts';
import type { ContentFiles } from '../content/files/content-files.ts';
import { readPages } from '../content/page.ts';
import type { Site } from '../content/site-config.ts';
import { provideZips } from './zip-downloads.ts';

/** What all groups share. */
const SHARED = ['requirements.txt', 'pytest.ini'];

export function provideExampleDownloads(site: Site, files: ContentFiles): AstroIntegration {
  const url = new URL(`${site.base}${EXAMPLES_PAGE}/`, site.url).href;
  return provideZips('study-example-downloads', site.base, () => {
    const groups = Map.groupBy(listPrograms(files, readPages(files, [])), ({ group }) => group);
    return [...groups].map(([group, programs]) => ({
      path: `${EXAMPLES_PAGE}/${group}.zip`,
      folder: group,
      read: () => ({ 'README.md': writeReadme(group, programs, url), ...readGroup(files, group) }),
    }));
  });
}

function readGroup(files: ContentFiles, group: string): Record<string, string> {
  const shared = SHARED.filter((name) => files.has(EXAMPLES + name)).map((name) => [name, name]);
  const own = listGroupFiles(files, group).map((file) => [file.slice(group.length + 1), file]);
  return Object.fromEntries(
    [...shared, ...own].map(([name = '', file = '']) => [name, files.read(EXAMPLES + file).text]),
  );
}

function writeReadme(group: string, programs: readonly Program[], url: string): string {
  const hasNeeds = programs.some(({ needs }) => needs.includes('postgres') || needs.includes('redis'));
  const list = programs.map(({ path, summary, needs }) => {
    const own = needs.length > 0 ? ` Needs ${needs.join(', ')}.` : '';
    return `- \`${path.slice(group.length + 1)}\`: ${summary}${own}`;
  });
  return [
    `# ${group}`,
    `Example programs of ${url}`,
    list.join('\n'),
    'Python 3.11 or newer runs them, and their tests:',
    '```sh\npython -m pip install -r requirements.txt\npython <program>\npython -m pytest\n```',
    ...(hasNeeds
      ? [
          'They find servers by `DATABASE_URL` (`postgresql://user:password@host/name`) and `REDIS_URL` (`redis://host:6379/0`).',
        ]
      : []),
  ]
    .join('\n\n')
    .concat('\n');
}
