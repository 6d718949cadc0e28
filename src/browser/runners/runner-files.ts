/** Where the engines' files lie and what they weigh, which the server writes into pages that run code. */
import type { PostgresAssets } from './postgres/assets.ts';

export interface PythonFiles {
  /** Address of the folder, with a slash at its end. */
  readonly base: string;
  /** Bytes on the wire for the first run. */
  readonly bytes: number;
}

export interface RunnerFiles {
  readonly python: PythonFiles;
  readonly postgres: PostgresAssets;
}

/** Id of the element that holds them, as JSON. */
export const RUNNER_FILES_ID = 'study-runners';

/** What the page says of the engines, and the name under which the site keeps things in this browser. */
export function readRunnerFiles(): RunnerFiles & { readonly siteId: string } {
  return JSON.parse(document.getElementById(RUNNER_FILES_ID)?.textContent ?? '{}') as RunnerFiles & { siteId: string };
}
