/** Whether an upgrade can begin: everything must be in a commit, so that what was there can be brought back. */
import { Refusal } from '../new/refusal.ts';
import { askGit, git } from './git.ts';
import { readJournal } from './journal.ts';

const MOST_NAMED = 10;

/** @throws {Refusal} with what to do first */
export function refuseUnready(project: string): void {
  const prefix = askGit(project, 'rev-parse', '--show-prefix');
  if (prefix === undefined) {
    throw new Refusal(
      'An upgrade needs git, and this folder is no repository. Make it one, and run the upgrade again:\n\n  git init && git add --all && git commit -m "My site"',
    );
  }
  if (prefix !== '') throw new Refusal('The site must be the top folder of its repository.');
  if (askGit(project, 'rev-parse', '--verify', '--quiet', 'HEAD') === undefined) {
    throw new Refusal('There is no commit yet: git add --all && git commit -m "My site"');
  }
  const journal = readJournal(project);
  if (journal !== undefined && journal.stage !== 'done') {
    throw new Refusal(
      `The upgrade to ${journal.to} is half finished: npm run upgrade -- --continue goes on with it, --undo takes it back.`,
    );
  }
  const changed = listChanged(project);
  if (changed.length === 0) return;
  throw new Refusal(
    `Nothing was changed, since there are changes that no commit has:\n${formatFiles(changed)}\n\nCommit them, or put them aside with git stash, and run the upgrade again.`,
  );
}

function listChanged(project: string): string[] {
  const status = git(project, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no']).toString();
  return status.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
}

/** At most ten, each on a line. */
export function formatFiles(files: readonly string[]): string {
  const more = files.length > MOST_NAMED ? [`  … and ${files.length - MOST_NAMED} more`] : [];
  return [...files.slice(0, MOST_NAMED).map((file) => `  ${file}`), ...more].join('\n');
}
