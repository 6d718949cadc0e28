/** Merges three versions of a text line by line, as git does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Texts } from './merge-file.ts';

export interface MergedText {
  readonly bytes: Buffer;
  /** Lines, from 1, on which a conflict begins. */
  readonly conflicts: readonly number[];
}

/** Git gives the number of conflicts as its exit code, and more than this when it failed. */
const MOST_CONFLICTS = 127;

/** @param label names the newer engine in the markers of a conflict */
export function mergeText({ base, ours, theirs }: Texts, label: string): MergedText {
  const folder = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
  try {
    const sides = Object.entries({ ours, base, theirs }).map(([name, bytes]) => {
      writeFileSync(path.join(folder, name), bytes);
      return name;
    });
    const labels = ['yours', 'before', label].flatMap((name) => ['-L', name]);
    const { status, stdout, stderr } = spawnSync('git', ['merge-file', '-p', ...labels, ...sides], { cwd: folder });
    if (status === null || status > MOST_CONFLICTS) throw new Error(`git merge-file failed: ${stderr}`);
    return { bytes: stdout, conflicts: status === 0 ? [] : findConflicts(stdout.toString()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines, from 1, that still hold the beginning of a conflict. */
export function findConflicts(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.startsWith('<<<<<<< yours') ? [index + 1] : []));
}
