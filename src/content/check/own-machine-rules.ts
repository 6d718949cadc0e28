/** Exercises that run on the reader's own machine: what is given must fit into the download, packages are those of the tests. */
import type { YamlText } from '../data/yaml-text.ts';
import { GIVEN } from '../exercise/folder.ts';
import { DOWNLOAD_FILES } from '../exercise/own-machine.ts';
import type { ContentFiles, Source } from '../files/content-files.ts';
import { keepFor } from '../keep-for.ts';
import type { ExercisePlace } from '../kinds/exercise.ts';
import { isRecord } from '../page.ts';
import { type Problem, START } from '../problem.ts';
import { readRequirements } from '../project/requirement.ts';

/** What the tests of examples and exercises run with. */
const REQUIREMENTS = 'content/examples/requirements.txt';

/** @param names paths below the folder of the exercise */
export function checkGiven(folder: string, names: readonly string[], runs: ExercisePlace): Problem[] {
  return names
    .filter((name) => name.startsWith(GIVEN))
    .flatMap((name) => {
      const refused = refuseGiven(name.slice(GIVEN.length), runs);
      return refused === undefined ? [] : [{ file: folder + name, ...START, code: 'exercise-given', ...refused }];
    });
}

function refuseGiven(name: string, runs: ExercisePlace): { message: string; hint: string } | undefined {
  if (runs === 'page') {
    const hint = 'write runs: cpython in exercise.yaml, or take the folder away';
    return { message: 'an exercise that runs in the page gives no files', hint };
  }
  if (DOWNLOAD_FILES.includes(name)) {
    return { message: `the download has a ${name} of its own`, hint: 'give the file another name' };
  }
  if (/(^|\/)test_[^/]*\.py$|_test\.py$/.test(name)) {
    return { message: 'pytest takes this file for tests of the answer', hint: 'give it a name without test_' };
  }
  return undefined;
}

/** Without a list of what the tests take, a site's exercises name what they like. */
export function checkPackages(files: ContentFiles, path: string, yaml: YamlText): Problem[] {
  if (!files.has(REQUIREMENTS) || !isRecord(yaml.value) || !Array.isArray(yaml.value.packages)) return [];
  const known = readVersions(files.read(REQUIREMENTS));
  return yaml.value.packages.flatMap((text: unknown, index): Problem[] => {
    const [named] = typeof text === 'string' ? readRequirements(text) : [];
    if (named?.version === undefined || known.get(named.name) === named.version) return [];
    const version = known.get(named.name);
    const message =
      version === undefined
        ? `${named.name} is not in ${REQUIREMENTS}`
        : `${named.name} is ${named.version} here, and the tests run with ${version}`;
    const hint = version === undefined ? 'add it to requirements.in, and make the list of it' : `write ==${version}`;
    return [{ file: path, ...yaml.positionOf(['packages', index]), code: 'exercise-package', message, hint }];
  });
}

const keepVersions = keepFor<Source, ReadonlyMap<string, string | undefined>>();

/** By package; a list with all hashes has thousands of lines, and every exercise asks. */
function readVersions(source: Source): ReadonlyMap<string, string | undefined> {
  return keepVersions(source, '', () => {
    return new Map(readRequirements(source.text).map(({ name, version }) => [name, version]));
  });
}
