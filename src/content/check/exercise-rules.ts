/** What the files of an exercise say of each other: tasks, hints, tests, wrong answers, and the links of its texts. */
import type { Code } from '../codes/table.ts';
import type { DataFile } from '../data-file.ts';
import { type Document, readDocument } from '../document.ts';
import { CODE_FILES, folderOf, GIVEN, isExerciseFile, languageOf, runsOf } from '../exercise/folder.ts';
import { exercisePath } from '../exercise/path.ts';
import { readSqlChecks, type SqlChecksFile } from '../exercise/sql-checks.ts';
import { readHints, readTasks, type Task } from '../exercise/task.ts';
import { readReason, readTestFunctions } from '../exercise/test-function.ts';
import type { ContentFiles, Source } from '../files/content-files.ts';
import { listBelow } from '../files/list-index.ts';
import { keepFor } from '../keep-for.ts';
import type { ExerciseLanguage } from '../kinds/exercise.ts';
import type { Languages } from '../kinds/field.ts';
import { resolveLink } from '../link.ts';
import { DOCS, isRecord } from '../page.ts';
import type { SiteShape } from '../place.ts';
import { type Position, type Problem, START } from '../problem.ts';
import { checkGiven, checkPackages } from './own-machine-rules.ts';
import { checkSql } from './sql-exercise-rules.ts';

const TEXT = /^(instructions|hints|notes)(?:\.([a-z-]+))?\.md$/;

/** Of a draft nothing is asked. */
export function checkExercise(
  files: ContentFiles,
  { kind, path, yaml }: DataFile,
  shape: SiteShape,
  languages: Languages,
): Problem[] {
  if (kind !== 'exercise' || (isRecord(yaml.value) && yaml.value.draft === true)) return [];
  const folder = folderOf(path);
  const language = languageOf(yaml.value);
  const runs = runsOf(yaml.value);
  const names = listBelow(files, folder);
  const texts = names.filter((name) => TEXT.test(name));
  const { tests, wrong } = CODE_FILES[language];
  const read = (name: string) => (files.has(folder + name) ? files.read(folder + name).text : undefined);
  const documentOf = (name: string) => readDocument(files.read(folder + name));
  const { tasks, unnumbered } = readTasks(documentOf('instructions.md'));
  return [
    ...names
      .filter((name) => !isExerciseFile(name, language, runs) && !name.startsWith(GIVEN))
      .map((name) => describeUnread(folder + name, language)),
    ...checkGiven(folder, names, runs),
    ...checkPackages(files, path, yaml),
    ...(files.has(`${folder}instructions.md`) ? findUnnumbered(`${folder}instructions.md`, tasks, unnumbered) : []),
    ...(files.has(`${folder}hints.md`) ? checkHints(`${folder}hints.md`, documentOf('hints.md'), tasks) : []),
    ...texts.flatMap((name) => checkTranslated(folder, name, documentOf(name), tasks)),
    ...(language === 'python'
      ? checkTests(folder + tests, read(tests), tasks)
      : checkSql({ folder, names, read, tasks, readChecks: () => readChecks(files.read(folder + tests), languages) })),
    ...checkWrongAnswers(
      path,
      names.filter((name) => wrong.test(name)),
      (name) => read(name) ?? '',
      language,
    ),
    ...texts.flatMap((name) => checkTextLinks(files, folder, name, shape)),
  ];
}

const keepChecks = keepFor<Source, SqlChecksFile>();

/** A file that has not changed is not read again. */
function readChecks(source: Source, languages: Languages): SqlChecksFile {
  return keepChecks(source, JSON.stringify(languages), () => readSqlChecks(source.text, languages));
}

function describeUnread(file: string, language: string): Problem {
  const hint = `a file of an exercise in ${language} is named as the guide says: wrong_<name>, hints.<language>.md and so on`;
  return at(file, START, 'file-unread', 'nothing reads this file', hint);
}

function findUnnumbered(file: string, tasks: readonly Task[], unnumbered: readonly Task[]): Problem[] {
  const hint = 'number the tasks from 1 on: ## 1. Store and find';
  if (tasks.length === 0) return [at(file, START, 'exercise-task', 'the instructions have no numbered task', hint)];
  return [
    ...unnumbered.map(({ line, heading }) =>
      at(file, { line, column: 1 }, 'exercise-task', `the heading "${heading}" has no number`, hint),
    ),
    ...tasks
      .filter(({ number }, index) => number !== index + 1)
      .map(({ line, number }) =>
        at(file, { line, column: 1 }, 'exercise-task', `task ${number} stands in place ${placeOf(tasks, line)}`, hint),
      ),
  ];
}

function placeOf(tasks: readonly Task[], line: number): number {
  return tasks.findIndex((task) => task.line === line) + 1;
}

function checkHints(file: string, document: Document, tasks: readonly Task[]): Problem[] {
  if (tasks.length === 0) return [];
  const lists = readHints(document);
  const headings = tasks.map(({ heading }) => heading);
  const given = lists.map(({ heading }) => heading);
  return [
    ...lists
      .filter(({ heading }) => !headings.includes(heading))
      .map(({ heading, line }) =>
        at(
          file,
          { line, column: 1 },
          'exercise-hint',
          `no task has the heading "${heading}"`,
          `write that of a task, word for word: ${headings.join(', ')}`,
        ),
      ),
    ...lists
      .filter(({ hints, heading }) => hints.length === 0 && headings.includes(heading))
      .map(({ heading, line }) =>
        at(file, { line, column: 1 }, 'exercise-hint', `"${heading}" has no hint`, 'write a list below it: - What …?'),
      ),
    ...headings
      .filter((heading) => !given.includes(heading))
      .map((heading) =>
        at(
          file,
          START,
          'exercise-hint',
          `the task "${heading}" has no hints`,
          `write ## ${heading} and a list below it`,
        ),
      ),
  ];
}

/** The headings of a translation are other words; the numbers tie them to the tasks. */
function checkTranslated(folder: string, name: string, document: Document, tasks: readonly Task[]): Problem[] {
  const [, kind, locale] = TEXT.exec(name) ?? [];
  if (locale === undefined || kind === 'notes' || tasks.length === 0) return [];
  const wanted = tasks.map(({ number }) => number).join(', ');
  const found = readTasks(document)
    .tasks.map(({ number }) => number)
    .join(', ');
  if (found === wanted) return [];
  const code = kind === 'hints' ? 'exercise-hint' : 'exercise-task';
  const message = `the translation has the tasks ${found || 'of no number'}, and the original has ${wanted}`;
  return [at(folder + name, START, code, message, 'give its headings the numbers of the original')];
}

function checkTests(file: string, text: string | undefined, tasks: readonly Task[]): Problem[] {
  if (text === undefined || text.trim() === '' || tasks.length === 0) return [];
  const tests = readTestFunctions(text);
  const numbers = tasks.map(({ number }) => number);
  return [
    ...tests
      .filter(({ title }) => title === undefined)
      .map(({ name, line }) =>
        at(
          file,
          { line, column: 1 },
          'exercise-test-title',
          `${name} has no docstring, so readers see its name`,
          'begin it with a line that says what a right solution does: """Never more than five at once"""',
        ),
      ),
    ...tests
      .filter(({ task }) => task === undefined || !numbers.includes(task))
      .map(({ name, line, task }) =>
        at(
          file,
          { line, column: 1 },
          'exercise-test-task',
          task === undefined ? `${name} says no task` : `${name} belongs to task ${task}, which is not there`,
          `name it after one of the tasks: test_<${numbers.join(' | ')}>_…`,
        ),
      ),
    ...tasks
      .filter(({ number }) => !tests.some(({ task }) => task === number))
      .map(({ number, heading }) =>
        at(
          file,
          START,
          'exercise-test-task',
          `no test belongs to the task "${heading}"`,
          `write one, def test_${number}_…, or take the task out`,
        ),
      ),
  ];
}

function checkWrongAnswers(
  yaml: string,
  names: readonly string[],
  read: (name: string) => string,
  language: ExerciseLanguage,
): Problem[] {
  if (names.length === 0) {
    const hint = `write wrong_<name>.${language === 'sql' ? 'sql' : 'py'} with a mistake that people make`;
    return [at(yaml, START, 'exercise-wrong', 'no wrong answer shows that the tests catch one', hint)];
  }
  const message = 'this wrong answer does not say what is wrong with it';
  const hint = `begin it with a ${language === 'sql' ? 'comment' : 'docstring'} of one sentence`;
  return names
    .filter((name) => readReason(read(name), language) === undefined)
    .map((name) => at(folderOf(yaml) + name, START, 'exercise-wrong-reason', message, hint));
}

/** Links of a text lead from the exercise's page, which lies in no file. */
function checkTextLinks(files: ContentFiles, folder: string, name: string, shape: SiteShape): Problem[] {
  const locale = TEXT.exec(name)?.[2];
  const id = folder.split('/')[2] ?? '';
  const page = `${DOCS}${locale === undefined ? '' : `${locale}/`}${exercisePath(id)}.md`;
  return readDocument(files.read(folder + name)).links.flatMap((link) => {
    const resolution = resolveLink(files, page, link, shape);
    if (resolution.kind !== 'broken') return [];
    const { code, message, hint } = resolution;
    return [at(folder + name, { line: link.line, column: link.column }, code, message, hint)];
  });
}

function at(file: string, position: Position, code: Code, message: string, hint: string): Problem {
  return { file, ...position, code, message, hint };
}
