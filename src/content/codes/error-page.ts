/** The pages that explain the codes, as Markdown: what it means, an example, what the check says of it, the same mended. */
import { formatFrame } from '../code-frame.ts';
import { type Problem, severityOf } from '../problem.ts';
import type { ArchiveFile } from './archive.ts';
import type { CodeEntry, Severity } from './code.ts';
import { checkExample, readExample } from './example.ts';
import { CODES, type Code, EXECUTED_CODES } from './table.ts';

/** A page that no file stands behind. */
export interface GeneratedText {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

/** The longest fence that the examples hold, and one more. */
const FENCE = '~~~~~~';
const LANGUAGES: Readonly<Record<string, string>> = { md: 'md', mdx: 'mdx', yaml: 'yaml', json: 'json', py: 'python' };

export function writeErrorPage(code: Code): GeneratedText {
  const { title, severity, why, mend }: CodeEntry = CODES[code];
  const [failing, mended] = [readExample(code, 'fail'), readExample(code, 'pass')];
  const said = checkExample(failing).filter((problem) => problem.code === code);
  const before = new Map(failing.map(({ path, shown }) => [path, shown]));
  const changed = mended.filter(({ path, shown }) => before.get(path) !== shown);
  const gone = failing.filter(({ path }) => !mended.some((file) => file.path === path));
  return {
    title,
    description: `${code}: what it means, an example of it and how to mend it.`,
    body: [
      `\`${code}\` is ${describeSeverity(code, severity)}.`,
      why,
      '## An example',
      ...failing.map(show),
      ...(said.length > 0
        ? ['The check says:', fence('text', 'wrap', said.map((problem) => formatSaid(problem, failing)).join('\n'))]
        : []),
      '## How to mend it',
      mend,
      ...changed.map(show),
      ...gone.map(({ path }) => `\`${path}\` is gone.`),
      '[All codes](/authoring/errors/)',
    ].join('\n\n'),
  };
}

function describeSeverity(code: Code, severity: Severity): string {
  if (EXECUTED_CODES.includes(code)) return 'an **error** that only running the blocks finds: `npm run check -- --run`';
  return severity === 'error' ? 'an **error**: it stops a build' : 'a **warning**: it is advice, and the site is built';
}

/** The list of all codes, by family. */
export function writeErrorList(): GeneratedText {
  const rows = Object.entries<CodeEntry>(CODES).map(
    ([code, { severity, title }]) => `| [\`${code}\`](/authoring/errors/${code}/) | ${severity} | ${title} |`,
  );
  return {
    title: 'What the check can say',
    description: 'Every code of the content check, with an example of it and the way to mend it.',
    body: [
      '`npm run check` names each problem with a code. An error stops a build, since it would break the site or lose what readers keep in it; a warning is advice.',
      ['| code | severity | what is wrong |', '| --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n'),
  };
}

function show({ path, shown }: ArchiveFile): string {
  return fence(LANGUAGES[path.split('.').at(-1) ?? ''] ?? 'text', `title="${path}"`, shown.trimEnd());
}

function fence(language: string, meta: string, text: string): string {
  return `${FENCE}${language} ${meta}\n${text}\n${FENCE}`;
}

function formatSaid(problem: Problem, files: readonly ArchiveFile[]): string {
  const { file, line, column, code, message, hint } = problem;
  const text = files.find(({ path }) => path === file)?.shown ?? '';
  const frame = formatFrame(text.split(/\r?\n/), problem);
  return [
    `${file}:${line}:${column}  ${severityOf(problem)}  ${code}  ${message}`,
    ...frame
      .split('\n')
      .filter(Boolean)
      .map((row) => `  ${row}`),
    `  hint: ${hint}`,
  ].join('\n');
}
