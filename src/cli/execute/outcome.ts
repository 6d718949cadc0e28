/** What running a block came to. */

/** `printed` is stdout and stderr in the order they came; `line` is 1-based within the block. */
export interface Outcome {
  readonly printed: string;
  readonly error: { type: string; message: string; line: number | null } | null;
  /** What its tasks did, as text; of a block that is marked `timeline`. */
  readonly timeline?: string | undefined;
}

/** Makes memory addresses and trailing white space equal, since neither says anything to a reader. */
export function normalizeOutput(text: string): string {
  return text
    .replace(/0x[0-9a-f]+/gi, '0x…')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** What the page should show: everything printed, then the last lines of an uncaught exception. */
export function formatOutcome({ printed, error }: Outcome): string {
  const separator = printed === '' || printed.endsWith('\n') ? '' : '\n';
  return error === null ? printed : `${printed}${separator}${error.message}\n`;
}
