/** The texts of an exercise and their translations: `instructions.md` beside `instructions.es.md`. */

import { readYaml } from './data/yaml-text.ts';
import type { ContentFiles } from './files/content-files.ts';
import { bodyOf, findFrontmatter } from './frontmatter.ts';
import { isRecord } from './page.ts';
import { hashText } from './section.ts';

/** What of an exercise is prose. */
const EXERCISE_TEXTS = ['instructions', 'hints', 'notes'] as const;
export type ExerciseText = (typeof EXERCISE_TEXTS)[number];

export interface ExerciseTranslation {
  readonly path: string;
  readonly original: string;
}

/** The translations of one exercise into one language, and the texts that have none. */
export function listTranslations(
  files: ContentFiles,
  folder: string,
  locale: string,
): { readonly translations: readonly ExerciseTranslation[]; readonly missing: readonly string[] } {
  const pairs = EXERCISE_TEXTS.map((name) => ({
    path: `${folder}${name}.${locale}.md`,
    original: `${folder}${name}.md`,
  })).filter(({ original }) => files.has(original));
  return {
    translations: pairs.filter(({ path }) => files.has(path)),
    missing: pairs.filter(({ path }) => !files.has(path)).map(({ path }) => path),
  };
}

/** What a translation notes of its original. */
export function hashExerciseText(files: ContentFiles, original: string): string {
  return hashText(bodyOf(files.read(original).text));
}

/** The hash that a translation notes; `undefined` where it notes nothing. */
export function readExerciseRecord(files: ContentFiles, path: string): string | undefined {
  const { value } = readYaml(findFrontmatter(files.read(path).text) ?? '');
  return isRecord(value) && value.translated !== undefined ? String(value.translated) : undefined;
}
