/** The files of PostgreSQL that the site serves, `vendor/pglite-<version>/`, and what they weigh. */
import type { FileSize } from '../unpack.ts';

export interface PostgresAssets {
  /** Address of their folder, with a slash at its end: `/base/vendor/pglite-0.5.16/`. */
  readonly folder: string;
  readonly files: Readonly<Record<EngineFile, FileSize>>;
  /** Bytes of the runner's own script, compressed as hosts do. */
  readonly script: number;
}

export const ENGINE_FILES = ['pglite.wasm', 'pglite.data', 'initdb.wasm'] as const;
export type EngineFile = (typeof ENGINE_FILES)[number];

/** What the first run downloads. */
export function downloadSize({ files, script }: PostgresAssets): number {
  return ENGINE_FILES.reduce((sum, name) => sum + files[name].wire, script);
}
