/** Where the engines' files lie and how much of them is downloaded, which the server writes into pages that run code. */

export interface EngineFiles {
  /** Whole address of the folder, with a slash at its end. */
  readonly base: string;
  /** Bytes on the wire for the first run. */
  readonly bytes: number;
}

export type EngineName = 'python' | 'postgres';

/** Id of the element that holds them, as JSON. */
export const RUNNER_FILES_ID = 'study-runners';

interface WrittenFiles extends Readonly<Record<EngineName, EngineFiles>> {
  readonly siteId: string;
}

function readWritten(): WrittenFiles {
  return JSON.parse(document.getElementById(RUNNER_FILES_ID)?.textContent ?? '{}') as WrittenFiles;
}

export function readEngineFiles(name: EngineName): EngineFiles {
  const { base, bytes } = readWritten()[name];
  return { base: new URL(base, location.href).href, bytes };
}

/** Name of an engine's cache in the browser: another site on the same host has its own. */
export function nameEngineCache(name: EngineName): string {
  return `${readWritten().siteId}:${name}`;
}
