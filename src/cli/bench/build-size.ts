/** What a built site weighs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface SiteSize {
  readonly pages: number;
  readonly files: number;
  /** Bytes. */
  readonly total: number;
  readonly html: number;
  readonly search: number;
  /** Of the page of a note that is there whatever the size, packed with brotli. */
  readonly note: number;
}

/**
 * @param site absolute path of the built site
 * @param note path of a note that is there whatever the size
 */
export function measureSite(site: string, note: string): SiteSize {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(site, file), bytes: statSync(file).size }));
  const sum = (isMeant: (name: string) => boolean) =>
    files.reduce((bytes, file) => (isMeant(file.name) ? bytes + file.bytes : bytes), 0);
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    files: files.length,
    total: sum(() => true),
    html: sum((name) => name.endsWith('.html')),
    search: sum((name) => name.startsWith('search-index')),
    note: pack(path.join(site, note, 'index.html')),
  };
}

function pack(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
