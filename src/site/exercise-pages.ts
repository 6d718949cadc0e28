/** The pages of the exercises, and their catalog, in every language. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { type ExerciseFolder, readExercises } from '../content/exercise/folder.ts';
import { isTranslated, writeExercisePage } from '../content/exercise/page.ts';
import { EXERCISES, exercisePath } from '../content/exercise/path.ts';
import type { Exercise } from '../content/kinds/exercise.ts';
import type { LocalizedText } from '../content/kinds/field.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { keep, keepByFolder, WORDS } from './keep.ts';
import { files } from './site-files.ts';

interface ExercisePage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  /** Place among its siblings. */
  readonly order: number;
  /** Whether it is found by search: only in the languages that it is written in. */
  readonly pagefind: boolean;
}

/** Every exercise that is published, in order. */
export const listExercises = keep(() => readExercises(files, languagesOf(site)));

const mapByPage = keep(() => new Map(listExercises().map((folder) => [exercisePath(folder.exercise.id), folder])));

const mapByNote = keep(() => {
  const notesOf = ({ notes }: Exercise) => new Set(notes.map((note) => note.split('#')[0] ?? ''));
  const pairs = listExercises().flatMap(({ exercise }) => [...notesOf(exercise)].map((note) => ({ note, exercise })));
  return Map.groupBy(pairs, ({ note }) => note);
});

/** The folder of the exercise that a page is about. */
export function findExerciseFolder(page: string): ExerciseFolder | undefined {
  return page.startsWith(`${EXERCISES}/`) ? mapByPage().get(page) : undefined;
}

/** The exercise that a page is about. */
export function findExercise(page: string): Exercise | undefined {
  return findExerciseFolder(page)?.exercise;
}

/** Whether a page shows the tasks in the main language, since its own lacks them. */
export function isUntranslated(page: string, locale: string | undefined): boolean {
  const folder = findExerciseFolder(page);
  return folder !== undefined && !isTranslated(folder, locale ?? 'root');
}

/** The exercises that practice what a page teaches. */
export function listExercisesOf(page: string): Exercise[] {
  return (mapByNote().get(page) ?? []).map(({ exercise }) => exercise);
}

/** A text of an exercise in a language, `undefined` for the main one. */
export function sayText(text: LocalizedText, locale: string | undefined): string {
  const { main } = languagesOf(site);
  return text[locale ?? main] ?? text[main] ?? '';
}

/** Address of an exercise's folder as a zip. */
export function downloadAddress(id: string): string {
  return `${site.base.replace(/\/$/, '')}/${exercisePath(id)}.zip`;
}

/** While somebody writes, only those that have changed are written again. */
const keepText = keepByFolder<GeneratedText>();

export function writeExercisePages(): ExercisePage[] {
  const exercises = listExercises();
  if (exercises.length === 0) return [];
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const { main } = languagesOf(site);
  return ['root', ...foldersOf(site)].flatMap((locale) => {
    const prefix = locale === 'root' ? '' : `${locale}/`;
    const t = words(new URL(`file://${root}/${DOCS}${prefix}${EXERCISES}.md`));
    const language = locale === 'root' ? main : locale;
    const description = t('study.exercises.description');
    return [
      {
        path: `${prefix}${EXERCISES}`,
        text: { title: t('study.exercises.title'), description, body: description },
        order: 0,
        pagefind: true,
      },
      ...exercises.map((folder, index) => ({
        path: `${prefix}${exercisePath(folder.exercise.id)}`,
        text: keepText(`${locale}/${folder.path}`, [folder.path, WORDS], () =>
          writeExercisePage(folder, {
            locale,
            language,
            main,
            languages: languagesOf(site),
            mainLang: main,
            t,
            download: downloadAddress(folder.exercise.id),
          }),
        ),
        order: index + 1,
        pagefind: isTranslated(folder, locale),
      })),
    ];
  });
}
