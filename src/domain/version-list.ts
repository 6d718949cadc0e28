/** Versions in a row, for people. */

/**
 * A name is not said again where the version before has it too.
 * @param versions each a name and what follows it
 * @example joinVersions(['CPython 3.14.2 (Pyodide)', 'CPython 3.11.7', 'Redis 7.0']) // 'CPython 3.14.2 (Pyodide), 3.11.7, Redis 7.0'
 */
export function joinVersions(versions: readonly string[]): string {
  return versions
    .map((version, index) => {
      const name = nameOf(version);
      return name !== '' && name === nameOf(versions[index - 1] ?? '') ? version.slice(name.length) : version;
    })
    .join(', ');
}

/** All before the first number, with the space behind it; nothing where no number follows. */
function nameOf(version: string): string {
  return /^\D+\s(?=\d)/.exec(version)?.[0] ?? '';
}
