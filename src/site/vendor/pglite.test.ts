import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describePglite, detachEngineFiles, listPgliteModules } from './pglite.ts';

test('every file of PGlite that is served exists', () => {
  const { files } = describePglite();
  expect(files.filter(({ from }) => !existsSync(from))).toEqual([]);
  expect(files.map(({ to }) => to)).toContain('pglite.wasm');
});

test('no module of PGlite names the engine’s files by its own address, so that no bundler adds them', () => {
  const code = listPgliteModules().map((file) => detachEngineFiles(readFileSync(file, 'utf8')));
  expect(code.length).toBeGreaterThan(3);
  expect(code.join('\n')).toContain('import.meta.url');
  expect(code.join('\n')).not.toMatch(/new URL\([^)]*\.(wasm|data)/);
});
