/** Fences that name files of `content/examples`, and the regions of those files. */
import {
  cutRegion,
  EXAMPLES,
  findOpenRegions,
  listBeside,
  listExamples,
  listRegions,
  parseReference,
} from '../example.ts';
import { type Fence, type FenceWord, isCode, placeOfWord } from '../fence.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { findNearest } from '../nearest.ts';
import type { Page } from '../page.ts';
import { type Problem, START } from '../problem.ts';

/** What a page's fences name must be there, and a fence that shows a file has no code of its own. */
export function checkExampleFences(files: ContentFiles, { file, document }: Page): Problem[] {
  return document.fences.filter(isCode).flatMap((fence) =>
    fence.meta.words.flatMap((word) => {
      const { name, value = '' } = word;
      if (value.trim() === '' || fence.lang !== 'python') return [];
      if (name === 'with') {
        return listBeside(value).flatMap((path) => findUnknown(files, file, { fence, word, path }));
      }
      return name === 'example' ? [...checkExample(files, file, fence, word), ...findBody(file, fence)] : [];
    }),
  );
}

/** Regions that begin in a program and never end. */
export function findOpenExamples(files: ContentFiles): Problem[] {
  return listExamples(files).flatMap((path) =>
    findOpenRegions(files.read(EXAMPLES + path).text).map(({ name, line }) => ({
      file: EXAMPLES + path,
      line,
      column: 1,
      code: 'example-region' as const,
      message: `the region "${name}" begins here and never ends`,
      hint: 'write # endregion behind its last line',
    })),
  );
}

function checkExample(files: ContentFiles, file: string, fence: Fence, word: FenceWord): Problem[] {
  const { path, region } = parseReference(word.value ?? '');
  const unknown = findUnknown(files, file, { fence, word, path });
  if (unknown.length > 0 || region === undefined) return unknown;
  const { text } = files.read(EXAMPLES + path);
  if (cutRegion(text, region) !== undefined) return [];
  const regions = listRegions(text);
  const near = findNearest(region, regions);
  const [known] = near.length > 0 ? near : regions;
  const hint =
    known === undefined
      ? `mark it there: a line # region: ${region || 'name'}, and # endregion behind its last line`
      : `did you mean example=${path}#${known}?`;
  const message = `${EXAMPLES}${path} has no region "${region}"`;
  return [{ file, ...placeOfWord(fence, word), code: 'example-region', message, hint }];
}

interface Named {
  readonly fence: Fence;
  readonly word: FenceWord;
  /** Relative to `content/examples`. */
  readonly path: string;
}

function findUnknown(files: ContentFiles, file: string, { fence, word, path }: Named): Problem[] {
  const known = listExamples(files);
  if (known.includes(path)) return [];
  const base = path.split('/').at(-1);
  const sameName = known.filter((other) => other.split('/').at(-1) === base);
  const [near] = sameName.length > 0 ? sameName : findNearest(path, known);
  const hint = near === undefined ? `write ${EXAMPLES}${path || 'shop/orders.py'}` : `did you mean ${near}?`;
  const message = `content/examples has no program "${path}"`;
  return [{ file, ...placeOfWord(fence, word), code: 'example-file', message, hint }];
}

function findBody(file: string, { code, line }: Fence): Problem[] {
  if (code.trim() === '') return [];
  const message = 'this fence shows a file, and has code of its own';
  const hint = 'leave it empty: the file is what readers see and what runs';
  return [{ file, ...START, line: line + 1, code: 'example-body', message, hint }];
}
