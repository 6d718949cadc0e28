/**
 * Copies of this project, as somebody has it who has cloned it, each with what Astro keeps of its content for itself: builds of
 * them can go side by side.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/project.mjs';

/** What tools leave beside the packages. */
const KEPT_BESIDE = new Set(['.astro', '.cache', '.vite', '.study-install']);

/** Copies all files of the project as they are now, whether or not they are committed. */
export function copyProject(target: string): void {
  for (const file of listProjectFiles()) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(target, file));
  }
}

/**
 * Links each package of the project, since what tools leave beside them must be the copy's own.
 * @param target a folder that lies in the project: from anywhere else Astro does not find linked packages
 */
export function linkPackages(target: string): void {
  const packages = path.join(ROOT, 'node_modules');
  const own = path.join(target, 'node_modules');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(packages).filter((each) => !KEPT_BESIDE.has(each))) {
    symlinkSync(path.join(packages, name), path.join(own, name), 'junction');
  }
}

function listProjectFiles(): string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout, stderr, status } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}
