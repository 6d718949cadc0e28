/** Does what was planned, and sees whether it could be undone. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../new/refusal.ts';
import type { Plan } from './plan.ts';

/**
 * What git could not bring back.
 * @param project absolute path of the project
 * @returns a sentence where there is such a thing
 */
export function findRisk(project: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: project, encoding: 'utf8' });
  if (status !== 0) {
    return 'This folder is no git repository, so that nothing could bring back what is taken away. Begin one: git init && git add --all && git commit -m "Begin"';
  }
  const changed = stdout.split('\n').filter(Boolean);
  if (changed.length === 0) return undefined;
  const shown = changed.slice(0, 5).map((line) => `\n  ${line}`);
  return `There are changes that are not committed:${shown.join('')}${changed.length > 5 ? '\n  …' : ''}\nCommit them first, so that git can bring back what is taken away`;
}

/** @throws {Refusal} naming the file at which it stopped */
export function applyPlan(project: string, { files, gone }: Plan): void {
  const removed = [...gone, ...Object.keys(files).filter((file) => files[file] === null)];
  for (const file of removed) attempt(file, () => remove(project, file));
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    attempt(file, () => {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
      writeFileSync(path.join(project, file), text);
    });
  }
  attempt('site.config.ts', () => formatConfig(project));
}

function attempt(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `This was not finished, since ${file} cannot be changed: ${reason}\ngit restore . brings everything back`,
      {
        cause: error,
      },
    );
  }
}

/** With the folders that are empty then. */
function remove(project: string, file: string): void {
  rmSync(path.join(project, file), { recursive: true, force: true });
  let folder = path.dirname(path.join(project, file));
  while (
    folder.startsWith(path.join(project, 'content', path.sep)) &&
    existsSync(folder) &&
    readdirSync(folder).length === 0
  ) {
    rmdirSync(folder);
    folder = path.dirname(folder);
  }
}

/** Line by line as the tests ask for it. */
function formatConfig(project: string): void {
  const biome = path.join(project, 'node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'format', '--write', 'site.config.ts'], { cwd: project });
}
