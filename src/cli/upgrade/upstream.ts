/** Fetches the engine's repository, and finds the version that was asked for in it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../new/refusal.ts';
import { describeEngine, type Engine } from './engine.ts';
import { askGit, GitError, git } from './git.ts';

/** Where the engine is developed; a fork of a fork says in `.engine.json` where its own comes from. */
export const UPSTREAM = 'https://github.com/python-senior/python-senior.github.io';

/** Kept apart from the fork's own branches and tags, whose names may be the same. */
const REFS = 'refs/upgrade/engine';
/** What the engine's repository shows first, as it was fetched. */
export const SHOWN = `${REFS}/HEAD`;
const RELEASE = /\/v\d+\.\d+\.\d+$/;
/** As many names as fit into a message. */
const MOST_NAMES = 8;

/** An address as it is; a path made absolute, since it is meant from where it was typed. */
export function locateUpstream(project: string, typed: string): string {
  const local = path.resolve(process.env.INIT_CWD ?? project, typed);
  return existsSync(local) ? local : typed;
}

/** @throws {Refusal} when it cannot be reached */
export function fetchUpstream(project: string, source: string): void {
  const kinds = ['HEAD:HEAD', 'refs/heads/*:heads/*', 'refs/tags/*:tags/*'].map((refs) => {
    const [theirs = '', own = ''] = refs.split(':');
    return `+${theirs}:${REFS}/${own}`;
  });
  try {
    git(project, ['fetch', '--quiet', '--no-tags', '--prune', '--update-shallow', source, ...kinds]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new Refusal(
      `The engine could not be fetched from ${source}:\n${error.message}\n\nName another place with --from, or take a downloaded one with --archive.`,
    );
  }
}

/**
 * What `fetchUpstream` has fetched, by its name.
 * @param name a tag, a branch or a commit; the newest release where it is left out, and what the repository shows first
 *   where nothing was released
 * @throws {Refusal} when there is no such version
 */
export function findVersion(project: string, source: string, name?: string): Engine {
  const ref = name === undefined ? findNewest(project) : findCommit(project, name);
  if (ref !== undefined) return describeEngine(project, ref, `${source} ${name ?? ''}`.trim());
  const names = listRefs(project).map((known) => known.replace(/^(heads|tags)\//, ''));
  const known = names.length === 0 ? 'nothing at all' : names.slice(0, MOST_NAMES).join(', ');
  throw new Refusal(`${source} has no version "${name}": it has ${known}`);
}

/** The commit that a tag, with or without its `v`, a branch or a hash stands for. */
export function findCommit(project: string, name: string): string | undefined {
  const refs = [`${REFS}/tags/${name}`, `${REFS}/tags/v${name}`, `${REFS}/heads/${name}`];
  const places = /^[0-9a-f]{7,64}$/.test(name) ? [...refs, name] : refs;
  for (const place of places) {
    const commit = askGit(project, 'rev-parse', '--verify', '--quiet', `${place}^{commit}`);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

function findNewest(project: string): string | undefined {
  const release = listRefs(project).find((ref) => RELEASE.test(ref)) ?? 'HEAD';
  return askGit(project, 'rev-parse', '--verify', '--quiet', `${REFS}/${release}^{commit}`);
}

/** Newest tags first, then branches. */
function listRefs(project: string): string[] {
  return ['tags', 'heads'].flatMap((kind) => {
    const words = ['--sort=-version:refname', '--format=%(refname)', `${REFS}/${kind}`];
    const refs = askGit(project, 'for-each-ref', ...words) ?? '';
    return refs.split('\n').flatMap((ref) => (ref === '' ? [] : [ref.slice(REFS.length + 1)]));
  });
}

/** Commits of the engine that are known here, by git's name for their files as a whole. */
export function listKnownTrees(project: string): Map<string, string> {
  const log = askGit(project, 'log', '--format=%T %H', `--glob=${REFS}/*`) ?? '';
  return new Map(
    log.split('\n').flatMap((line) => {
      const [tree, commit] = line.split(' ');
      return tree === undefined || commit === undefined ? [] : [[tree, commit] as const];
    }),
  );
}
