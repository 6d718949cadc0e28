/** What a codemod is: the renaming of an option, a key or a word that forks have written in files of their own. */

/**
 * The file `codemods/NNN-what-it-renames.ts` exports one as `codemod`. It is run once in each fork, by the first upgrade to
 * an engine that has it, in the order of the numbers. So a released one is never changed, renumbered or deleted, and
 * imports nothing that may change.
 */
export interface Codemod {
  /** Said to the fork's owner: "site.config.ts: the option `x` is called `y` now". */
  readonly title: string;
  /** Whether it has to see a file. @param file path relative to the project, with slashes */
  concerns(file: string): boolean;
  /** Must leave alone what it has changed already: `change(change(text)) === change(text)`. */
  change(text: string, file: string): string;
}

export interface CodemodResult {
  /** New texts by file, of those that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many files each one changed, by title; those that changed none are not in it. */
  readonly counts: ReadonlyMap<string, number>;
}

/** @param read gives the text of a file */
export function applyCodemods(
  codemods: readonly Codemod[],
  files: readonly string[],
  read: (file: string) => string,
): CodemodResult {
  const texts = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { title, concerns, change } of codemods) {
    for (const file of files.filter(concerns)) {
      const before = texts.get(file) ?? read(file);
      const after = change(before, file);
      if (after === before) continue;
      texts.set(file, after);
      counts.set(title, (counts.get(title) ?? 0) + 1);
    }
  }
  return { texts, counts };
}
