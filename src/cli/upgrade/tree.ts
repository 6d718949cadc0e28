/** The files of one version of the project, as git keeps them. */
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { git } from './git.ts';

/** One file's text and mode. Two that are equal here are equal to the last byte. */
export interface Blob {
  /** As git writes it: `100644`, `100755` when it can be run. */
  readonly mode: string;
  readonly id: string;
}

/** By path relative to the project, with slashes. */
export type Tree = ReadonlyMap<string, Blob>;

/** @param treeish a commit or a tree */
export function readTree(project: string, treeish: string): Tree {
  const lines = git(project, ['ls-tree', '-r', '-z', '--full-tree', treeish]).toString().split('\0');
  return new Map(
    lines.flatMap((line) => {
      const [, mode = '', id = '', file = ''] = /^(\d+) blob (\w+)\t(.+)$/s.exec(line) ?? [];
      return file === '' ? [] : [[file, { mode, id }] as const];
    }),
  );
}

export function isSameBlob(a: Blob | undefined, b: Blob | undefined): boolean {
  return a?.id === b?.id && a?.mode === b?.mode;
}

/** Bytes of a file's version; none where it has none. */
export function readBlob(project: string, blob: Blob | undefined): Buffer {
  return blob === undefined ? Buffer.alloc(0) : git(project, ['cat-file', 'blob', blob.id]);
}

/** Many at once, by their ids. */
export function readBlobs(project: string, ids: readonly string[]): Map<string, Buffer> {
  const batch = git(project, ['cat-file', '--batch'], { input: ids.map((id) => `${id}\n`).join('') });
  const found = new Map<string, Buffer>();
  let offset = 0;
  for (const id of ids) {
    // Each answer is a line `<id> blob <size>`, the bytes, and a line feed.
    const start = batch.indexOf(0x0a, offset) + 1;
    const end = start + Number(batch.subarray(offset, start).toString().split(' ')[2]);
    found.set(id, batch.subarray(start, end));
    offset = end + 1;
  }
  return found;
}

/** Keeps a text in the repository, so that it can be put in place, and taken back, at any time. */
export function keepBlob(project: string, bytes: string | Uint8Array, mode = '100644'): Blob {
  const id = git(project, ['hash-object', '-w', '--stdin'], { input: bytes }).toString().trim();
  return { mode, id };
}

/**
 * What lies in the folder now, whether git knows of it or not.
 * @param isKept also keeps it in the repository, as `keepBlob` does
 */
export function readDisk(project: string, files: readonly string[], isKept = false): Tree {
  const there = files.filter((file) => existsSync(path.join(project, file)));
  const input = there.map((file) => `${file}\n`).join('');
  const ids = git(project, ['hash-object', ...(isKept ? ['-w'] : []), '--stdin-paths'], { input })
    .toString()
    .split('\n');
  return new Map(there.map((file, index) => [file, { mode: readMode(project, file), id: ids[index] ?? '' }]));
}

/** Windows does not know which files can be run, and git keeps their modes. */
function readMode(project: string, file: string): string {
  if (process.platform === 'win32') {
    return /^\d+/.exec(git(project, ['ls-files', '--stage', '--', file]).toString())?.[0] ?? '100644';
  }
  return (lstatSync(path.join(project, file)).mode & 0o100) === 0 ? '100644' : '100755';
}
