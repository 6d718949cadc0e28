/** Takes an upgrade back: every file that it wrote is again what it was, tracked or not. */
import { Refusal } from '../new/refusal.ts';
import { deleteJournal, type Journal, readJournal } from './journal.ts';
import type { Change } from './outcome.ts';
import { formatFiles } from './ready.ts';
import { isSameBlob, readDisk } from './tree.ts';
import { writeChanges } from './write-changes.ts';

/**
 * @param isForced takes back what was changed in these files since, too
 * @returns how many files it was, and of which upgrade
 * @throws {Refusal} when there is nothing to take back, or when it would lose something
 */
export function undoUpgrade(project: string, isForced: boolean): { count: number; journal: Journal } {
  const journal = readJournal(project);
  if (journal === undefined) throw new Refusal('There is no upgrade to take back.');
  const changed = findChangedSince(project, journal);
  if (changed.length > 0 && !isForced) {
    throw new Refusal(
      `Nothing was taken back, since these files were changed after the upgrade:\n${formatFiles(changed)}\n\nnpm run upgrade -- --undo --force takes back those changes too.`,
    );
  }
  const first = mergeChanges(journal);
  writeChanges(project, first, 'before');
  deleteJournal(project);
  return { count: first.length, journal };
}

/** Of what was written twice, what was there at first. */
function mergeChanges({ changes }: Journal): Change[] {
  const byFile = new Map(
    changes
      .flat()
      .toReversed()
      .map((change) => [change.file, change]),
  );
  return [...byFile.values()].map(({ file, before, after }) => ({ file, before, after }));
}

function findChangedSince(project: string, { changes }: Journal): string[] {
  const all = changes.flat();
  const files = [...new Set(all.map(({ file }) => file))];
  const disk = readDisk(project, files);
  const isKnown = (file: string) =>
    all.some(
      (change) =>
        change.file === file && [change.before, change.after].some((blob) => isSameBlob(blob, disk.get(file))),
    );
  return files.filter((file) => !isKnown(file));
}
