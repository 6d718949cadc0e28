/**
 * Installs the Git hooks of lefthook.yml; npm runs this after each installation (`prepare`). Nothing happens where
 * nobody commits (CI, a downloaded archive) or where hooks are switched off, and a failure does not stop the install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup/project.mjs';

const { CI, LEFTHOOK } = process.env;
const isWanted = (CI ?? 'false') === 'false' && LEFTHOOK !== '0' && LEFTHOOK !== 'false';

if (isWanted && existsSync(path.join(ROOT, '.git'))) {
  const lefthook = path.join(ROOT, 'node_modules/lefthook/bin/index.js');
  const { status, stderr, stdout } = spawnSync(process.execPath, [lefthook, 'install'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0)
    console.warn(`The Git hooks were not installed, which only matters to those who commit:\n${stdout}${stderr}`);
}
