/** Content that is data: roadmaps, exercises, projects, interviews and their questions, resources, synonyms, each against its schema. */
import type { z } from 'astro/zod';
import { type Validated, validate } from './data/validate.ts';
import { type DataPath, readYaml, type YamlText } from './data/yaml-text.ts';
import type { ContentFiles } from './files/content-files.ts';
import { createExerciseSchema, type Exercise } from './kinds/exercise.ts';
import type { Languages } from './kinds/field.ts';
import { createInterviewSchema, type Interview } from './kinds/interview.ts';
import { createProjectSchema, type Project } from './kinds/project.ts';
import { createQuestionsSchema, type QuestionEntry } from './kinds/question.ts';
import { createResourcesSchema, type Resource } from './kinds/resource.ts';
import { createRoadmapSchema, type Roadmap } from './kinds/roadmap.ts';
import { type SynonymGroup, synonymsSchema } from './kinds/synonyms.ts';

/** What each kind's file holds. */
export interface DataKinds {
  readonly roadmap: Roadmap;
  readonly exercise: Exercise;
  readonly project: Project;
  readonly interview: Interview;
  readonly question: readonly QuestionEntry[];
  readonly resource: readonly Resource[];
  readonly synonyms: readonly SynonymGroup[];
}
export type DataKind = keyof DataKinds;

export interface DataFile<K extends DataKind = DataKind> extends Validated<DataKinds[K]> {
  readonly path: string;
  readonly kind: K;
  readonly yaml: YamlText;
}

const PATHS: Readonly<Record<DataKind, RegExp>> = {
  roadmap: /^content\/roadmaps\/[^/]+\.yaml$/,
  exercise: /^content\/exercises\/[^/]+\/exercise\.yaml$/,
  project: /^content\/projects\/[^/]+\.yaml$/,
  interview: /^content\/interviews\/[^/]+\.yaml$/,
  question: /^content\/questions\/[^/]+\.yaml$/,
  resource: /^content\/resources\.yaml$/,
  synonyms: /^content\/search-synonyms\.yaml$/,
};

/** Every data file that can be read as text, by kind and path. */
export function readDataFiles(files: ContentFiles, languages: Languages): DataFile[] {
  const schemas = createSchemas(languages);
  const paths = files.list();
  return (Object.keys(PATHS) as DataKind[]).flatMap((kind) =>
    paths.filter((path) => PATHS[kind].test(path)).flatMap((path) => readDataFile(files, path, kind, schemas[kind])),
  );
}

function createSchemas(languages: Languages): { readonly [K in DataKind]: z.ZodType<DataKinds[K]> } {
  return {
    roadmap: createRoadmapSchema(languages),
    exercise: createExerciseSchema(languages),
    project: createProjectSchema(languages),
    interview: createInterviewSchema(languages),
    question: createQuestionsSchema(languages),
    resource: createResourcesSchema(languages),
    synonyms: synonymsSchema,
  };
}

function readDataFile(
  files: ContentFiles,
  path: string,
  kind: DataKind,
  schema: z.ZodType<DataKinds[DataKind]>,
): DataFile[] {
  const { text, problems } = files.read(path);
  if (problems.length > 0 || text.trim() === '') return [];
  const yaml = readYaml(text);
  return [{ path, kind, yaml, ...validate(schema, yaml) }];
}

/** A text of a data file with the keys that lead to it. */
export interface DataText {
  readonly text: string;
  readonly path: DataPath;
}

/** Every text below a key, a list's entries under the key of the list. Works on data that does not fit its schema too. */
export function listTexts(value: unknown, isWanted: (key: string) => boolean, path: DataPath = []): DataText[] {
  if (typeof value === 'string') {
    const key = path.findLast((step) => typeof step === 'string');
    return key !== undefined && isWanted(key) ? [{ text: value, path }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => listTexts(inner, isWanted, [...path, key]));
}
