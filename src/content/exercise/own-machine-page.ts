/**
 * The part of an exercise's page where the reader works, for one that runs on their own machine: what to download, how to
 * run it, which files there are, and a place to say that all tests passed. `src/islands/own-machine.ts` shows that place.
 */
import type { Translate } from '../markdown/words.ts';
import { CODE_FILES, type ExerciseFolder } from './folder.ts';
import { escapeHtml, writeDetails, writeFence } from './html.ts';
import { INSTALL, listAddresses, START_SERVERS, TEST } from './own-machine.ts';

/** Languages of the highlighter by the ending of a file, where they are called otherwise. */
const LANGUAGES: Readonly<Record<string, string>> = {
  cfg: 'ini',
  htm: 'html',
  md: 'markdown',
  py: 'python',
  txt: 'text',
  yml: 'yaml',
};
const ENDINGS = ['css', 'csv', 'html', 'ini', 'js', 'json', 'proto', 'sh', 'sql', 'toml', 'yaml'];

export interface OwnMachineOptions {
  readonly t: Translate;
  /** Address of the folder as a zip. */
  readonly download: string;
  /** The list of what the tests demand, as HTML. */
  readonly checks: string;
}

export function writeOwnMachine({ exercise, code, given }: ExerciseFolder, options: OwnMachineOptions): string {
  const { t, download, checks } = options;
  const { starter, solution, tests } = CODE_FILES[exercise.language];
  const fold = (summary: string, name: string, text: string) =>
    writeDetails('class="study-work-tests" data-pagefind-ignore', summary, writeFence(languageOf(name), name, text));
  return [
    `## ${t('study.exercise.machine')}`,
    `<study-own-machine class="study-work" data-exercise="${exercise.id}">`,
    t('study.exercise.ownMachine'),
    `<p class="study-own-download not-content" data-pagefind-ignore><a href="${escapeHtml(download)}" download>${t('study.exercise.downloadZip')}</a></p>`,
    ...writeSteps(exercise, t),
    `### ${t('study.exercise.files')}`,
    `<div class="study-work-starter">\n\n${writeFence(exercise.language, solution, code[starter] ?? '')}\n\n</div>`,
    fold(`${t('study.exercise.testCode')}: <code>${tests}</code>`, tests, code[tests] ?? ''),
    ...Object.entries(given)
      .filter(([, text]) => text.trim() !== '')
      .map(([name, text]) => fold(`${t('study.exercise.given')}: <code>${escapeHtml(name)}</code>`, name, text)),
    ...(checks === '' ? [] : [checks]),
    writeClaim(t),
    '</study-own-machine>',
  ].join('\n\n');
}

/** Nothing is said of servers where the exercise takes none. */
function writeSteps(exercise: ExerciseFolder['exercise'], t: Translate): string[] {
  const shell = (commands: string) => writeFence('sh', '', commands);
  return [
    `### ${t('study.exercise.howToRun')}`,
    t('study.exercise.stepInstall'),
    shell(INSTALL),
    ...(exercise.services === undefined
      ? []
      : [
          t('study.exercise.stepServers'),
          shell(START_SERVERS),
          t('study.exercise.stepAddresses'),
          writeFence('text', '', listAddresses(exercise)),
        ]),
    t('study.exercise.stepTest'),
    shell(TEST),
  ];
}

/** For the script to show: without one nothing can be noted. */
function writeClaim(t: Translate): string {
  const button = (action: string, word: string) => `<button type="button" data-action="${action}">${word}</button>`;
  return [
    '<div class="study-own-claim not-content" data-pagefind-ignore hidden>',
    button('claim', t('study.exercise.claim')),
    `<p role="status"></p>`,
    button('withdraw', t('study.exercise.withdraw')),
    '</div>',
  ].join('\n');
}

function languageOf(name: string): string {
  const ending = name.split('.').at(-1) ?? '';
  return LANGUAGES[ending] ?? (ENDINGS.includes(ending) ? ending : 'text');
}
