/** `npm start` and `npm test` begin on a clean clone: nothing that they load at once may be an installed package. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const CLI = path.resolve(import.meta.dirname, '../../src/cli');
const IMPORT = /^(?:import|export)\s[^'"]*from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm;

/** Everything that a script loads before its first line runs. */
function findStaticImports(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, from, bare]) => {
    const name = from ?? bare ?? '';
    return name.startsWith('.') ? findStaticImports(path.resolve(path.dirname(file), name), seen) : [name];
  });
}

test.each(['start.mjs', 'test.mjs', 'build.mjs', 'astro.mjs', 'upgrade.mjs'])(
  '%s needs no package before it has installed them',
  (script) => {
    const packages = findStaticImports(path.join(CLI, script)).filter((name) => !name.startsWith('node:'));
    expect(packages).toEqual([]);
  },
);

test('the check follows imports', () => {
  expect(findStaticImports(path.join(CLI, 'start.mjs'))).toContain('node:crypto');
});
