/**
 * What an upgrade has done so far, written down before it is done, so that it can be continued and taken back.
 *
 * Lies in git's own folder, which no cleaning up reaches: `upgrade.json`, and in `refs/upgrade/kept` every text that it
 * names, so that git keeps them. It stays when the upgrade is done, for `--undo`; the next upgrade writes its own.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { parseJson } from '../../domain/json.ts';
import { Refusal } from '../new/refusal.ts';
import { askGit, git } from './git.ts';

const KEPT = 'refs/upgrade/kept';
const blobSchema = z.object({ mode: z.string(), id: z.string() }).optional();
const journalSchema = z.object({
  /** Raised when a newer engine can no longer continue or take back what an older one began. */
  format: z.literal(1),
  from: z.string(),
  to: z.string(),
  /** files: engine files are being put in place. content: migrations and the check are left to do. */
  stage: z.enum(['files', 'content', 'done']),
  /** What was written in each stage, in order. */
  changes: z.array(z.array(z.object({ file: z.string(), before: blobSchema, after: blobSchema }))),
  /** Names of the codemods that are left to run. */
  codemods: z.array(z.string()),
  /** What somebody has to look at. */
  handMerge: z.array(z.object({ file: z.string(), note: z.string(), hasMarkers: z.boolean() })),
});

export type Journal = z.infer<typeof journalSchema>;

/** @throws {Refusal} when another version of the engine wrote it in a way that this one cannot read */
export function readJournal(project: string): Journal | undefined {
  const file = placeOf(project);
  if (!existsSync(file)) return undefined;
  const journal = journalSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (journal.success) return journal.data;
  throw new Refusal(`${file} cannot be read: git restore . brings back the last commit; then delete that file`);
}

export function writeJournal(project: string, journal: Journal): void {
  keepTexts(project, journal);
  const file = placeOf(project);
  writeFileSync(`${file}.new`, JSON.stringify(journal));
  // Never half a journal.
  renameSync(`${file}.new`, file);
}

export function deleteJournal(project: string): void {
  rmSync(placeOf(project), { force: true });
  askGit(project, 'update-ref', '-d', KEPT);
}

/** Git deletes what nothing refers to, so a tree refers to it. */
function keepTexts(project: string, { changes }: Journal): void {
  const ids = changes.flat().flatMap(({ before, after }) => [before?.id, after?.id].filter((id) => id !== undefined));
  const entries = [...new Set(ids)].map((id) => `100644 blob ${id}\t${id}\n`);
  const tree = git(project, ['mktree'], { input: entries.join('') })
    .toString()
    .trim();
  git(project, ['update-ref', KEPT, tree]);
}

function placeOf(project: string): string {
  return path.resolve(project, git(project, ['rev-parse', '--git-path', 'upgrade.json']).toString().trim());
}
