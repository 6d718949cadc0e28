/** SQLite in the page, for the collections of Anki. The site publishes it packed: see `src/site/vendor/sqlite.ts`. */
import initSqlJs, { type SqlJsStatic } from 'sql.js';
import { type FileSize, unpack } from '../runners/unpack.ts';

export interface SqliteAssets {
  /** Address of the packed engine. */
  readonly address: string;
  readonly size: FileSize;
}

let opening: Promise<SqlJsStatic> | undefined;

/** Opened once; where it fails, the next call tries again. */
export function openSqlite(assets: SqliteAssets): Promise<SqlJsStatic> {
  opening ??= load(assets).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function load({ address, size }: SqliteAssets): Promise<SqlJsStatic> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status}`);
  const wasm = await new Response(await unpack(response.body, size, () => undefined)).arrayBuffer();
  return initSqlJs({ wasmBinary: wasm });
}
