/** Reads `checks.yaml`: what an exercise in SQL demands, and where each entry stands. */
import type { SqlCheck, SqlExercise } from '../../domain/sql-check.ts';
import { type Validated, validate } from '../data/validate.ts';
import { readYaml, type YamlText } from '../data/yaml-text.ts';
import type { Languages, LocalizedText } from '../kinds/field.ts';
import { createSqlChecksSchema } from '../kinds/sql-check.ts';
import { CODE_FILES, type ExerciseFolder } from './folder.ts';

export interface SqlChecksFile extends Validated<readonly SqlCheck<LocalizedText>[]> {
  readonly yaml: YamlText;
}

export function readSqlChecks(text: string, languages: Languages): SqlChecksFile {
  const yaml = readYaml(text);
  return { yaml, ...validate(createSqlChecksSchema(languages), yaml) };
}

/** The checks with the titles of one language, or of the main one where it lacks them. */
function localizeChecks(checks: readonly SqlCheck<LocalizedText>[], language: string, main: string): SqlCheck[] {
  return checks.map((check) => ({ ...check, title: check.title[language] ?? check.title[main] ?? check.name }));
}

/**
 * What the runner grades by.
 * @throws {Error} when the checks do not fit; the content check has said so before
 */
export function readSqlExercise({ path, code }: ExerciseFolder, language: string, languages: Languages): SqlExercise {
  const { solution, tests, others, optional } = CODE_FILES.sql;
  const { data, problems } = readSqlChecks(code[tests] ?? '', languages);
  if (data === undefined) throw new Error(`${path}${tests}: ${problems.map(({ message }) => message).join(', ')}`);
  const [setup = '', variant = ''] = [...others, ...optional];
  return {
    setup: code[setup] ?? '',
    variant: code[variant],
    solution: code[solution] ?? '',
    checks: localizeChecks(data, language, languages.main),
  };
}
