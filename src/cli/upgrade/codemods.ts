/** Finds the codemods that an upgrade brings, and runs them over the fork's files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyCodemods, type Codemod, type CodemodResult } from './codemod.ts';
import { git } from './git.ts';
import type { Tree } from './tree.ts';

const FOLDER = 'src/cli/upgrade/codemods/';
const CODEMOD = /^\d{3}-[a-z0-9-]+\.ts$/;

/** Names of those that the newer engine has and the fork's does not, in their order. */
export function listCodemods(base: Tree, theirs: Tree): string[] {
  return [...theirs.keys()]
    .filter((file) => file.startsWith(FOLDER) && !base.has(file))
    .map((file) => file.slice(FOLDER.length))
    .filter((name) => CODEMOD.test(name))
    .sort();
}

/** What they make of the files of the project, untracked ones included. Nothing is written. */
export async function runCodemods(project: string, names: readonly string[]): Promise<CodemodResult> {
  const codemods = await Promise.all(names.map((name) => loadCodemod(path.join(project, FOLDER, name))));
  const listed = git(project, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']);
  const files = listed.toString().split('\0').filter(Boolean);
  return applyCodemods(codemods, files, (file) => readFileSync(path.join(project, file), 'utf8'));
}

async function loadCodemod(file: string): Promise<Codemod> {
  const { codemod } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return codemod;
}
