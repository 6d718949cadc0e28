/** The direction of imports: `domain ← content ← site`, `domain ← browser ← islands ← site`. See docs/ARCHITECTURE.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '../..');

/** What a folder of `src/` may import. A package is refused when it matches one of `refused`, each with its reason. */
interface Room {
  readonly rooms: readonly string[];
  readonly refused: readonly Refusal[];
}
type Refusal = readonly [packages: RegExp, reason: string];

const STARLIGHT: Refusal = [/^@astrojs\/starlight/, 'only src/site knows Starlight'];
const SERVER: readonly Refusal[] = [
  [/^node:/, 'it runs in the browser, where Node is not'],
  [
    /^(astro|@astrojs\/.*|astro:.*|virtual:.*|satteri)(\/|$)/,
    'it runs in the browser, where the site generator is not',
  ],
];
const PURE: readonly Refusal[] = [
  [/^node:/, 'src/domain is pure: no Node'],
  [/^(astro|@astrojs\/.*|astro:.*|virtual:.*|satteri)(\/|$)/, 'src/domain is pure: no site generator'],
  [/^(preact|@preact\/.*|nanostores|@nanostores\/.*)(\/|$)/, 'src/domain is pure: no interface library'],
  [/^(idb|pyodide|@codemirror\/.*|@electric-sql\/.*|sql\.js)(\/|$)/, 'src/domain is pure: no browser library'],
];

const ROOMS: Readonly<Record<string, Room>> = {
  domain: { rooms: ['domain'], refused: PURE },
  content: { rooms: ['domain', 'content'], refused: [STARLIGHT] },
  browser: { rooms: ['domain', 'browser'], refused: SERVER },
  islands: { rooms: ['domain', 'browser', 'islands'], refused: SERVER },
  site: { rooms: ['domain', 'content', 'browser', 'islands', 'styles', 'site'], refused: [] },
  cli: { rooms: ['domain', 'content', 'browser', 'site', 'cli'], refused: [STARLIGHT] },
};

const IMPORTS = [
  /^[ \t]*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm,
  /^(?![ \t]*(?:\/\/|\*)).*?\bimport\(\s*['"]([^'"\n]+)['"]/gm,
];

/** What a file imports, statically or not, types included. */
function readImports(source: string): string[] {
  return IMPORTS.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name));
}

/**
 * The imports of a file that its room forbids, each as a sentence.
 * @param file path relative to the project, `src/domain/tick.ts`
 */
function findViolations(file: string, source: string): string[] {
  const name = file.split('/')[1] ?? '';
  const room = ROOMS[name];
  if (room === undefined) return [`${file} stands in src/${name}, which is no room: see tests/unit/boundaries.test.ts`];
  return readImports(source).flatMap((imported) => {
    const reason = imported.startsWith('.')
      ? refuseFile(name, room, path.posix.join(path.posix.dirname(file), imported))
      : refusePackage(file, room, builtinModules.includes(imported) ? `node:${imported}` : imported);
    return reason === undefined ? [] : [`${file} imports "${imported}": ${reason}`];
  });
}

function refuseFile(name: string, room: Room, target: string): string | undefined {
  const [top, to = ''] = target.split('/');
  if (top !== 'src') return name === 'cli' ? undefined : `src/${name} imports nothing outside src but packages`;
  return room.rooms.includes(to)
    ? undefined
    : `src/${name} may import only ${room.rooms.map((other) => `src/${other}`).join(', ')}`;
}

/** The one module behind which a library stands that the room it is in must not know otherwise. */
const SOLE_IMPORTERS: Readonly<Record<string, string>> = { 'ts-fsrs': 'src/domain/review/scheduler.ts' };

/** Tests run in Node, whatever they test. */
function refusePackage(file: string, room: Room, name: string): string | undefined {
  const importer = SOLE_IMPORTERS[name];
  if (importer !== undefined) return file === importer ? undefined : `only ${importer} knows ${name}`;
  const isTest = /\.test\.ts$/.test(file);
  return room.refused.find(([packages]) => packages.test(name) && !(isTest && name.startsWith('node:')))?.[1];
}

function listSources(): string[] {
  return readdirSync(path.join(PROJECT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js|astro)$/.test(entry.name))
    .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

test('every import of src goes in the allowed direction', () => {
  const violations = listSources().flatMap((file) =>
    findViolations(file, readFileSync(path.join(PROJECT, file), 'utf8')),
  );
  expect(violations).toEqual([]);
});

describe('a violation names the file, the import and the rule', () => {
  test.each([
    ['src/domain/tick.ts', "import { link } from '../content/link.ts';", 'src/domain may import only src/domain'],
    ['src/domain/tick.ts', "import type { Stats } from 'node:fs';", 'src/domain is pure: no Node'],
    ['src/domain/tick.ts', "import fs from 'fs';", 'src/domain is pure: no Node'],
    ['src/domain/tick.ts', "import { z } from 'astro/zod';", 'src/domain is pure: no site generator'],
    ['src/domain/tick.ts', "import { atom } from 'nanostores';", 'src/domain is pure: no interface library'],
    ['src/domain/tick.ts', "import { fsrs } from 'ts-fsrs';", 'only src/domain/review/scheduler.ts knows ts-fsrs'],
    ['src/content/link.ts', "import '../site/library.ts';", 'src/content may import only src/domain, src/content'],
    ['src/content/link.ts', "import x from '@astrojs/starlight/schema';", 'only src/site knows Starlight'],
    [
      'src/browser/study.ts',
      "export { words } from '../content/words.ts';",
      'src/browser may import only src/domain, src/browser',
    ],
    [
      'src/browser/study.ts',
      "const x = await import('../islands/x.ts');",
      'src/browser may import only src/domain, src/browser',
    ],
    [
      'src/islands/x.ts',
      "import site from 'virtual:study/site';",
      'it runs in the browser, where the site generator is not',
    ],
    [
      'src/islands/x.ts',
      "import {\n  a,\n  b,\n} from '../site/x.ts';",
      'src/islands may import only src/domain, src/browser, src/islands',
    ],
    [
      'src/site/x.ts',
      "import { install } from '../cli/install.mjs';",
      'src/site may import only src/domain, src/content, src/browser',
    ],
    ['src/site/x.ts', "import site from '../../site.config.ts';", 'src/site imports nothing outside src but packages'],
    [
      'src/cli/x.ts',
      "import '../islands/checklist.ts';",
      'src/cli may import only src/domain, src/content, src/browser, src/site, src/cli',
    ],
  ])('%s: %s', (file, source, rule) => {
    const [violation, ...others] = findViolations(file, source);
    expect(others).toEqual([]);
    expect(violation).toContain(`${file} imports "`);
    expect(violation).toContain(rule);
  });

  test('a folder that nobody has described is no room', () => {
    expect(findViolations('src/utils/x.ts', '')).toEqual([
      'src/utils/x.ts stands in src/utils, which is no room: see tests/unit/boundaries.test.ts',
    ]);
  });
});

test.each([
  ['src/domain/tick.test.ts', "import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';"],
  [
    'src/site/components/X.astro',
    "---\nimport x from '../library.ts';\n---\n<script>\n  import '../../islands/x.ts';\n</script>",
  ],
  ['src/content/x.ts', "/**\n * import { a } from '../site/x.ts'\n * @example await import('../site/x.ts')\n */\n"],
  ['src/cli/x.ts', "import site from '../../site.config.ts';"],
])('%s may say %s', (file, source) => {
  expect(findViolations(file, source)).toEqual([]);
});
