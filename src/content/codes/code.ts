/**
 * What a code of the content check stands for. The code is the stable name of a kind of problem: it is printed with
 * each problem, machines match on it, and `/authoring/errors/<code>/` explains it.
 */

/** An error breaks the site or a reader's data, and stops a build; a warning is advice. */
export type Severity = 'error' | 'warning';

/** What the page of a code says, in sentences. */
export interface CodeEntry {
  readonly severity: Severity;
  /** A heading: what is wrong, without the details of a case. */
  readonly title: string;
  /** What would happen to readers or writers if it were let through. Markdown. */
  readonly why: string;
  /** How to mend it. Markdown. */
  readonly mend: string;
}

export type CodeTable = Readonly<Record<string, CodeEntry>>;
