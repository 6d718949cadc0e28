/** SQLite for the collections of Anki: the engine of sql.js. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'astro/zod';
import type { SqliteAssets } from '../../browser/anki/open-sqlite.ts';
import type { Engine } from './engine.ts';
import type { PreparedEngine } from './prepare.ts';

const FILE = 'sqlite.wasm';

export function describeSqlite(): Engine {
  // Its script for browsers asks for the engine of the same build.
  const folder = path.dirname(createRequire(import.meta.url).resolve('sql.js'));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8')));
  const files = [{ from: path.join(folder, 'sql-wasm-browser.wasm'), to: FILE, isPacked: true }];
  return { name: 'sqlite', version, files };
}

/** What the page is told of the file. @param folder the address that it is published at */
export function describeSqliteAssets({ sizes }: PreparedEngine, folder: string): SqliteAssets {
  const size = sizes[FILE];
  if (size === undefined) throw new Error(`sql.js has no ${FILE}`);
  return { address: `${folder}${FILE}.gz`, size };
}
