/** A project and the folder beside it: its pack, the names of its tests, what they import, the links of its texts. */
import type { Code } from '../codes/table.ts';
import { type DataFile, type DataText, listTexts } from '../data-file.ts';
import { parseDocument, readDocument } from '../document.ts';
import { EXAMPLES } from '../example.ts';
import { readTestFunctions, type TestFunction } from '../exercise/test-function.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { listBelow } from '../files/list-index.ts';
import { resolveLink } from '../link.ts';
import { findNearest } from '../nearest.ts';
import { DOCS, isRecord } from '../page.ts';
import type { SiteShape } from '../place.ts';
import { type Position, type Problem, START } from '../problem.ts';
import { criterionOfTest, testNameOf } from '../project/criterion-test.ts';
import { CONTRACT, isPackFile, isTestFile, PACK_FILES, packFolderOf, REQUIREMENTS } from '../project/folder.ts';
import { projectPath } from '../project/path.ts';
import { readRequirements } from '../project/requirement.ts';

const FOLDER = /^content\/projects\/([^/]+)\//;
/** What the tests of the site run with. */
const INSTALLED = `${EXAMPLES}requirements.txt`;

/** Of a draft nothing is asked. */
export function checkProject(files: ContentFiles, { kind, path, yaml }: DataFile, shape: SiteShape): Problem[] {
  if (kind !== 'project' || (isRecord(yaml.value) && yaml.value.draft === true)) return [];
  const folder = packFolderOf(path);
  const names = listBelow(files, folder);
  const criteria = listTexts(yaml.value, (key) => key === 'id')
    .filter((id) => id.path[0] === 'criteria')
    .map(({ text }) => text);
  return [
    ...(names.length > 0 ? findMissing(folder, names) : []),
    ...names.filter((name) => !isPackFile(name)).map((name) => describeUnread(folder + name)),
    ...names.filter(isTestFile).flatMap((name) => checkTests(files, folder + name, criteria)),
    ...(names.includes(REQUIREMENTS) ? checkRequirements(files, folder + REQUIREMENTS) : []),
    ...(names.includes(CONTRACT) ? checkContractLinks(files, folder, shape) : []),
    ...checkTextLinks(files, { path, yaml }, shape),
  ];
}

/** Folders of packs that no project stands beside, so that nothing shows them. */
export function findLostPacks(files: ContentFiles): Problem[] {
  const first = new Map<string, string>();
  for (const path of files.list()) {
    const id = FOLDER.exec(path)?.[1];
    if (id !== undefined && !first.has(id)) first.set(id, path);
  }
  return [...first]
    .filter(([id]) => !files.has(`content/projects/${id}.yaml`))
    .map(([id, path]) => {
      const wanted = `content/projects/${id}.yaml`;
      const message = 'this folder belongs to no project, so nothing shows it';
      return at(path, START, 'project-file', message, `write ${wanted}, or name the folder like its project`);
    });
}

function findMissing(folder: string, names: readonly string[]): Problem[] {
  const missing = PACK_FILES.filter((name) => !names.includes(name));
  const [first = ''] = names;
  return [...missing, ...(names.some(isTestFile) ? [] : ['test_<what>.py'])].map((name) =>
    at(folder + first, START, 'project-file', `the pack has no ${name}`, `write ${folder}${name}`),
  );
}

function describeUnread(file: string): Problem {
  const hint = `a pack has ${PACK_FILES.join(', ')} and test_<what>.py`;
  return at(file, START, 'file-unread', 'nothing reads this file', hint);
}

function checkTests(files: ContentFiles, file: string, criteria: readonly string[]): Problem[] {
  return readTestFunctions(files.read(file).text).flatMap((test) => [
    ...findUnknownCriterion(file, test, criteria),
    ...(test.title === undefined ? [describeUntitled(file, test)] : []),
  ]);
}

function findUnknownCriterion(file: string, { name, line }: TestFunction, criteria: readonly string[]): Problem[] {
  const criterion = criterionOfTest(name);
  if (criterion !== undefined && criteria.includes(criterion)) return [];
  const message =
    criterion === undefined
      ? `${name} names no criterion`
      : `${name} examines the criterion "${criterion}", which is not there`;
  const near = findNearest(criterion ?? name.replace(/^test_/, '').replaceAll('_', '-'), criteria);
  const [known = 'accepts-a-title'] = near.length > 0 ? near : criteria;
  const hint = `name it after a criterion, two underscores, and what it demands: ${testNameOf(known)}…`;
  return [at(file, { line, column: 1 }, 'project-test-criterion', message, hint)];
}

function describeUntitled(file: string, { name, line }: TestFunction): Problem {
  const message = `${name} has no docstring, so readers see its name`;
  const hint = 'begin it with a line that says what is true when it passes: """A deleted item answers 404"""';
  return at(file, { line, column: 1 }, 'project-test-title', message, hint);
}

/** A pack is proved with the packages of the examples: with others a reader would run something that nobody has seen pass. */
function checkRequirements(files: ContentFiles, file: string): Problem[] {
  const installed = files.has(INSTALLED)
    ? new Map(readRequirements(files.read(INSTALLED).text).map(({ name, version }) => [name, version]))
    : undefined;
  return readRequirements(files.read(file).text).flatMap(({ name, version, line }) => {
    const wanted = installed?.get(name);
    const report = (message: string, hint: string) => [
      at(file, { line, column: 1 }, 'project-requirement', message, hint),
    ];
    if (version === undefined) return report(`${name} is not pinned`, `write ${name}==${wanted ?? '<version>'}`);
    if (installed === undefined || wanted === version) return [];
    return wanted === undefined
      ? report(`${INSTALLED} does not have ${name}`, 'add it to requirements.in there and make that file anew')
      : report(`${name} is ${version} here and ${wanted} in ${INSTALLED}`, `write ${name}==${wanted}`);
  });
}

function checkContractLinks(files: ContentFiles, folder: string, shape: SiteShape): Problem[] {
  const file = folder + CONTRACT;
  return readDocument(files.read(file)).links.flatMap((link) => {
    const resolution = resolveLink(files, pageOf(folder), link, shape);
    if (resolution.kind !== 'broken') return [];
    const { code, message, hint } = resolution;
    return [at(file, { line: link.line, column: link.column }, code, message, hint)];
  });
}

/** Links in the texts of the data lead from the project's page, which lies in no file. */
function checkTextLinks(files: ContentFiles, { path, yaml }: Pick<DataFile, 'path' | 'yaml'>, shape: SiteShape) {
  const linked = listTexts(yaml.value, () => true).filter(({ text }) => text.includes(']('));
  return linked.flatMap(({ text, path: keys }: DataText) => {
    return parseDocument(text, 'md').links.flatMap((link) => {
      const resolution = resolveLink(files, pageOf(packFolderOf(path)), link, shape);
      if (resolution.kind !== 'broken') return [];
      const { code, message, hint } = resolution;
      return [at(path, yaml.positionOf(keys), code, message, hint)];
    });
  });
}

function pageOf(folder: string): string {
  return `${DOCS}${projectPath(folder.split('/')[2] ?? '')}.md`;
}

function at(file: string, position: Position, code: Code, message: string, hint: string): Problem {
  return { file, ...position, code, message, hint };
}
