/** A pack as a folder for the reader's machine: `pytest` runs it as it is, and its files are those of the site byte for byte. */
import type { LocalizedText } from '../kinds/field.ts';
import { CONFTEST, type Pack, type ProjectFolder, testsOf } from './folder.ts';
import { readReach } from './reach.ts';

export interface ProjectDownloadOptions {
  /** Key of the main language in the texts of data. */
  readonly language: string;
  /** Address of the project's page. */
  readonly url: string;
}

/** Texts by path below the folder; `undefined` for a project that nothing examines. */
export function createProjectDownload(
  folder: ProjectFolder,
  options: ProjectDownloadOptions,
): Record<string, string> | undefined {
  const { project, pack } = folder;
  if (pack === undefined) return undefined;
  const title = project.title[options.language] ?? project.id;
  return {
    'README.md': writeReadme(folder, pack, options),
    'CONTRACT.md': `# ${title}: the contract\n\n${pack.contract}\n`,
    ...pack.code,
  };
}

function writeReadme({ project }: ProjectFolder, pack: Pack, { language, url }: ProjectDownloadOptions): string {
  const say = (text: LocalizedText) => text[language] ?? '';
  const { variable, preset } = readReach(pack.code[CONFTEST] ?? '');
  const elsewhere = preset === undefined ? '' : ` It is \`${preset}\` where the environment says nothing.`;
  const listed = project.criteria.map(({ id, text, need }) => {
    const examined = testsOf(pack, id).length > 0 ? 'examined' : 'yours to judge';
    return `- [ ] ${say(text)} (${need}, ${examined})`;
  });
  return [
    `# ${say(project.title)}`,
    say(project.description),
    url,
    say(project.story),
    'Build it from `CONTRACT.md`, in any language and with any framework. These tests examine it from outside:',
    '```sh\npython -m pip install -r requirements.txt\npython -m pytest\n```',
    `\`${variable}\` says ${variable === 'COMMAND' ? 'how your program is started' : 'where your server listens'}.${elsewhere}`,
    '## Criteria',
    listed.join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
