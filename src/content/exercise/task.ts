/** The numbered tasks of an exercise's instructions, and the hints that stand below the same headings. */
import type { Document } from '../document.ts';

export interface Task {
  /** The number it has in its heading, from 1. */
  readonly number: number;
  /** The heading as written: `1. Store and find`. */
  readonly heading: string;
  /** Id of the heading on the page. */
  readonly id: string;
  /** 1-based line of the file. */
  readonly line: number;
}

/** A heading of the hints and its list, as Markdown. */
export interface HintList {
  readonly heading: string;
  readonly line: number;
  readonly hints: readonly string[];
}

const NUMBERED = /^(\d+)\.\s+\S/;

/** The tasks, and the headings of the same depth that have no number. */
export function readTasks(document: Document): {
  readonly tasks: readonly Task[];
  readonly unnumbered: readonly Task[];
} {
  const headings = readHeadings(document).map(({ id, line, heading }): Task => {
    return { number: Number(NUMBERED.exec(heading)?.[1] ?? 0), heading, id, line };
  });
  return {
    tasks: headings.filter(({ number }) => number > 0),
    unnumbered: headings.filter(({ number }) => number === 0),
  };
}

/** The hints below each heading, in order. */
export function readHints(document: Document): HintList[] {
  const { lines } = document;
  const headings = readHeadings(document);
  return headings.map(({ heading, line }, index) => ({
    heading,
    line,
    hints: splitList(lines.slice(line, (headings[index + 1]?.line ?? lines.length + 1) - 1)),
  }));
}

function readHeadings({
  headings,
  lines,
}: Document): { readonly id: string; readonly line: number; readonly heading: string }[] {
  return headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, line }) => ({ id, line, heading: (lines[line - 1] ?? '').replace(/^#+\s+/, '').trim() }));
}

/** The entries of the list at the margin; what is indented below an entry belongs to it. */
function splitList(lines: readonly string[]): string[] {
  const entries: string[][] = [];
  for (const line of lines) {
    if (/^[-*] /.test(line)) entries.push([line.slice(2)]);
    else if (/^\s|^$/.test(line)) entries.at(-1)?.push(line.replace(/^ {1,2}/, ''));
    else if (entries.length > 0) entries.at(-1)?.push(line);
  }
  return entries.map((entry) => entry.join('\n').trim());
}
