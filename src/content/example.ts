/**
 * The files of `content/examples`: whole programs that a page shows, or lets its blocks import, by reference. A reference is
 * the path of a file below that folder, and behind `#` the name of a region of it.
 *
 * A region begins with a line `# region: name` and ends with `# endregion`; one may stand in another.
 */
import type { ContentFiles } from './files/content-files.ts';
import { createListIndex, listBelow } from './files/list-index.ts';

export const EXAMPLES = 'content/examples/';

/** `async-patterns/gather.py#both` */
export interface ExampleReference {
  /** Relative to `content/examples`. */
  readonly path: string;
  /** `undefined` for the whole file. */
  readonly region: string | undefined;
}

/** Lines of a file between two markers. */
interface Region {
  readonly name: string;
  /** Index of the first line behind the opening marker. */
  readonly start: number;
  /** Index of the closing marker; `undefined` where there is none. */
  readonly end: number | undefined;
}

const MARKER = /^\s*#\s*(?:region:\s*(\S+)|endregion\b.*)\s*$/;

export function parseReference(value: string): ExampleReference {
  const [path = '', region] = value.split('#', 2);
  return { path, region };
}

/** The file names that follow `with=`. */
export function listBeside(value: string): string[] {
  return value.split(',');
}

/** Python files that can be referred to, as references name them. */
export const listExamples: (files: ContentFiles) => readonly string[] = createListIndex((_paths, files) =>
  listBelow(files, EXAMPLES).filter((path) => path.endsWith('.py')),
);

/** Names of a file's regions, in their order. */
export function listRegions(source: string): string[] {
  return findRegions(source.split(/\r?\n/)).map(({ name }) => name);
}

/** Regions that never end, by their 1-based line. */
export function findOpenRegions(source: string): { readonly name: string; readonly line: number }[] {
  return findRegions(source.split(/\r?\n/)).flatMap(({ name, start, end }) =>
    end === undefined ? [{ name, line: start }] : [],
  );
}

/**
 * A file or one of its regions as a page shows it: without markers, a region without its indentation.
 * @returns `undefined` where there is no such region
 */
export function cutRegion(source: string, name?: string): string | undefined {
  const lines = source.split(/\r?\n/);
  const region = name === undefined ? { start: 0, end: lines.length } : findRegion(lines, name);
  if (region === undefined) return undefined;
  const shown = lines.slice(region.start, region.end ?? lines.length).filter((line) => !MARKER.test(line));
  const indents = shown.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return shown
    .map((line) => line.slice(indent))
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+|\s+$/g, '');
}

function findRegion(lines: readonly string[], name: string): Region | undefined {
  return findRegions(lines).find((region) => region.name === name);
}

function findRegions(lines: readonly string[]): Region[] {
  const regions: Region[] = [];
  const open: number[] = [];
  lines.forEach((line, index) => {
    const marker = MARKER.exec(line);
    if (marker === null) return;
    const [, name] = marker;
    if (name !== undefined) {
      open.push(regions.length);
      regions.push({ name, start: index + 1, end: undefined });
      return;
    }
    const last = open.pop();
    const region = last === undefined ? undefined : regions[last];
    if (last !== undefined && region !== undefined) regions[last] = { ...region, end: index };
  });
  return regions;
}
