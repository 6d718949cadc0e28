/** Ids that were published: readers may have data under them, so that none may be gone without a word. */

import { type DataPath, readYaml } from '../data/yaml-text.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { findNearest } from '../nearest.ts';
import { isPagePath, readPage } from '../page.ts';
import { type Problem, START } from '../problem.ts';
import { type CheckedSite, foldersOf } from './checked-site.ts';
import { collectIds } from './content-ids.ts';

/** What the last release held. */
export interface ReleasedIds {
  /** Its name, such as `v1.2.0`. */
  readonly tag: string;
  /** Files by the keys of the ids that they held. */
  readonly ids: ReadonlyMap<string, string>;
}

/** A list of keys that were taken away on purpose. */
const RETIRED = 'content/retired.yaml';
const KEY = /^[a-z]+:\S+$/;

export function checkReleased(files: ContentFiles, site: CheckedSite, { tag, ids }: ReleasedIds): Problem[] {
  const present = collectIds(files, site);
  const { retired } = readRetired(files);
  const locales = foldersOf(site);
  const isListed = (key: string, keys: ReadonlySet<string>) => keys.has(key) || keys.has(ownerOf(key));
  const vanished = new Map(
    [...ids].filter(
      ([key, file]) => !present.has(key) && !isListed(key, retired) && !isUnreadable(files, file, locales),
    ),
  );
  const gone = new Set(vanished.keys());
  return [...vanished]
    .filter(([key]) => ownerOf(key) === key || !gone.has(ownerOf(key)))
    .map(([key, file]): Problem => {
      const added = [...present.keys()].filter((other) => kindOf(other) === kindOf(key) && !ids.has(other));
      const nearest = findRenamed(key, added);
      const renamed = nearest === undefined ? 'if it has another id now' : `if it is "${nearest}" now`;
      const hint = `${renamed}, ${sayFormer(key, nearest)}; if it is gone for good, add \`- "${key}"\` to ${RETIRED}`;
      const message = `"${key}" was published in ${tag} and is gone, with all that readers keep under it`;
      return { file, ...START, code: 'id-vanished', message, hint };
    });
}

/** `item` of `item:area/note#do-it`. */
function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** A thing that is retired takes its parts with it: `item:a/gil#explain` belongs to `page:a/gil`. */
function ownerOf(key: string): string {
  return key.replace(/^item:/, 'page:').replace(/#.*$/, '');
}

/** What an id was renamed to, probably: a part within its whole, or moved as it is to another. */
function findRenamed(key: string, added: readonly string[]): string | undefined {
  const isPart = ownerOf(key) !== key;
  const possible = added.filter((other) => !isPart || ownerOf(other) === ownerOf(key) || nameOf(other) === nameOf(key));
  const [name] = findNearest(nameOf(key), possible.map(nameOf));
  return possible.find((other) => nameOf(other) === name);
}

/** `do-it` of `item:area/note#do-it`, `note` of `page:area/note`: the rest would make all look alike. */
function nameOf(key: string): string {
  return key.split(/[#/:]/).at(-1) ?? key;
}

/** How to say what an id was before, in its kind of file. */
function sayFormer(key: string, nearest: string | undefined): string {
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('card:')) return `add the line \`Was: ${id}\` to its card`;
  if (key.startsWith('question:')) return `add \`was: [${nameOf(key)}]\` beside its id`;
  if (!key.startsWith('item:')) return `add \`was: [${id.split('#').at(-1)}]\` beside its id`;
  const [page, item] = id.split('#');
  const [, newPage = page, newItem = 'its-id-now'] = /^item:(.*)#(.*)$/.exec(nearest ?? '') ?? [];
  const former = newPage === page ? item : `"${id}"`;
  return `add \`wasItems: { ${newItem}: [${former}] }\` to the frontmatter of its page`;
}

/** What stood in a file that cannot be read now may be there still; the file has its own problem. */
function isUnreadable(files: ContentFiles, file: string, locales: readonly string[]): boolean {
  if (!files.has(file)) return false;
  const { text, problems } = files.read(file);
  if (problems.length > 0 || text.trim() === '') return true;
  if (!isPagePath(file)) return file.endsWith('.yaml') && readYaml(text).problems.length > 0;
  const { yaml, document } = readPage(files, file, locales);
  return yaml.problems.length > 0 || document.syntaxProblem !== undefined;
}

/** Problems of the list of retired ids. */
export function checkRetired(files: ContentFiles): Problem[] {
  return readRetired(files).problems;
}

function readRetired(files: ContentFiles): { retired: ReadonlySet<string>; problems: Problem[] } {
  const yaml = readYaml(files.has(RETIRED) ? files.read(RETIRED).text : '');
  const entries = Array.isArray(yaml.value) ? yaml.value : [];
  const invalid = (path: DataPath, message: string): Problem => {
    const hint = 'write one key a line, as the check named it: - "item:area/note#do-it"';
    return { file: RETIRED, ...yaml.positionOf(path), code: 'value-invalid', message, hint };
  };
  return {
    retired: new Set(entries.filter((entry) => typeof entry === 'string')),
    problems: [
      ...yaml.problems.map((problem) => ({ file: RETIRED, ...problem })),
      ...(Array.isArray(yaml.value ?? []) ? [] : [invalid([], 'this is not a list')]),
      ...entries.flatMap((entry, index) =>
        typeof entry === 'string' && KEY.test(entry)
          ? []
          : [invalid([index], `entry ${index + 1} is not the key of an id`)],
      ),
    ],
  };
}
