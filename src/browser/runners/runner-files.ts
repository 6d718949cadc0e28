/** Where the engines' files lie and how much of them is downloaded, which the server writes into pages that run code. */

export interface EngineFiles {
  /** Whole address of the folder, with a slash at its end. */
  readonly base: string;
  /** Bytes on the wire for the first run. */
  readonly bytes: number;
}

export interface RunnerFiles {
  readonly siteId: string;
  readonly python: EngineFiles;
  readonly postgres: EngineFiles;
}

/** Id of the element that holds them, as JSON. */
export const RUNNER_FILES_ID = 'study-runners';

export function readRunnerFiles(): RunnerFiles {
  const files = JSON.parse(document.getElementById(RUNNER_FILES_ID)?.textContent ?? '{}') as RunnerFiles;
  const resolve = ({ base, bytes }: EngineFiles) => ({ base: new URL(base, location.href).href, bytes });
  return { siteId: files.siteId, python: resolve(files.python), postgres: resolve(files.postgres) };
}
