/** Every Python block of every page prints what the page shows. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { findMissingNeeds, runOnCPython } from '../../src/cli/execute/cpython.ts';
import { findMismatch } from '../../src/cli/execute/outcome.ts';
import { startPyodide } from '../../src/cli/execute/pyodide.ts';
import { findPython } from '../../src/cli/setup/python.mjs';
import { getBlockMode, readPythonBlocks } from '../../src/content/fence.ts';
import { listDocuments } from '../../src/content/walk.ts';

const pyodide = await startPyodide();

for (const file of listDocuments('content/docs')) {
  const blocks = readPythonBlocks(readFileSync(file, 'utf8'), file.endsWith('.mdx') ? 'mdx' : 'md');
  if (blocks.length === 0) continue;
  describe(file, () => {
    beforeAll(() => pyodide.startPage());
    for (const block of blocks) {
      const mode = getBlockMode(block);
      if (mode === 'run') {
        test(`${file}:${block.line} prints what is shown`, () => {
          expect(findMismatch(block, pyodide.run(block))).toBeUndefined();
        });
      } else if (mode === 'cpython') {
        test.skipIf(findMissingNeeds(block).length > 0)(`${file}:${block.line} prints what is shown on CPython`, () => {
          expect(findMismatch(block, runOnCPython(requirePython(), block))).toBeUndefined();
        });
      } else {
        test(`${file}:${block.line} says why it is not run`, () => {
          expect(block.meta.values.get('norun'), 'label the fence: run, cpython or norun="why"').toBeTruthy();
        });
      }
    }
  });
}

function requirePython(): string {
  const python = findPython();
  if (python === undefined) throw new Error('No CPython 3.11 or newer: install one, or set PYTHON to its path.');
  return python;
}
