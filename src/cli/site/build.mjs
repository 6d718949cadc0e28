/**
 * Builds the site and leaves a stamp in its folder: `{ fingerprint, base }`. The stamp is written last, so a folder
 * with one holds a finished build; it tells which sources the build is of and below which path it is served.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../setup/command.mjs';
import { ROOT, SetupError } from '../setup/project.mjs';
import { fingerprintSources } from './fingerprint.mjs';

const STAMP = '.build.json';

/**
 * What Node is told for a build. By itself, V8 looks through its whole heap for each 64 MB of files and pictures that have
 * passed, so that a page costs the more, the larger the site is; with this, when they are many beside the heap.
 */
export const BUILD_FLAGS = ['--external-memory-accounted-in-global-limit'];

/**
 * Builds the site unless the folder holds a build of the same sources.
 *
 * Astro keeps rendered Markdown between builds and does not notice when a plugin, a picture or an interface word has
 * changed, hence `--force`.
 *
 * @param {string} node path of the Node that runs Astro
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv, always?: boolean, output?: number }} [options] `folder` is relative
 *   to the project; what Astro prints goes to `output`, an open file, where there is one
 * @returns {Promise<{ base: string, isNew: boolean }>}
 * @throws {SetupError} when the build failed
 */
export async function build(node, { folder = 'dist', env = {}, always = false, output } = {}) {
  const fingerprint = fingerprintSources({ ...process.env, ...env });
  const last = readStamp(folder);
  if (!always && last?.fingerprint === fingerprint) return { base: last.base, isNew: false };
  rmSync(path.join(ROOT, folder, STAMP), { force: true });
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const code = await run(node, [...BUILD_FLAGS, astro, 'build', '--force', '--outDir', `./${folder}`], { env, output });
  if (code !== 0) throw new SetupError('The site was not built: see the message above.');
  const base = readBase(node, env);
  writeFileSync(path.join(ROOT, folder, STAMP), JSON.stringify({ fingerprint, base }));
  return { base, isNew: true };
}

/** @returns {{ fingerprint: string, base: string } | undefined} */
export function readStamp(folder) {
  const file = path.join(ROOT, folder, STAMP);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The base path of the configuration, which is TypeScript, so only a newer Node can read it. */
function readBase(node, env) {
  const script = "import('./site.config.ts').then(({ default: site }) => process.stdout.write(site.base))";
  const { stdout, stderr, status } = spawnSync(node, ['--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
