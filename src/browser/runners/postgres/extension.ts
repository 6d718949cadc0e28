/**
 * Extensions of PostgreSQL, each a file of its own that is fetched only for code that creates the extension. A database
 * must know them when it starts.
 */

/** The value names libraries that the server must load when it starts. */
export const EXTENSION_LIBRARIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['btree_gin', []],
  ['btree_gist', []],
  ['pageinspect', []],
  ['pg_buffercache', []],
  ['pg_stat_statements', ['pg_stat_statements']],
  ['pg_trgm', []],
  ['pg_visibility', []],
]);

export const EXTENSION_NAMES: readonly string[] = [...EXTENSION_LIBRARIES.keys()];

/** The extensions that code creates and the site has, sorted. */
export function findExtensions(codes: readonly string[]): string[] {
  const created = codes.flatMap((code) => findCreated('extension', code));
  return EXTENSION_NAMES.filter((name) => created.includes(name));
}

/**
 * Names that code creates, in lower case.
 * @param kind what stands behind `create`, as a pattern: `role|user`
 */
export function findCreated(kind: string, code: string): string[] {
  const pattern = new RegExp(`\\bcreate\\s+(?:${kind})\\s+(?:if\\s+not\\s+exists\\s+)?"?(\\w+)`, 'gi');
  return [...code.matchAll(pattern)].map(([, name = '']) => name.toLowerCase());
}

/** What PGlite is told beside where the files are: parameters of the server's command line. */
export function preloadParameters(extensions: readonly string[]): string[] {
  const libraries = extensions.flatMap((name) => EXTENSION_LIBRARIES.get(name) ?? []);
  return libraries.length === 0 ? [] : ['-c', `shared_preload_libraries=${libraries.join(',')}`];
}
