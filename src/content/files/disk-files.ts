/** The files of `content/` on disk. A file is read again only when it has changed, and looked at only while nobody says when it does. */
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { toPosix } from '../place.ts';
import { shareInProcess } from '../share.ts';
import type { ContentFiles, Source } from './content-files.ts';
import { createSource, createStray } from './source.ts';

export interface DiskFiles extends ContentFiles {
  /**
   * From now on nothing is looked at twice: a build sees one state, and asks for it in every page. While somebody writes, what
   * changes has to be told.
   */
  freeze(): void;
  /** Everything is looked at again each time, as at first. */
  thaw(): void;
  /**
   * Tells that a file was written, added or deleted, where that is not known yet, by reading it or by having been told. The list is another object then.
   * @param file relative to the project
   * @returns whether it was not known
   */
  tellChange(file: string): boolean;
  /**
   * A larger number whenever a file, or something below a folder, may have changed; for one turn of the event loop where nobody tells.
   * @param path relative to the project, that of a folder with a slash at its end
   */
  versionOf(path: string): number;
}

/** What has been looked at since the files were frozen. */
interface Seen {
  /** When they were. */
  readonly version: number;
  paths: readonly string[] | undefined;
  readonly there: Map<string, boolean>;
  readonly read: Set<string>;
  /** How files were when somebody told that they had changed. */
  readonly told: Map<string, string>;
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
  let seen: Seen | undefined;
  let version = 0;
  let isAging = false;
  const changedIn = new Map<string, number>();

  return {
    freeze() {
      if (seen === undefined) version += 1;
      seen ??= { version, paths: list(), there: new Map(), read: new Set(), told: new Map() };
    },
    thaw() {
      seen = undefined;
      version += 1;
      changedIn.clear();
    },
    tellChange(file) {
      if (seen === undefined) return false;
      const stamp = stampOf(tryStat(absolute(file)));
      const isKnown = seen.told.get(file) === stamp || (seen.read.has(file) && kept.get(file)?.stamp === stamp);
      if (isKnown) return false;
      seen.told.set(file, stamp);
      // What has changed in a file that was listed changes no list, but whoever keeps something for a list asks again.
      seen.paths = seen.paths?.includes(file) && has(file) ? [...seen.paths] : undefined;
      seen.there.delete(file);
      seen.read.delete(file);
      version += 1;
      for (const path of [file, ...listFoldersOf(file)]) changedIn.set(path, version);
      return true;
    },
    versionOf(path) {
      if (seen !== undefined) return changedIn.get(path) ?? seen.version;
      if (!isAging) {
        isAging = true;
        setImmediate(() => {
          isAging = false;
          version += 1;
        });
      }
      return version;
    },
    list() {
      if (seen === undefined) return list();
      seen.paths ??= list();
      return seen.paths;
    },
    has(file) {
      const isThere = seen?.there.get(file) ?? has(file);
      seen?.there.set(file, isThere);
      return isThere;
    },
    read(file) {
      const known = kept.get(file);
      if (known !== undefined && seen?.read.has(file)) return known.source;
      seen?.read.add(file);
      const stats = tryStat(absolute(file));
      const stamp = stampOf(stats);
      if (known?.stamp === stamp) return known.source;
      const source = isStray(absolute(file), inside, stats)
        ? createStray(file, tryReal(absolute(file)) ?? 'nothing')
        : createSource(file, stats === undefined ? new Uint8Array() : readFileSync(absolute(file)));
      kept.set(file, { stamp, source });
      return source;
    },
  };
}

/** @example listFoldersOf('content/docs/a.md') // ['content/', 'content/docs/'] */
function listFoldersOf(file: string): string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1));
}

/** Differs when a file does, as far as one can say without reading it. */
function stampOf(stats: Stats | undefined): string {
  return `${stats?.mtimeMs} ${stats?.size}`;
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
