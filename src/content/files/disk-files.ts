/** The files of `content/` on disk. A file is read again only when it has changed. */
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { toPosix } from '../place.ts';
import type { ContentFiles, Source } from './content-files.ts';
import { createSource, createStray } from './source.ts';

/** @param project absolute path of the folder that holds `content/` */
export function openDiskFiles(project: string): ContentFiles {
  const kept = new Map<string, { readonly stamp: string; readonly source: Source }>();
  const inside = `${tryReal(path.join(project, 'content')) ?? ''}${path.sep}`;
  const absolute = (file: string) => path.join(project, file);

  return {
    list() {
      const found = readdirSync(absolute('content'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.isSymbolicLink())
        .map((entry) => toPosix(path.relative(project, path.join(entry.parentPath, entry.name))))
        .filter((file) => !file.includes('/.'));
      return found.sort();
    },
    has: (file) => tryStat(absolute(file))?.isFile() ?? false,
    read(file) {
      const stats = tryStat(absolute(file));
      const stamp = `${stats?.mtimeMs} ${stats?.size}`;
      const known = kept.get(file);
      if (known?.stamp === stamp) return known.source;
      const source = isStray(absolute(file), inside, stats)
        ? createStray(file, tryReal(absolute(file)) ?? 'nothing')
        : createSource(file, stats === undefined ? new Uint8Array() : readFileSync(absolute(file)));
      kept.set(file, { stamp, source });
      return source;
    },
  };
}

function isStray(file: string, inside: string, stats: Stats | undefined): boolean {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  return !stats?.isFile() || !tryReal(file)?.startsWith(inside);
}

function tryStat(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function tryReal(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
