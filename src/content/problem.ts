/** Something wrong with the content: where it is, what it is, how to mend it. */
import type { Severity } from './codes/code.ts';
import { CODES, type Code } from './codes/table.ts';

export interface Problem {
  /** Path as the writer knows it, relative to the project. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Stable name of the kind of problem. */
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
  /** Where it differs from that of the code, because the site asks for more. */
  readonly severity?: Severity;
}

/** A place in a file, 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a file as a whole is meant. */
export const START: Position = { line: 1, column: 1 };

export function severityOf({ code, severity }: Problem): Severity {
  return severity ?? CODES[code].severity;
}

export function isError(problem: Problem): boolean {
  return severityOf(problem) === 'error';
}

/** By file, then by place, so that two runs print the same. */
export function compareProblems(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** One problem as two lines: place, severity, code and message, then the hint. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, code, message, hint } = problem;
  return `${file}:${line}:${column}  ${severityOf(problem)}  ${code}  ${message}\n    ${hint}`;
}

/** Stops a build; its message lists every problem that was found. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The content has ${count}:\n\n${problems.map(formatProblem).join('\n')}\n`);
  }
}
