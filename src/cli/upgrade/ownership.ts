/**
 * Whose file is it? The one place that says what a fork owns, what the engine owns, and what both write.
 *
 * One correct answer → engine. Two sites may differ → owned. Both have something to say in one file → shared.
 * A path that ends in a slash is a folder with all that is in it. The longest path that fits a file counts, so that a
 * folder can have exceptions. `npm run upgrade` reads it; a test says when a tracked file stands in none of the lists.
 */
export const OWNERSHIP = {
  /** The fork's alone: an upgrade never reads, writes or deletes them. */
  owned: [
    'content/',
    'public/',
    'site.config.ts',
    'src/styles/theme.css',
    'README.md',
    'docs/screenshot.png',
    '.engine.json',
    // They prove our own content: reference programs of projects, queries that find our notes.
    'tests/python/projects/',
    'tests/search/',
  ],
  /** Written on both sides: merged. What a fork has deleted stays deleted. */
  shared: [
    'package.json',
    'package-lock.json',
    '.gitignore',
    'LICENSE',
    'compose.yaml',
    // Names, addresses and hosts in it are the fork's.
    'deploy/',
    // A new engine says new words, and a fork has words of its own.
    'content/i18n/',
    // The guide tells what the engine can do.
    'content/docs/authoring/',
    // The journeys walk through notes that a fork may not have.
    'tests/e2e/',
  ],
  /** The engine's: a fork needs no change here. Where it made one, it is merged. */
  engine: [
    'src/',
    'docs/',
    'tests/python/',
    'tests/sites/',
    'tests/unit/',
    '.ci/',
    '.github/',
    '.editorconfig',
    '.gitattributes',
    '.npmrc',
    '.nvmrc',
    '.prettierignore',
    '.prettierrc.json',
    'astro.config.mjs',
    'biome.jsonc',
    'content.config.ts',
    'ec.config.mjs',
    'knip.jsonc',
    'lefthook.yml',
    'playwright.config.ts',
    'tsconfig.json',
    'vitest.config.ts',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Owner = keyof typeof OWNERSHIP;

const RULES: readonly (readonly [path: string, owner: Owner])[] = [
  ...OWNERSHIP.owned.map((path) => [path, 'owned'] as const),
  ...OWNERSHIP.shared.map((path) => [path, 'shared'] as const),
  ...OWNERSHIP.engine.map((path) => [path, 'engine'] as const),
].sort(([a], [b]) => b.length - a.length);

/**
 * @param file path relative to the project, with slashes
 * @returns nothing for a file that no list names: it is the fork's own addition
 * @example findOwner('src/styles/theme.css') // 'owned', although src/ is the engine's
 */
export function findOwner(file: string): Owner | undefined {
  return RULES.find(([path]) => (path.endsWith('/') ? file.startsWith(path) : file === path))?.[1];
}
