/** Content that is data: roadmaps, exercises, projects, interviews and their questions, resources, synonyms, each against its schema. */
import type { z } from 'astro/zod';
import { type Validated, validate } from './data/validate.ts';
import { type DataPath, readYaml, type YamlText } from './data/yaml-text.ts';
import type { ContentFiles, Source } from './files/content-files.ts';
import { createListIndex } from './files/list-index.ts';
import { createExerciseSchema, type Exercise } from './kinds/exercise.ts';
import type { Languages } from './kinds/field.ts';
import { createInterviewSchema, type Interview } from './kinds/interview.ts';
import { createProjectSchema, type Project } from './kinds/project.ts';
import { createQuestionsSchema, type QuestionEntry } from './kinds/question.ts';
import { createResourcesSchema, type Resource } from './kinds/resource.ts';
import { createRoadmapSchema, type Roadmap } from './kinds/roadmap.ts';
import { type SynonymGroup, synonymsSchema } from './kinds/synonyms.ts';
import { shareInProcess } from './share.ts';

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
  const schemas = schemasOf(languages);
  const paths = listDataPaths(files);
  return KINDS.flatMap((kind) => (paths.get(kind) ?? []).flatMap((path) => readDataFile(files, path, kind, schemas)));
}

const KINDS = Object.keys(PATHS) as DataKind[];

const listDataPaths = createListIndex((paths) =>
  Map.groupBy(paths, (path) => KINDS.find((kind) => PATHS[kind].test(path))),
);

const schemasByLanguages = new Map<string, Schemas>();

interface Schemas {
  /** What they are made for, as a text. */
  readonly languages: string;
  readonly of: { readonly [K in DataKind]: z.ZodType<DataKinds[K]> };
}

function schemasOf(languages: Languages): Schemas {
  const key = JSON.stringify(languages);
  const schemas = schemasByLanguages.get(key) ?? { languages: key, of: createSchemas(languages) };
  schemasByLanguages.set(key, schemas);
  return schemas;
}

function createSchemas(languages: Languages): Schemas['of'] {
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

function readDataFile(files: ContentFiles, path: string, kind: DataKind, schemas: Schemas): DataFile[] {
  const source = files.read(path);
  if (source.problems.length > 0 || source.text.trim() === '') return [];
  const known = kept.get(source);
  if (known?.languages === schemas.languages) return [known.file];
  const yaml = readYaml(source.text);
  const file: DataFile = { path, kind, yaml, ...validate<DataKinds[DataKind]>(schemas.of[kind], yaml) };
  kept.set(source, { languages: schemas.languages, file });
  return [file];
}

/** A file that has not changed is not read again. */
const kept = shareInProcess(
  'data-files',
  () => new WeakMap<Source, { readonly languages: string; readonly file: DataFile }>(),
);

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
