/**
 * Extensions of PostgreSQL, each a file of its own that is fetched only for code that creates the extension. A database
 * must know them when it starts.
 */

/** The value names libraries that the server must load when it starts. */
const EXTENSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['btree_gin', []],
  ['btree_gist', []],
  ['pageinspect', []],
  ['pg_buffercache', []],
  ['pg_stat_statements', ['pg_stat_statements']],
  ['pg_trgm', []],
  ['pg_visibility', []],
]);

export const EXTENSION_NAMES: readonly string[] = [...EXTENSIONS.keys()];

/** The extensions that code creates and the site has, sorted. */
export function findExtensions(codes: readonly string[]): string[] {
  const created = codes.flatMap((code) =>
    [...code.matchAll(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?"?(\w+)/gi)].map(([, name = '']) =>
      name.toLowerCase(),
    ),
  );
  return EXTENSION_NAMES.filter((name) => created.includes(name));
}

/** What PGlite is told beside where the files are: parameters of the server's command line. */
export function preloadParameters(extensions: readonly string[]): string[] {
  const libraries = extensions.flatMap((name) => EXTENSIONS.get(name) ?? []);
  return libraries.length === 0 ? [] : ['-c', `shared_preload_libraries=${libraries.join(',')}`];
}
