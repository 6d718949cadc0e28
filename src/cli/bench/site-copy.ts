/** Copies of the project with content that is made of ours, in which a build or a server for writers is measured. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../../site.config.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { ROOT } from '../setup/project.mjs';
import { copyProject, linkPackages } from '../site/project-copy.ts';
import { makeContent } from './build-content.ts';

const FOLDER = path.join(ROOT, '.cache/bench');

/**
 * A project of its own, in a repository, since pages say when they were last changed.
 * @param count how many notes it has
 * @returns its folder, an absolute path
 */
export function prepareCopy(count: number): string {
  const root = path.join(FOLDER, `${count}-notes`);
  rmSync(root, { recursive: true, force: true });
  copyProject(root);
  linkPackages(root);
  for (const [file, text] of makeContent(openDiskFiles(ROOT), site, count)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  git(root, ['init', '--quiet']);
  git(root, ['add', '--all']);
  git(root, ['commit', '--quiet', '--message', 'all']);
  return root;
}

function git(root: string, words: readonly string[]): void {
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, '-c', 'core.hooksPath=', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
