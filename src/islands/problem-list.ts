/** What the dev server tells a page about its content, and in which words. */

/** Sent by a page that asks, and by the server with the list. */
export const PROBLEMS_EVENT = 'study:problems';
/** Names the file that a page is made from, in `<meta>`; in dev only. */
export const FILE_META = 'study-file';

export interface ShownProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity: 'error' | 'warning';
  /** Where the code is explained. */
  readonly url: string;
}
