/** Readers' progress hangs on the ids in `content/`: taking any of them away must make the check fail. */
import path from 'node:path';
import { expect, test } from 'vitest';
import ours from '../../site.config.ts';
import { checkContent } from '../../src/content/check/check-content.ts';
import { collectIds } from '../../src/content/check/content-ids.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { createMemoryFiles } from '../../src/content/files/memory-files.ts';
import { isError } from '../../src/content/problem.ts';

const files = openDiskFiles(path.resolve(import.meta.dirname, '../..'));
/** Where ids may be derived, nothing fails without them. */
const site = { ...ours, strictIds: true };
const options = { today: new Date() };
/** An id in frontmatter or data, of a card, or of a checklist item. */
const WRITTEN = /^(?:\s*(?:- )?\{?\s*)?(id: \S+?)(?=,|\s|$)|^(Id: .*)$|( \^[a-z0-9-]+)$/gm;

interface WrittenId {
  /** Line of the file, as an editor shows it. */
  readonly line: number;
  readonly at: number;
  readonly id: string;
}

function listIds(text: string, file: string): WrittenId[] {
  const fences = [...text.matchAll(/^(`{3,}|~{3,})[\s\S]*?^\1/gm)].map(({ index, 0: code }) => [
    index,
    index + code.length,
  ]);
  const isCode = (at: number) => !file.endsWith('.txt') && fences.some(([from = 0, to = 0]) => at > from && at < to);
  return [...text.matchAll(WRITTEN)]
    .filter(({ index }) => !isCode(index))
    .map((match) => {
      const id = (match[1] ?? match[2] ?? match[3] ?? '').trimEnd();
      const at = match.index + match[0].indexOf(id);
      return { line: text.slice(0, at).split('\n').length, at, id };
    });
}

/** Takes ids out of a text, each in its place. */
function cutOut(text: string, ids: readonly WrittenId[]): string {
  return ids.toReversed().reduce((rest, { at, id }) => rest.slice(0, at) + rest.slice(at + id.length), text);
}

/** Errors about ids in one file, with little around it, so that this stays fast as the content grows. */
function findIdErrors(file: string, text: string): string[] {
  // What an exercise demands is read with the other files of its folder.
  const folder = /^.*\/(?=checks\.yaml$)/.exec(file)?.[0];
  const others = folder === undefined ? [] : files.list().filter((other) => other.startsWith(folder));
  const around = Object.fromEntries(others.map((other) => [other, files.read(other).text]));
  const problems = checkContent(createMemoryFiles({ ...around, [file]: text }), site, options);
  return problems
    .filter((problem) => isError(problem) && problem.file === file && /^(item-)?id-|^key-missing/.test(problem.code))
    .map(({ line, code, message }) => `${line} ${code} ${message}`);
}

const written = files
  .list()
  .filter((file) => /\.(mdx?|txt|yaml)$/.test(file) && !file.startsWith('content/examples/'))
  // Names of an exercise's checks, as of functions in a test file: nothing that a reader keeps hangs on them.
  .filter((file) => !file.endsWith('/checks.yaml'))
  .map((file) => ({ file, ids: listIds(files.read(file).text, file) }))
  .filter(({ ids }) => ids.length > 0);

test('the content has no errors, and every id of it is found here', () => {
  expect(checkContent(files, site, options).filter(isError)).toEqual([]);
  const count = written.reduce((sum, { ids }) => sum + ids.length, 0);
  expect(count).toBeGreaterThanOrEqual(collectIds(files, site).size);
});

test.each(written)('$file without its ids fails for each', ({ file, ids }) => {
  const { text } = files.read(file);
  expect(findIdErrors(file, text)).toEqual([]);
  expect(findIdErrors(file, cutOut(text, ids))).toHaveLength(ids.length);
});
