/** Git, as far as an upgrade needs it: it keeps three versions of each file, whether they came by network or archive. */
import { spawnSync } from 'node:child_process';
import { Refusal } from '../new/refusal.ts';

interface GitOptions {
  readonly input?: string | Uint8Array | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** A command of git that failed, with what git said. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/**
 * @param project absolute path of the repository
 * @returns what git printed
 * @throws {GitError} when it failed
 * @throws {Refusal} where there is no git
 */
export function git(project: string, words: readonly string[], { input = '', env = {} }: GitOptions = {}): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', words, {
    cwd: project,
    input,
    env: { ...readEnvironment(), ...env },
    maxBuffer: 1024 ** 3,
  });
  if (error !== undefined) {
    throw new Refusal(`git could not be started (${error.message}): install it from https://git-scm.com`);
  }
  if (status !== 0) throw new GitError(stderr.toString().trim());
  return stdout;
}

/** What git printed, without the line end; nothing where it failed, which is an answer too. */
export function askGit(project: string, ...words: string[]): string | undefined {
  try {
    return git(project, words).toString().trim();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return undefined;
  }
}

/** Git's answers in English, no question about a password that nobody sees, and no repository but the folder's. */
function readEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|INDEX_FILE|WORK_TREE|PREFIX)$/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
}
