/** The files of Python that the site serves, `vendor/pyodide-<version>/`, and what they weigh. */
import type { FileSize } from '../unpack.ts';

export interface PythonAssets {
  /** Address of their folder, with a slash at its end. */
  readonly folder: string;
  /** By name, without `.gz`. */
  readonly files: Readonly<Record<string, FileSize>>;
}

/** What the first run downloads. */
export function downloadSize({ files }: PythonAssets): number {
  return Object.values(files).reduce((sum, { wire }) => sum + wire, 0);
}
