/** The README of a site that keeps none of our content: what it is, and the commands that it is written with. */
import { ENGINE_REPOSITORY } from '../../content/generated-page.ts';
import { findStarterWords } from './starter-words.ts';

/** @param lang of the readers of the repository; without words of ours, the commands speak for themselves */
export function writeReadme(
  { title, description }: { readonly title: string; readonly description: string },
  lang: string,
): string {
  const words = findStarterWords(lang);
  const commands = COMMANDS.map(({ command, key }) => {
    const what = words?.readme[key];
    return what === undefined ? command : `${command.padEnd(46)} # ${what}`;
  });
  const credit =
    words === undefined
      ? `<${ENGINE_REPOSITORY}>`
      : `${words.readme.credit} [Python Senior Knowledge Base](${ENGINE_REPOSITORY}).`;
  return `# ${title}\n\n${description}\n\n\`\`\`console\n${commands.join('\n')}\n\`\`\`\n\n${credit}\n`;
}

const COMMANDS = [
  { command: 'npm start', key: 'start' },
  { command: 'npm run dev', key: 'dev' },
  { command: 'npm run new note area/note "…"', key: 'new' },
  { command: 'npm run check', key: 'check' },
  { command: 'npm test', key: 'test' },
] as const;
