/** Tells what would be done, and what to do afterwards. */
import type { Answers } from './answers.ts';
import { writeKeep } from './keep.ts';
import { writeLanguages } from './language.ts';
import { PROOFS_OF_PROJECTS } from './our-content.ts';
import type { Plan } from './plan.ts';

export function describePlan(
  { files, gone, errors }: Plan,
  answers: Answers,
  isThere: (file: string) => boolean,
): string {
  const texts = Object.entries(files).filter(([file]) => file.startsWith('content/'));
  const count = (isWanted: (file: string, text: string | null) => boolean) =>
    texts.filter(([file, text]) => isWanted(file, text)).length;
  const parts = [
    [count((_, text) => text === null), 'deleted'],
    [count((file, text) => text !== null && !isThere(file)), 'written'],
    [count((file, text) => text !== null && isThere(file)), 'changed'],
  ] as const;
  const content = parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${number === 1 ? 'file' : 'files'} ${what}`);
  const rows = [
    ['title', answers.title],
    ['author', answers.author],
    ['languages', writeLanguages(answers.locales)],
    ['description', answers.description],
    ['repository', answers.repository],
    ['published at', `${answers.url}${answers.base}`],
    ['site id', answers.siteId],
    ['keeps', answers.keep === 'none' ? 'none of our content' : `of our content ${writeKeep(answers.keep)}`],
  ] as const;
  return [
    'site.config.ts will say:',
    '',
    ...rows.map(([what, value]) => `  ${what.padEnd(14)}${value}`),
    '',
    `content/: ${content.join(', ') || 'nothing changes'}`,
    ...(files['README.md'] === undefined ? [] : ['README.md: written anew']),
    ...(gone.length > 0 ? [`deleted, since they are about our content: ${nameGone(gone)}`] : []),
    ...(errors.length > 0 ? ['', describeErrors(errors)] : []),
  ].join('\n');
}

/** The programs of many projects in one word. */
function nameGone(gone: readonly string[]): string {
  const isOfProject = (file: string) => file.startsWith(`${PROOFS_OF_PROJECTS}/`);
  const others = gone.filter((file) => !isOfProject(file));
  return [...others, ...(gone.some(isOfProject) ? [`${PROOFS_OF_PROJECTS}, of projects that go`] : [])].join(', ');
}

/** Notes that were broken before stay as they are: what they should say, their writer knows. */
function describeErrors(errors: Plan['errors']): string {
  const files = [...new Set(errors.map(({ file }) => file))];
  const shown = files.slice(0, 5).map((file) => `  ${file}`);
  const more = files.length > 5 ? [`  … and ${files.length - 5} more`] : [];
  const sum = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  return [`The content that stays has ${sum}, left to you. npm run check names each:`, ...shown, ...more].join('\n');
}

export function describeNext({ base, title }: Answers, { errors }: Plan): string {
  return `
"${title}" is yours. What to do next:

  ${errors.length > 0 ? 'npm run check' : 'npm start    '}          ${errors.length > 0 ? 'names what is wrong with the content' : `shows the site, below ${base} once it is published`}
  npm run new            makes a note, cards, an exercise …
  git diff --stat        shows what has changed; git commit keeps it`;
}
