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
import type { Engine, EngineFile } from './engine.ts';

/** Hosts and browsers differ in how hard they compress; this is what most do. */
const LEVEL = 6;
const SIZES = 'sizes.json';
/** Changes when the form of the prepared files does. */
const FORM = 2;

export interface PreparedEngine {
  /** Absolute path of a folder whose content is published as it is, but for `sizes.json`. */
  readonly folder: string;
  /** Its name, `pyodide-314.0.7`. */
  readonly name: string;
  /** Bytes on the wire of what every first run downloads, from a host that compresses scripts. */
  readonly bytes: number;
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
    const bytes = engine.files.map((file) => writeFile(file, own)).reduce((sum, size) => sum + size, 0);
    writeFileSync(path.join(own, SIZES), JSON.stringify({ bytes }));
    try {
      renameSync(own, folder);
    } catch (error) {
      if (!existsSync(sizes)) throw error;
      rmSync(own, { recursive: true });
    }
  }
  const { bytes } = JSON.parse(readFileSync(sizes, 'utf8')) as { bytes: number };
  return { folder, name, bytes };
}

/** @returns its bytes on the wire */
function writeFile(file: EngineFile, folder: string): number {
  const content = readFileSync(file.from);
  const published = file.change === undefined ? content : Buffer.from(file.change(content.toString('utf8')));
  const packed = file.isIncompressible ? published : gzipSync(published, { level: file.isPacked ? 9 : LEVEL });
  const target = path.join(folder, file.isPacked ? `${file.to}.gz` : file.to);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.isPacked ? packed : published);
  return file.isOptional ? 0 : packed.length;
}
