/** Where the project stands, and the Node that runs its tools. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** What Astro asks for, as `major.minor` with two digits for the minor version. */
const OLDEST_TO_RUN = 22.18;

/** Something that the person at the keyboard can mend; shown as one sentence, without a stack. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * The Node that runs Astro and the tests: the one that the npm package `node` brought, else this one if it is new enough.
 * @returns {string | undefined} path of the executable
 */
export function findNode() {
  const own = path.join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return [own, process.execPath].find((command) => {
    const { stdout, status } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    return status === 0 && isNewEnough(stdout);
  });
}

/**
 * Runs a script's body; a `SetupError` ends it with its sentence.
 * @param {() => Promise<void>} body
 */
export async function runScript(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

/** @param {string} version such as `v24.21.0` */
function isNewEnough(version) {
  const [major = '0', minor = '0'] = version.replace('v', '').split('.');
  return Number(`${major}.${minor.padStart(2, '0')}`) >= OLDEST_TO_RUN;
}
