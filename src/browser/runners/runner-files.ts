/** Where the engines' files lie and what they weigh, which the server writes into pages that run code. */
import type { PostgresAssets } from './postgres/assets.ts';
import type { PythonAssets } from './python/assets.ts';

export interface RunnerFiles {
  readonly python: PythonAssets;
  readonly postgres: PostgresAssets;
}

/** Id of the element that holds them, as JSON. */
export const RUNNER_FILES_ID = 'study-runners';

/** What the page says of the engines, and the name under which the site keeps things in this browser. */
export function readRunnerFiles(): RunnerFiles & { readonly siteId: string } {
  return JSON.parse(document.getElementById(RUNNER_FILES_ID)?.textContent ?? '{}') as RunnerFiles & { siteId: string };
}
