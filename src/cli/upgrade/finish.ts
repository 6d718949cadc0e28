/** The second half of an upgrade, by the newer engine: migrates what is the fork's own. The check follows. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../new/refusal.ts';
import { runCodemods } from './codemods.ts';
import { type Journal, writeJournal } from './journal.ts';
import { findConflicts } from './merge-text.ts';
import { keepBlob, readDisk } from './tree.ts';
import { writeChanges } from './write-changes.ts';

/** Puts the engine's files in place: all of them, or those that an interruption left out. */
export function placeFiles(project: string, journal: Journal): Journal {
  writeChanges(project, journal.changes[0] ?? [], 'after');
  const placed: Journal = { ...journal, stage: 'content' };
  writeJournal(project, placed);
  return placed;
}

/** Conflicts that are still in the files, as `file:line`. */
export function listConflicts(project: string, { handMerge }: Journal): string[] {
  const marked = handMerge.filter(({ file, hasMarkers }) => hasMarkers && existsSync(path.join(project, file)));
  return marked.flatMap(({ file }) =>
    findConflicts(readFileSync(path.join(project, file), 'utf8')).map((line) => `${file}:${line}`),
  );
}

/**
 * @returns sentences about what was migrated
 * @throws {Refusal} when there are conflicts still
 */
export async function finishUpgrade(project: string, journal: Journal): Promise<string[]> {
  const conflicts = listConflicts(project, journal);
  if (conflicts.length > 0) {
    throw new Refusal(
      `Conflicts are left:\n${conflicts.map((place) => `  ${place}`).join('\n')}\n\nResolve them, and go on with: npm run upgrade -- --continue`,
    );
  }
  const { texts, counts } = await runCodemods(project, journal.codemods);
  const disk = readDisk(project, [...texts.keys()], true);
  const migrated = [...texts].map(([file, text]) => {
    const before = disk.get(file);
    return { file, before, after: keepBlob(project, text, before?.mode) };
  });
  const noted: Journal = { ...journal, changes: [...journal.changes, migrated] };
  // Noted before it is written: where this is interrupted, the codemods run again and leave alone what they have changed.
  writeJournal(project, noted);
  writeChanges(project, migrated, 'after');
  writeJournal(project, { ...noted, stage: 'done', codemods: [] });
  return [...counts].map(([title, count]) => `${title}: ${count} ${count === 1 ? 'file' : 'files'} changed`);
}
