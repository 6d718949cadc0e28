/**
 * An exercise as a folder for the reader's own machine, with all that its tests take: `pytest` runs it as it is, and what it
 * holds is what the page runs. Python files are those of the exercise byte for byte; `solution.py` is the starter.
 */
import { readFileSync } from 'node:fs';
import type { Exercise } from '../kinds/exercise.ts';
import { CODE_FILES, CPYTHON_FILES, type ExerciseFolder } from './folder.ts';
import { INSTALL, listAddresses, START_SERVERS, STOP_SERVERS, TEST, writeCompose } from './own-machine.ts';
import { readPythonModules } from './python-module.ts';

/** What a folder is told that the exercise does not know itself. */
export interface DownloadOptions {
  /** Language of title and description, a key of data files. */
  readonly language: string;
  /** Address of the exercise's page. */
  readonly url: string;
}

/** The version of pytest that the tests of this site run with. */
const PYTEST = 'pytest==9.2.0';

/** Texts by path below the folder. */
export function createDownload(folder: ExerciseFolder, options: DownloadOptions): Record<string, string> {
  const files = folder.exercise.language === 'sql' ? createSqlFiles(folder) : createPythonFiles(folder);
  return { 'README.md': writeReadme(folder, options), ...files };
}

function createPythonFiles({ exercise, code, given }: ExerciseFolder): Record<string, string> {
  const { starter, solution, tests } = CODE_FILES.python;
  const hasPackages = exercise.runs === 'cpython';
  const own = { [solution]: code[starter] ?? '', [tests]: code[tests] ?? '' };
  return {
    ...own,
    ...(!hasPackages && {
      'conftest.py': readFileSync(new URL('./download/conftest.py', import.meta.url), 'utf8'),
      ...readPythonModules(Object.values(own).concat(code[solution] ?? '')),
    }),
    ...(exercise.services !== undefined && { 'compose.yaml': writeCompose(exercise.services) }),
    ...given,
    'requirements.txt': `${listRequirements(exercise.packages).join('\n')}\n`,
    ...Object.fromEntries(CPYTHON_FILES.flatMap((name) => (code[name] === undefined ? [] : [[name, code[name]]]))),
  };
}

function createSqlFiles({ code, wrong }: ExerciseFolder): Record<string, string> {
  const { starter, solution } = CODE_FILES.sql;
  const given = Object.entries(code).filter(([name]) => name !== solution && name !== starter && !wrong.includes(name));
  return { [solution]: code[starter] ?? '', ...Object.fromEntries(given) };
}

function listRequirements(packages: readonly string[] = []): string[] {
  return packages.some((name) => name.startsWith('pytest==')) ? [...packages] : [PYTEST, ...packages];
}

function writeReadme({ exercise, readText, code }: ExerciseFolder, { language, url }: DownloadOptions): string {
  const say = (text: Readonly<Record<string, string>>) => text[language] ?? '';
  return [
    `# ${say(exercise.title)}`,
    say(exercise.description),
    url,
    ...(exercise.language === 'sql' ? describeSql() : describePython(exercise, CPYTHON_FILES[0] in code)),
    readText('instructions', 'root') ?? '',
  ]
    .join('\n\n')
    .concat('\n');
}

function describePython(exercise: Exercise, hasCPython: boolean): string[] {
  return [
    'Write your answer in `solution.py`. Python 3.11 or newer runs the tests:',
    ...(exercise.runs === 'page'
      ? [
          '```sh\npython -m pip install -r requirements.txt\npython -m pytest\n```',
          'No test takes real time or touches the network: `conftest.py` runs each in a simulation.',
        ]
      : [`\`\`\`sh\n${INSTALL}\n${TEST}\n\`\`\``, ...describeServices(exercise)]),
    ...(hasCPython
      ? [
          '`cpython/` holds a solution with real packages, real time and real connections, and its tests:',
          '```sh\ncd cpython\npython -m pytest\n```',
        ]
      : []),
  ];
}

function describeServices(exercise: Exercise): string[] {
  if (exercise.services === undefined) return [];
  return [
    'The tests talk to servers. Docker starts and ends them:',
    `\`\`\`sh\n${START_SERVERS}\n${STOP_SERVERS}\n\`\`\``,
    'The tests look for them at these addresses. Servers of your own are named by the same variables of the environment:',
    `\`\`\`sh\n${listAddresses(exercise)}\n\`\`\``,
    'What the tests put there has names of its own and is taken away in the end.',
  ];
}

function describeSql(): string[] {
  const { solution, others, tests } = CODE_FILES.sql;
  return [
    `Write your answer in \`${solution}\`. PostgreSQL 18 runs it, in a database of its own:`,
    `\`\`\`sh\ncreatedb exercise\npsql exercise ${[...others, solution].map((name) => `--file ${name}`).join(' ')}\n\`\`\``,
    `\`${tests}\` says what the rows, the plans and the tables must be. The page grades by the same list.`,
  ];
}
