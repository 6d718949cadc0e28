/**
 * What a project's file has beside it: a folder of its name, with a pack of tests that examine a result from outside. A
 * project without a folder is judged by its reader alone.
 *
 * The page, the download, the content check and the tests ask here which files a pack has.
 */
import { type DataFile, readDataFiles } from '../data-file.ts';
import { readTestFunctions, type TestFunction } from '../exercise/test-function.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { keepList, listBelow } from '../files/list-index.ts';
import { bodyOf } from '../frontmatter.ts';
import type { Languages } from '../kinds/field.ts';
import type { Project } from '../kinds/project.ts';
import { criterionOfTest } from './criterion-test.ts';

/** What is examined from outside; a reader builds against it. */
export const CONTRACT = 'contract.md';
/** How the tests reach what is examined. */
export const CONFTEST = 'conftest.py';
/** What the tests import, pinned. */
export const REQUIREMENTS = 'requirements.txt';

/** What a pack must hold besides its tests. */
export const PACK_FILES = [CONTRACT, CONFTEST, REQUIREMENTS] as const;

const TESTS = /^test_[a-z0-9_]+\.py$/;

export function isTestFile(name: string): boolean {
  return TESTS.test(name);
}

/** Whether something reads a file of the folder. */
export function isPackFile(name: string): boolean {
  return (PACK_FILES as readonly string[]).includes(name) || isTestFile(name);
}

/** The folder beside `content/projects/todo-api.yaml`: `content/projects/todo-api/`. */
export function packFolderOf(yaml: string): string {
  return `${yaml.replace(/\.yaml$/, '')}/`;
}

/** The tests that examine a project's result. */
export interface Pack {
  /** In Markdown. */
  readonly contract: string;
  /** Texts of the files by name, the contract left out. */
  readonly code: Readonly<Record<string, string>>;
  /** In the order of the files. */
  readonly tests: readonly TestFunction[];
}

export interface ProjectFolder {
  readonly project: Project;
  /** `content/projects/todo-api.yaml` */
  readonly path: string;
  readonly pack: Pack | undefined;
}

/** Every project that can be published, in order. */
export function readProjects(files: ContentFiles, languages: Languages): ProjectFolder[] {
  const steady = keepList(files);
  return readDataFiles(steady, languages)
    .filter((file): file is DataFile<'project'> => file.kind === 'project')
    .flatMap(({ data, path }) =>
      data === undefined || data.draft ? [] : [{ project: data, path, pack: readPack(steady, packFolderOf(path)) }],
    )
    .sort(byOrder);
}

/** The tests of a criterion; none where its reader is the judge. */
export function testsOf(pack: Pack | undefined, criterion: string): readonly TestFunction[] {
  return pack?.tests.filter(({ name }) => criterionOfTest(name) === criterion) ?? [];
}

function readPack(files: ContentFiles, folder: string): Pack | undefined {
  const names = listBelow(files, folder);
  const tests = names.filter(isTestFile);
  if (tests.length === 0) return undefined;
  const read = (name: string) => files.read(folder + name).text;
  const code = [CONFTEST, REQUIREMENTS, ...tests].filter((name) => names.includes(name));
  return {
    contract: names.includes(CONTRACT) ? bodyOf(read(CONTRACT)).trim() : '',
    code: Object.fromEntries(code.map((name) => [name, read(name)])),
    tests: tests.flatMap((name) => readTestFunctions(read(name))),
  };
}

function byOrder(a: ProjectFolder, b: ProjectFolder): number {
  const [first, second] = [a, b].map(({ project }) => project.order ?? Number.MAX_SAFE_INTEGER);
  return (first ?? 0) - (second ?? 0) || a.project.id.localeCompare(b.project.id);
}
