/** The acts of `npm run upgrade`, apart from the command line. */
import { Refusal } from '../new/refusal.ts';
import { nameEngine } from './engine.ts';
import { finishUpgrade, listConflicts, placeFiles } from './finish.ts';
import { type Journal, readJournal, writeJournal } from './journal.ts';
import type { StartWords } from './options.ts';
import { settleLockfile } from './plan-lockfile.ts';
import { type Prepared, planRecord, prepareUpgrade } from './prepare.ts';
import { refuseUnready } from './ready.ts';
import { describePlan } from './report.ts';
import { findVersions } from './versions.ts';

/**
 * again: the newer engine has to go on. conflicts: somebody has to. finished: the check is left. nothing: nothing was to be done.
 */
export type Progress = 'again' | 'conflicts' | 'finished' | 'nothing';

type Say = (text: string) => void;

/** @throws {Refusal} before anything was changed */
export async function startUpgrade(project: string, words: StartWords, say: Say): Promise<Progress> {
  refuseUnready(project);
  const versions = findVersions(project, words);
  if (versions === undefined) {
    say('Your site has that engine already. What is not released yet comes with: npm run upgrade -- --to main');
    return 'nothing';
  }
  const prepared = await prepareUpgrade(project, versions);
  say(describePlan(prepared, words.isDryRun));
  if (words.isDryRun) return 'nothing';
  const lockfile = settleLockfile(project, prepared);
  const added = [planRecord(project, versions, prepared), ...(lockfile === undefined ? [] : [lockfile])];
  const journal = beginJournal({ ...prepared, outcomes: [...prepared.outcomes, ...added] });
  writeJournal(project, journal);
  return place(project, journal, say);
}

/** @throws {Refusal} when there is nothing to go on with, or conflicts are left */
export async function continueUpgrade(project: string, say: Say): Promise<Progress> {
  const journal = readJournal(project);
  if (journal === undefined || journal.stage === 'done') throw new Refusal('There is no upgrade to go on with.');
  if (journal.stage === 'files') return place(project, journal, say);
  for (const sentence of await finishUpgrade(project, journal)) say(sentence);
  return 'finished';
}

function beginJournal({ from, to, outcomes, codemods }: Prepared): Journal {
  const handMerge = outcomes.filter(({ fate }) => fate === 'hand-merge');
  return {
    format: 1,
    from: nameEngine(from),
    to: nameEngine(to),
    stage: 'files',
    changes: [outcomes.flatMap(({ change }) => change ?? [])],
    codemods: [...codemods],
    handMerge: handMerge.map(({ file, note, conflicts }) => ({ file, note, hasMarkers: conflicts !== undefined })),
  };
}

function place(project: string, journal: Journal, say: Say): Progress {
  const conflicts = listConflicts(project, placeFiles(project, journal));
  if (conflicts.length === 0) return 'again';
  say(
    `The files are in place. In these, your changes and the engine's are both in the text, between <<<<<<< and >>>>>>>:\n${conflicts.map((at) => `  ${at}`).join('\n')}\n\nResolve them, and go on with: npm run upgrade -- --continue\nOr take everything back: npm run upgrade -- --undo`,
  );
  return 'conflicts';
}
