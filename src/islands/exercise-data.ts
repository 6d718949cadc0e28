/** What the server wrote into the page of an exercise: its code as it stands in its files, and the words. */
import type { CodeLanguage } from '../browser/editor/editor.ts';
import type { GradeWords } from '../browser/runners/postgres/grade-words.ts';
import type { SqlExercise } from '../domain/sql-check.ts';

export interface CodeFile {
  readonly name: string;
  readonly code: string;
}

/** What the runner grades an answer in SQL by, and in which words. */
export interface SqlExerciseData {
  readonly exercise: SqlExercise;
  readonly words: GradeWords;
}

export interface ExerciseData {
  readonly id: string;
  /** Former ids. */
  readonly was: readonly string[];
  readonly language: CodeLanguage;
  /** Whether the solution is open from the start. */
  readonly isWorked: boolean;
  readonly starter: string;
  readonly solution: CodeFile;
  readonly tests: CodeFile;
  /** What else the code needs, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly sql: SqlExerciseData | undefined;
  /** Address of the folder as a zip. */
  readonly download: string;
  readonly words: Readonly<Record<string, string>>;
}

let data: ExerciseData | undefined;

export function readExerciseData(): ExerciseData {
  data ??= JSON.parse(document.getElementById('study-exercise')?.textContent ?? '{}') as ExerciseData;
  return data;
}

/** A word with its gaps filled in: `{total}`. */
export function sayExercise(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (readExerciseData().words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
