/** Lays an engine's files ready for publishing, once for each version: packing them takes seconds. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FileSize } from '../../browser/runners/unpack.ts';
import type { Engine, EngineFile } from './engine.ts';

/** Hosts and browsers differ in how hard they compress; this is what most do. */
const LEVEL = 6;
const SIZES = 'sizes.json';
/** Changes when the form of the prepared files does. */
const FORM = 3;

export interface PreparedEngine {
  /** Absolute path of a folder whose content is published as it is, but for `sizes.json`. */
  readonly folder: string;
  /** Its name, `pyodide-314.0.7`. */
  readonly name: string;
  /** What each file weighs, by its name in the folder without `.gz`. */
  readonly sizes: Readonly<Record<string, FileSize>>;
}

/** @param cache absolute path of a folder for prepared files */
export function prepareEngine(engine: Engine, cache: string): PreparedEngine {
  const name = `${engine.name}-${engine.version}`;
  const folder = path.join(cache, `${name}-${FORM}`);
  const sizes = path.join(folder, SIZES);
  if (!existsSync(sizes)) {
    mkdirSync(cache, { recursive: true });
    // Two builds at once: each prepares a folder of its own, and the first to be done is kept.
    const own = mkdtempSync(path.join(cache, 'new-'));
    // A temporary folder is its owner's alone; a published one is everybody's.
    chmodSync(own, 0o755);
    const written = Object.fromEntries(engine.files.map((file) => [file.to, writeFile(file, own)]));
    writeFileSync(path.join(own, SIZES), JSON.stringify(written));
    try {
      renameSync(own, folder);
    } catch (error) {
      if (!existsSync(sizes)) throw error;
      rmSync(own, { recursive: true });
    }
  }
  return { folder, name, sizes: JSON.parse(readFileSync(sizes, 'utf8')) as Record<string, FileSize> };
}

function writeFile(file: EngineFile, folder: string): FileSize {
  const content = readFileSync(file.from);
  const published = file.change === undefined ? content : Buffer.from(file.change(content.toString('utf8')));
  const packed = file.isIncompressible ? published : gzipSync(published, { level: file.isPacked ? 9 : LEVEL });
  const target = path.join(folder, file.isPacked ? `${file.to}.gz` : file.to);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.isPacked ? packed : published);
  return { wire: packed.length, raw: published.length };
}
