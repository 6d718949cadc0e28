/** The two engines of an upgrade: the one that the fork stands on, and the one that it goes to. */
import { Refusal } from '../new/refusal.ts';
import { readArchive } from './archive.ts';
import { findBase } from './base.ts';
import { type Engine, nameEngine } from './engine.ts';
import { askGit } from './git.ts';
import type { StartWords } from './options.ts';
import { parseRecord, RECORD } from './record.ts';
import { fetchUpstream, findVersion, locateUpstream, UPSTREAM } from './upstream.ts';

export interface EngineVersions {
  readonly from: Engine;
  readonly to: Engine;
  /** Where the next one comes from, unless it is said. */
  readonly upstream: string;
  /** Names the newer one in messages. */
  readonly source: string;
}

/** @returns nothing where the fork has that engine already, or is ahead of the newest release */
export function findVersions(project: string, words: StartWords): EngineVersions | undefined {
  const text = askGit(project, 'cat-file', 'blob', `HEAD:${RECORD}`);
  const record = text === undefined ? undefined : parseRecord(text);
  const upstream = locateUpstream(project, words.from ?? record?.upstream ?? UPSTREAM);
  const source = words.archive ?? upstream;
  if (words.archive === undefined) fetchUpstream(project, upstream);
  const to =
    words.archive === undefined ? findVersion(project, upstream, words.to) : readArchive(project, words.archive);
  const from = findBase(project, { given: words.base, record, target: to });
  if (from.tree === to.tree) return undefined;
  if (!isOlder(project, to, from)) return { from, to, upstream, source };
  if (words.to === undefined && words.archive === undefined) return undefined;
  throw new Refusal(
    `Your site stands on engine ${nameEngine(from)}, which is newer than ${nameEngine(to)}: there is no way back but --undo.`,
  );
}

function isOlder(project: string, to: Engine, from: Engine): boolean {
  if (from.commit === undefined || to.commit === undefined) return false;
  return askGit(project, 'merge-base', '--is-ancestor', to.commit, from.commit) !== undefined;
}
