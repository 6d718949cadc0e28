/**
 * An exercise as a page, in Markdown: its tasks, the code to begin with and what the tests demand, the hints of each task,
 * the solution with its notes. All of it is there without a script; `src/islands/exercise.ts` makes a workbench of it.
 */
import type { GeneratedText } from '../codes/error-page.ts';
import { parseDocument } from '../document.ts';
import type { ExerciseText } from '../exercise-text.ts';
import type { Languages, LocalizedText } from '../kinds/field.ts';
import { lowerHeadings } from '../lower-headings.ts';
import type { Translate } from '../markdown/words.ts';
import { CODE_FILES, CPYTHON_FILES, type ExerciseFolder } from './folder.ts';
import { escapeHtml, renderInline, writeDetails, writeFence } from './html.ts';
import { writeOwnMachine } from './own-machine-page.ts';
import { readSqlChecks } from './sql-checks.ts';
import { readHints, readTasks, type Task } from './task.ts';
import { readTestFunctions } from './test-function.ts';

export interface ExercisePageOptions {
  /** Folder of the language, `root` for the main one. */
  readonly locale: string;
  /** Key of the language in the texts of data, and of the main one. */
  readonly language: string;
  readonly main: string;
  readonly languages: Languages;
  /** Tag of the main language, for texts that this one lacks. */
  readonly mainLang: string;
  readonly t: Translate;
  /** Address of the folder as a zip. */
  readonly download: string;
}

/** Whether the tasks are there in a language; without them the page is the main language's with other words around it. */
export function isTranslated({ readText }: ExerciseFolder, locale: string): boolean {
  return readText('instructions', locale) !== undefined;
}

export function writeExercisePage(folder: ExerciseFolder, options: ExercisePageOptions): GeneratedText {
  const { exercise } = folder;
  const say = (text: LocalizedText) => text[options.language] ?? text[options.main] ?? '';
  const { tasks } = readTasks(parseDocument(readAny(folder, 'instructions', options).text, 'md'));
  return {
    title: say(exercise.title),
    description: say(exercise.description),
    body: [
      writeText(folder, 'instructions', options),
      writeWork(folder, tasks, options),
      writeHints(folder, tasks, options),
      writeSolution(folder, options),
    ].join('\n\n'),
  };
}

/** A text in the language, or in the main one. */
function readAny({ readText }: ExerciseFolder, name: ExerciseText, { locale }: ExercisePageOptions) {
  const own = readText(name, locale);
  return { text: own ?? readText(name, 'root') ?? '', isOwn: own !== undefined };
}

function writeText(folder: ExerciseFolder, name: ExerciseText, options: ExercisePageOptions): string {
  const { text, isOwn } = readAny(folder, name, options);
  return inLanguage(text, isOwn, options);
}

function inLanguage(text: string, isOwn: boolean, { mainLang }: ExercisePageOptions): string {
  return isOwn ? text : `<div lang="${mainLang}">\n\n${text}\n\n</div>`;
}

/** Where the reader works. The bar is for the script to show; without it the code is there to read and to copy. */
function writeWork(folder: ExerciseFolder, tasks: readonly Task[], options: ExercisePageOptions): string {
  const { exercise, code } = folder;
  const { t, download } = options;
  const { starter, solution, tests, others } = CODE_FILES[exercise.language];
  const checks = writeChecks(folder, tasks, options);
  if (exercise.runs === 'cpython') return writeOwnMachine(folder, { t, download, checks });
  return [
    `## ${t('study.exercise.code')}`,
    `<study-exercise class="study-work" data-exercise="${exercise.id}">`,
    `<div class="study-work-starter">\n\n${writeFence(exercise.language, solution, code[starter] ?? '')}\n\n</div>`,
    writeBar(t),
    ...others.map((name) =>
      writeDetails(
        'class="study-work-tests" data-pagefind-ignore',
        `<code>${name}</code>`,
        writeFence(exercise.language, name, code[name] ?? ''),
      ),
    ),
    ...(checks === '' ? [] : [checks]),
    writeDetails(
      'class="study-work-tests" data-pagefind-ignore',
      `${t('study.exercise.testCode')}: <code>${tests}</code>`,
      writeFence(exercise.language, tests, code[tests] ?? ''),
    ),
    `<p class="study-work-downloads not-content" data-pagefind-ignore><a href="${escapeHtml(download)}" download>${t('study.exercise.download')}</a></p>`,
    '</study-exercise>',
  ].join('\n\n');
}

function writeBar(t: Translate): string {
  const button = (action: string, word: string, attributes = '') =>
    `<button type="button" data-action="${action}"${attributes}>${word}</button>`;
  return [
    '<div class="study-work-bar not-content" data-pagefind-ignore>',
    '<div class="study-work-editor"></div>',
    '<div class="study-work-actions">',
    button(
      'test',
      t('study.exercise.test'),
      ` aria-keyshortcuts="Control+Enter Meta+Enter" title="${t('study.exercise.keys')}"`,
    ),
    button('run', t('study.run.run'), ` title="${t('study.exercise.runWhy')}"`),
    button('stop', t('study.run.stop'), ' hidden'),
    button('reset', t('study.run.reset'), ' hidden'),
    button('undo', t('study.run.undo'), ' hidden'),
    '<span class="study-work-said" role="status"></span>',
    '</div>',
    '</div>',
  ].join('\n');
}

/** What the tests demand, each with the way to its task. */
function writeChecks(folder: ExerciseFolder, tasks: readonly Task[], options: ExercisePageOptions): string {
  const { t } = options;
  const checks = listChecks(folder, options);
  if (checks.length === 0) return '';
  const items = checks.map(({ name, title, lang, task: number }) => {
    const task = tasks.find((other) => other.number === number);
    const link = task && `<a href="#${task.id}">${t('study.exercise.task', { number: task.number })}</a>`;
    const language = lang === undefined ? '' : ` lang="${lang}"`;
    return `<li data-test="${name}"><span class="study-check-state"></span><span class="study-check-title"${language}>${renderInline(title)}</span>${link ?? ''}</li>`;
  });
  return [
    `<div class="study-checks not-content" data-pagefind-ignore><h3>${t('study.exercise.checks')}</h3><ol>`,
    ...items,
    '</ol></div>',
  ].join('\n');
}

interface Check {
  readonly name: string;
  readonly title: string;
  /** `undefined` where it is the page's. */
  readonly lang: string | undefined;
  readonly task: number | undefined;
}

/** Tests in Python are in the main language, the titles of checks in SQL in the page's language. */
function listChecks({ exercise, code }: ExerciseFolder, options: ExercisePageOptions): Check[] {
  const { language, languages, mainLang } = options;
  const text = code[CODE_FILES[exercise.language].tests] ?? '';
  return exercise.language === 'python'
    ? readTestFunctions(text).map(({ name, title = name, task }) => ({ name, title, lang: mainLang, task }))
    : (readSqlChecks(text, languages).data ?? []).map(({ name, title, task }) => ({
        name,
        title: title[language] ?? title[languages.main] ?? name,
        lang: title[language] === undefined ? mainLang : undefined,
        task,
      }));
}

/** One fold a task; the script opens the hints in it one after the other. */
function writeHints(folder: ExerciseFolder, tasks: readonly Task[], options: ExercisePageOptions): string {
  const { t } = options;
  const { text, isOwn } = readAny(folder, 'hints', options);
  const byNumber = new Map(
    readHints(parseDocument(text, 'md')).map((list) => [Number.parseInt(list.heading, 10), list]),
  );
  const folds = tasks.map(({ number, heading }) => {
    const hints = byNumber.get(number)?.hints ?? [];
    const inner = hints.map((hint, index) =>
      writeDetails(
        `class="study-hint" data-hint="${index + 1}"`,
        t('study.exercise.hint', { number: index + 1, total: hints.length }),
        inLanguage(hint, isOwn, options),
      ),
    );
    return writeDetails(
      `class="study-hints" id="hints-${number}" data-task="${number}"`,
      renderInline(heading),
      inner.join('\n\n'),
    );
  });
  return [`## ${t('study.exercise.hints')}`, '<div class="study-help" data-pagefind-ignore>', ...folds, '</div>'].join(
    '\n\n',
  );
}

function writeSolution(folder: ExerciseFolder, options: ExercisePageOptions): string {
  const { exercise, code } = folder;
  const { t } = options;
  const { solution } = CODE_FILES[exercise.language];
  const { text, isOwn } = readAny(folder, 'notes', options);
  const [cpython] = CPYTHON_FILES;
  const body = [
    `<div class="study-solution-content">`,
    writeFence(exercise.language, solution, code[solution] ?? ''),
    inLanguage(lowerHeadings(text), isOwn, options),
    ...(code[cpython] === undefined
      ? []
      : [`### ${t('study.exercise.withPackages')}`, writeFence('python', cpython, code[cpython])]),
    '</div>',
  ].join('\n\n');
  return [
    `## ${t('study.exercise.solution')}`,
    writeDetails(
      `class="study-solution" data-pagefind-ignore${exercise.worked ? ' open data-worked' : ''}`,
      t('study.exercise.showSolution'),
      body,
    ),
  ].join('\n\n');
}
