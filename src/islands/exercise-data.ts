/** What the server wrote into the page of an exercise: its code as it stands in its files, and the words. */
import type { CodeLanguage } from '../browser/editor/editor.ts';
import type { GradeWords } from '../browser/runners/postgres/grade-words.ts';
import { pickForm } from '../domain/plural.ts';
import type { SqlExercise } from '../domain/sql-check.ts';
import { fill, readDataOfPage } from './page-words.ts';

export interface CodeFile {
  readonly name: string;
  readonly code: string;
}

/** What the runner grades an answer in SQL by, and in which words. */
export interface SqlExerciseData {
  readonly exercise: SqlExercise;
  readonly words: GradeWords;
}

/** What the page of every exercise says. */
export interface ExercisePageData {
  readonly id: string;
  /** Former ids. */
  readonly was: readonly string[];
  /** Whether the solution is open from the start. */
  readonly isWorked: boolean;
  readonly words: Readonly<Record<string, string>>;
}

/** What the page of one says that runs in it. */
export interface ExerciseData extends ExercisePageData {
  readonly language: CodeLanguage;
  readonly starter: string;
  readonly solution: CodeFile;
  readonly tests: CodeFile;
  /** What else the code needs, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly sql: SqlExerciseData | undefined;
  /** Address of the folder as a zip. */
  readonly download: string;
}

let known: { readonly element: HTMLElement | null; readonly data: ExercisePageData } | undefined;

/**
 * An interview puts one exercise after the other into its page, so that what was read is that of an element.
 * @typeParam Data what the server wrote, by where the exercise runs
 */
export function readExerciseData<Data extends ExercisePageData = ExercisePageData>(): Data {
  const element = document.getElementById('study-exercise');
  if (known === undefined || known.element !== element) {
    known = { element, data: readDataOfPage<Data>('study-exercise') };
  }
  return known.data as Data;
}

/** A word with its gaps filled in: `{total}`. */
export function sayExercise(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (readExerciseData().words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** How many of the tests pass, at least one. */
export function sayPassed(passed: number, total: number): string {
  const name = passed === total ? 'allPassed' : 'somePassed';
  const sentence = pickForm(readExerciseData().words, name, total, document.documentElement.lang);
  return fill(sentence, { passed: String(passed), count: String(total) });
}
