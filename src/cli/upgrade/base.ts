/** Finds the engine that the fork stands on: what tells its own changes from the engine's. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../new/refusal.ts';
import { readArchive } from './archive.ts';
import { describeEngine, type Engine } from './engine.ts';
import { askGit } from './git.ts';
import type { EngineRecord } from './record.ts';
import { findCommit, listKnownTrees, SHOWN } from './upstream.ts';

const HOW = `Say it with --base: the version or the commit of the engine that you began with, or an archive of it:

  npm run upgrade -- --base v0.1.0
  npm run upgrade -- --base ~/Downloads/engine-0.1.0.tar.gz`;

/**
 * @param given what stands behind `--base`
 * @param target the newer engine
 * @throws {Refusal} when nothing tells
 */
export function findBase(
  project: string,
  { given, record, target }: { given: string | undefined; record: EngineRecord | undefined; target: Engine },
): Engine {
  if (given !== undefined) return readGiven(project, given);
  const recorded = record === undefined ? undefined : findRecorded(project, record);
  const found = pickNewer(project, recorded, findShared(project, target)) ?? findCopied(project);
  if (found !== undefined) return describeEngine(project, found, 'the engine you stand on');
  const reason =
    record === undefined
      ? 'Nothing says which engine your site stands on: there is no .engine.json, and its history is not the engine’s.'
      : `The engine that .engine.json names, ${record.version}, is neither here nor in the repository.`;
  throw new Refusal(`${reason}\n${HOW}`);
}

function readGiven(project: string, given: string): Engine {
  if (existsSync(path.resolve(process.env.INIT_CWD ?? project, given))) return readArchive(project, given);
  const commit = findCommit(project, given) ?? askGit(project, 'rev-parse', '--verify', '--quiet', `${given}^{commit}`);
  if (commit !== undefined) return describeEngine(project, commit, given);
  throw new Refusal(`"${given}" is no version of the engine that is known here.\n${HOW}`);
}

function findRecorded(project: string, { commit, tree, version }: EngineRecord): string | undefined {
  const isThere = (id: string | undefined) => id !== undefined && askGit(project, 'cat-file', '-e', id) !== undefined;
  if (isThere(commit)) return commit;
  if (isThere(tree)) return tree;
  return listKnownTrees(project).get(tree ?? '') ?? findCommit(project, version);
}

/** The newest commit of the engine's that is in the fork's history: the target may be an older one. */
function findShared(project: string, { commit }: Engine): string | undefined {
  const [some, more] = [commit ?? SHOWN, SHOWN].map((known) => askGit(project, 'merge-base', 'HEAD', known));
  return pickNewer(project, some, more);
}

/** A fork that merged the engine's history by hand since then stands on what it merged. */
function pickNewer(project: string, recorded: string | undefined, shared: string | undefined): string | undefined {
  if (recorded === undefined || shared === undefined) return recorded ?? shared;
  return askGit(project, 'merge-base', '--is-ancestor', recorded, shared) === undefined ? recorded : shared;
}

/** A fork that began as a copy, by "Use this template" or an archive, has one commit with exactly the engine's files. */
function findCopied(project: string): string | undefined {
  const known = listKnownTrees(project);
  const trees = (askGit(project, 'log', '--format=%T') ?? '').split('\n');
  return known.get(trees.find((tree) => known.has(tree)) ?? '');
}
