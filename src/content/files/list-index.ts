/** What is looked up among all files, made once for a list of them. */
import type { ContentFiles } from './content-files.ts';

/**
 * An index that is made anew only for another list: a build has one, and asks it for each link of each page.
 * @param make of the files, whose list is the one given
 */
export function createListIndex<T>(
  make: (paths: readonly string[], files: ContentFiles) => T,
): (files: ContentFiles) => T {
  const made = new WeakMap<readonly string[], T>();
  return (files) => {
    const paths = files.list();
    const index = made.get(paths) ?? make(paths, files);
    made.set(paths, index);
    return index;
  };
}

/** Files that are listed once, not once by each who asks. */
export function keepList(files: ContentFiles): ContentFiles {
  const paths = files.list();
  return { list: () => paths, has: (path) => files.has(path), read: (path) => files.read(path) };
}

/** Names of the files below a folder, relative to it. @param folder with a slash at its end */
export function listBelow(files: ContentFiles, folder: string): readonly string[] {
  return byFolder(files).get(folder) ?? [];
}

/** By each folder that a file lies below. */
const byFolder = createListIndex((paths) => {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end + 1);
      const names = folders.get(folder) ?? [];
      names.push(path.slice(end + 1));
      folders.set(folder, names);
    }
  }
  return folders;
});
