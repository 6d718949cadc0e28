/** The files of `content/` on disk. A file is read again only when it has changed, and not even looked at by a build. */
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { toPosix } from '../place.ts';
import { shareInProcess } from '../share.ts';
import type { ContentFiles, Source } from './content-files.ts';
import { createSource, createStray } from './source.ts';

export interface DiskFiles extends ContentFiles {
  /** From now on nothing is looked at twice: a build sees one state, and asks for it in every page. */
  freeze(): void;
}

/** By project: whoever opens one has those that were opened before. */
const opened = shareInProcess('disk-files', () => new Map<string, DiskFiles>());

/** @param project absolute path of the folder that holds `content/` */
export function openDiskFiles(project: string): DiskFiles {
  const files = opened.get(project) ?? createDiskFiles(project);
  opened.set(project, files);
  return files;
}

function createDiskFiles(project: string): DiskFiles {
  const kept = new Map<string, { readonly stamp: string; readonly source: Source }>();
  const inside = `${tryReal(path.join(project, 'content')) ?? ''}${path.sep}`;
  const absolute = (file: string) => path.join(project, file);

  const list = () =>
    readdirSync(absolute('content'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => toPosix(path.relative(project, path.join(entry.parentPath, entry.name))))
      .filter((file) => !file.includes('/.'))
      .sort();
  const has = (file: string) => tryStat(absolute(file))?.isFile() ?? false;
  let frozen: { readonly paths: readonly string[]; readonly there: Map<string, boolean> } | undefined;

  return {
    freeze() {
      frozen ??= { paths: list(), there: new Map() };
    },
    list: () => frozen?.paths ?? list(),
    has(file) {
      const isThere = frozen?.there.get(file) ?? has(file);
      frozen?.there.set(file, isThere);
      return isThere;
    },
    read(file) {
      const seen = frozen === undefined ? undefined : kept.get(file);
      if (seen !== undefined) return seen.source;
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
