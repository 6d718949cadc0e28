/** Puts changes in place, or takes them back. What is there already is left, so that either can be repeated. */
import { chmodSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Change } from './outcome.ts';
import { isSameBlob, readBlobs, readDisk } from './tree.ts';

/** Written last, since the command needs them to be of one version: `npm run` reads the first ones, and then these. */
const LAST = [/^src\/cli\//, /^package(-lock)?\.json$/];

/** @param side which of its two states each file gets */
export function writeChanges(project: string, changes: readonly Change[], side: 'before' | 'after'): void {
  const disk = readDisk(
    project,
    changes.map(({ file }) => file),
  );
  const wanted = changes
    .filter((change) => !isSameBlob(disk.get(change.file), change[side]))
    .sort((a, b) => rankOf(a.file) - rankOf(b.file));
  const blobs = readBlobs(project, [...new Set(wanted.flatMap((change) => change[side]?.id ?? []))]);
  uninterrupted(() => {
    for (const change of wanted) {
      const blob = change[side];
      if (blob === undefined) remove(project, change.file);
      else write(path.join(project, change.file), blobs.get(blob.id) ?? Buffer.alloc(0), blob.mode);
    }
  });
}

function rankOf(file: string): number {
  return LAST.findIndex((pattern) => pattern.test(file));
}

/** Never half a file. */
function write(target: string, bytes: Buffer, mode: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const part = `${target}.part`;
  writeFileSync(part, bytes);
  chmodSync(part, mode === '100755' ? 0o755 : 0o644);
  renameSync(part, target);
}

/** Git knows no empty folders. */
function remove(project: string, file: string): void {
  rmSync(path.join(project, file), { force: true });
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    const place = path.join(project, folder);
    if (readdirSync(place).length > 0) return;
    rmdirSync(place);
  }
}

/** Ctrl-C waits: half an engine could not be started to continue. */
function uninterrupted(act: () => void): void {
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    act();
  } finally {
    process.off('SIGINT', ignore);
  }
}
