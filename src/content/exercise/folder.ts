/**
 * The folder of an exercise: which files belong in it, and what they hold.
 *
 * `CODE_FILES` is the one place that says what the files of a language are called. The page, the download, the content
 * check and the tests ask here.
 */
import { type DataFile, readDataFiles } from '../data-file.ts';
import type { ExerciseText } from '../exercise-text.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { keepList, listBelow } from '../files/list-index.ts';
import { bodyOf } from '../frontmatter.ts';
import type { Exercise, ExerciseLanguage, ExercisePlace } from '../kinds/exercise.ts';
import type { Languages } from '../kinds/field.ts';
import { isRecord } from '../page.ts';

interface CodeFiles {
  /** What the reader begins with. */
  readonly starter: string;
  readonly solution: string;
  /** What says whether a solution is right. */
  readonly tests: string;
  /** What else has to be there. */
  readonly others: readonly string[];
  /** What may be there. */
  readonly optional: readonly string[];
  /** Answers that are known to be wrong. */
  readonly wrong: RegExp;
}

export const CODE_FILES: Readonly<Record<ExerciseLanguage, CodeFiles>> = {
  python: {
    starter: 'starter.py',
    solution: 'solution.py',
    tests: 'test_solution.py',
    others: [],
    optional: [],
    wrong: /^wrong_[a-z0-9_]+\.py$/,
  },
  sql: {
    starter: 'starter.sql',
    solution: 'solution.sql',
    tests: 'checks.yaml',
    others: ['setup.sql'],
    optional: ['variant.sql'],
    wrong: /^wrong_[a-z0-9_]+\.sql$/,
  },
};

/** The version that runs on the reader's own machine, with packages. */
export const CPYTHON_FILES = ['cpython/solution.py', 'cpython/test_solution.py'] as const;

/** Where it runs on the reader's own machine: what is given beside the code to begin with, and goes into the download as it is. */
export const GIVEN = 'given/';

/** What the folder must hold besides `exercise.yaml`. */
export function requiredFiles(language: ExerciseLanguage): string[] {
  const { starter, solution, tests, others } = CODE_FILES[language];
  return ['instructions.md', 'hints.md', starter, solution, tests, ...others, 'notes.md'];
}

/** Whether something reads a file of the folder. */
export function isExerciseFile(name: string, language: ExerciseLanguage, runs: ExercisePlace): boolean {
  return (
    (runs === 'cpython' && name.startsWith(GIVEN)) ||
    name === 'exercise.yaml' ||
    requiredFiles(language).includes(name) ||
    CODE_FILES[language].optional.includes(name) ||
    CODE_FILES[language].wrong.test(name) ||
    (CPYTHON_FILES as readonly string[]).includes(name) ||
    /^(instructions|hints|notes)\.[a-z-]+\.md$/.test(name)
  );
}

export interface ExerciseFolder {
  readonly exercise: Exercise;
  /** `content/exercises/lru-cache/` */
  readonly path: string;
  /** Files of code by name: `solution.py`, `cpython/solution.py`. */
  readonly code: Readonly<Record<string, string>>;
  /** What is given, by path below `given/`. */
  readonly given: Readonly<Record<string, string>>;
  /** Names of the answers that are known to be wrong. */
  readonly wrong: readonly string[];
  /** A text in a language, without frontmatter; `undefined` where the language lacks it. `root` is the main language. */
  readText(name: ExerciseText, locale: string): string | undefined;
}

/** Every exercise that can be published, in order. */
export function readExercises(files: ContentFiles, languages: Languages): ExerciseFolder[] {
  const steady = keepList(files);
  return readDataFiles(steady, languages)
    .filter((file): file is DataFile<'exercise'> => file.kind === 'exercise')
    .flatMap(({ data, path }) => (data === undefined || data.draft ? [] : [openFolder(steady, data, path)]))
    .sort(byOrder);
}

/** The language that `exercise.yaml` names, also where the rest of it does not fit. */
export function languageOf(yaml: unknown): ExerciseLanguage {
  return isRecord(yaml) && yaml.language === 'sql' ? 'sql' : 'python';
}

/** The same for where it runs. */
export function runsOf(yaml: unknown): ExercisePlace {
  return isRecord(yaml) && yaml.runs === 'cpython' ? 'cpython' : 'page';
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function openFolder(files: ContentFiles, exercise: Exercise, yaml: string): ExerciseFolder {
  const path = folderOf(yaml);
  const { starter, solution, tests, others, optional, wrong } = CODE_FILES[exercise.language];
  const names = listBelow(files, path);
  const wrongNames = names.filter((name) => wrong.test(name));
  const code = [starter, solution, tests, ...others, ...optional, ...wrongNames, ...CPYTHON_FILES].filter((name) =>
    names.includes(name),
  );
  const readAll = (paths: readonly string[], below = '') =>
    Object.fromEntries(paths.map((name) => [name.slice(below.length), files.read(path + name).text]));
  const given = exercise.runs === 'cpython' ? names.filter((name) => name.startsWith(GIVEN)).sort() : [];
  return {
    exercise,
    path,
    code: readAll(code),
    given: readAll(given, GIVEN),
    wrong: wrongNames,
    readText(name, locale) {
      const file = `${path}${name}${locale === 'root' ? '' : `.${locale}`}.md`;
      return files.has(file) ? bodyOf(files.read(file).text).trim() : undefined;
    },
  };
}

function byOrder(a: ExerciseFolder, b: ExerciseFolder): number {
  const orderOf = ({ exercise }: ExerciseFolder) => exercise.order ?? Number.MAX_SAFE_INTEGER;
  return orderOf(a) - orderOf(b) || a.path.localeCompare(b.path);
}
