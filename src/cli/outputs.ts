/**
 * Runs the Python blocks of notes and compares what they print with what the page shows.
 *
 * `npm run outputs` checks every note, `npm run outputs -- content/docs/area/note.md` one of them, and `--fix` writes
 * the real output into the page; samples, which depend on the machine, stay as they are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CodeBlock, getBlockMode, readPythonBlocks } from '../content/fence.ts';
import { listDocuments } from '../content/walk.ts';
import { findMissingNeeds, runOnCPython } from './execute/cpython.ts';
import { findMismatch, formatOutcome, normalizeOutput, type Outcome } from './execute/outcome.ts';
import { startPyodide } from './execute/pyodide.ts';
import { findPython } from './setup/python.mjs';

const words = process.argv.slice(2);
const isFixing = words.includes('--fix');
const named = words.filter((word) => !word.startsWith('--'));
const files = named.length > 0 ? named : listDocuments('content/docs');

const pyodide = await startPyodide();
const python = findPython();
let ran = 0;
let wrong = 0;

for (const file of files) {
  pyodide.startPage();
  const source = readFileSync(file, 'utf8');
  const fixes: { block: CodeBlock; outcome: Outcome }[] = [];
  for (const block of readPythonBlocks(source, file.endsWith('.mdx') ? 'mdx' : 'md')) {
    const outcome = execute(block);
    if (outcome === undefined) continue;
    ran += 1;
    const mismatch = findMismatch(block, outcome);
    const raisesAsSaid = (outcome.error?.type ?? undefined) === block.meta.values.get('raises');
    if (mismatch === undefined) continue;
    if (isFixing && raisesAsSaid) {
      fixes.push({ block, outcome });
      continue;
    }
    wrong += 1;
    console.error(`${path.relative('.', file)}:${block.line}  ${mismatch}\n`);
  }
  if (fixes.length > 0) writeFileSync(file, applyOutputs(source, fixes));
}
console.log(`${ran} blocks ran, ${wrong} differ from their page`);
process.exitCode = wrong > 0 ? 1 : 0;

function execute(block: CodeBlock): Outcome | undefined {
  const mode = getBlockMode(block);
  if (mode === 'run') return pyodide.run(block);
  if (mode !== 'cpython' || findMissingNeeds(block).length > 0) return undefined;
  if (python === undefined)
    throw new Error('No CPython 3.11 or newer was found: install one or set PYTHON to its path');
  return runOnCPython(python, block);
}

/**
 * Replaces or adds the output fences, from the last block to the first so that line numbers stay true. A fence in a
 * list is indented, and so is its output.
 */
function applyOutputs(source: string, fixes: { block: CodeBlock; outcome: Outcome }[]): string {
  const lines = source.split('\n');
  for (const { block, outcome } of fixes.toReversed()) {
    const indent = /^\s*/.exec(lines[block.line - 1] ?? '')?.[0] ?? '';
    const printed = formatOutcome(outcome)
      .trimEnd()
      .split('\n')
      .map((line) => indent + line);
    if (block.output !== undefined) {
      const length = block.output.endLine - block.output.line - 1;
      lines.splice(block.output.line, length, ...printed);
    } else if (normalizeOutput(formatOutcome(outcome)) !== '') {
      lines.splice(block.endLine, 0, '', `${indent}\`\`\`output`, ...printed, `${indent}\`\`\``);
    }
  }
  return lines.join('\n');
}
