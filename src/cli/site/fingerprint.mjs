/** A hash of everything that a build of the site depends on, so that one is skipped only when nothing has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/project.mjs';

/** What no build reads. Everything else counts, so that a new folder is never forgotten. */
const IGNORED = new Set([
  '.astro',
  '.cache',
  '.ci',
  '.git',
  '.github',
  'dist',
  'docs',
  'node_modules',
  'playwright-report',
  'test-results',
  'tests',
]);
const IGNORED_ANYWHERE = new Set(['__pycache__', '.DS_Store', 'node_modules']);

/**
 * Hashes names and contents of the files, the variables of the environment that a build reads, and the commit, since
 * pages say when they were last changed.
 * @param {NodeJS.ProcessEnv} environment
 */
export function fingerprintSources(environment) {
  const hash = createHash('sha256');
  const add = (...parts) => parts.forEach((part) => hash.update(part).update('\0'));
  for (const name of Object.keys(environment).sort()) {
    const value = environment[name];
    if (value !== undefined && /^(SITE_|PUBLIC_|NODE_ENV$)/.test(name)) add(name, value);
  }
  add(spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout ?? '');
  for (const file of listSources('')) add(file, readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

function listSources(folder) {
  const isIgnored = (name) =>
    IGNORED_ANYWHERE.has(name) || (folder === '' && (IGNORED.has(name) || name.endsWith('.log')));
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !isIgnored(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return listSources(file);
      return entry.isFile() ? [file] : [];
    });
}
