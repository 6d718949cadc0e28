/** Something wrong with the content: where it is, what it is, how to mend it. */

export interface Problem {
  /** Path as the writer knows it, relative to the project. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Stable name of the kind of problem. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** One problem as two lines: place, code and message, then the hint. */
export function formatProblem({ file, line, column, code, message, hint }: Problem): string {
  return `${file}:${line}:${column}  ${code}  ${message}\n    ${hint}`;
}

/** Stops a build; its message lists every problem that was found. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The content has ${count}:\n\n${problems.map(formatProblem).join('\n')}\n`);
  }
}
