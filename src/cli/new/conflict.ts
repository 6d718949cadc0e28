/** What stands against writing new files: what is there already, and what the content check would say of the result. */
import { checkContent } from '../../content/check/check-content.ts';
import { foldersOf } from '../../content/check/checked-site.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { DOCS, isPagePath } from '../../content/page.ts';
import { type Place, placeOf } from '../../content/place.ts';
import { formatProblem, isError, type Problem } from '../../content/problem.ts';
import type { Surroundings } from './create.ts';
import type { NewFiles } from './stub.ts';

/** Files that are there already, or that are pages of the same address under another name: `a/index.mdx` for `a.md`. */
export function findTaken({ files, site }: Surroundings, added: NewFiles): string[] {
  const locales = foldersOf(site);
  const addressOf = ({ locale, path }: Place) => `${locale} ${path}`;
  const pageAt = (path: string) => addressOf(placeOf(path.slice(DOCS.length), locales));
  const addresses = new Set(Object.keys(added).filter(isPagePath).map(pageAt));
  return files.list().filter((path) => path in added || (isPagePath(path) && addresses.has(pageAt(path))));
}

/** Errors that the content has with the new files and not without them, such as an id that another page has. */
export function findNewErrors({ files, site, today }: Surroundings, added: NewFiles): Problem[] {
  const findErrors = (all: ContentFiles) => checkContent(all, site, { today }).filter(isError);
  const known = new Set(findErrors(files).map(formatProblem));
  return findErrors(addFiles(files, added)).filter((problem) => !known.has(formatProblem(problem)));
}

function addFiles(files: ContentFiles, added: NewFiles): ContentFiles {
  const memory = createMemoryFiles(added);
  return {
    list: () => [...files.list(), ...memory.list()].sort(),
    has: (path) => memory.has(path) || files.has(path),
    read: (path) => (memory.has(path) ? memory : files).read(path),
  };
}
