/** Installs a package of Debian or Ubuntu where this script may: as root, with apt. */
import { existsSync } from 'node:fs';
import { run } from './command.mjs';

/** A download that hangs must not hold the tests up; milliseconds. */
const TIME_LIMIT = 300_000;
/** Another apt may be at work, of a test that needs a browser too; seconds. */
const PATIENCE = ['--option', 'DPkg::Lock::Timeout=120'];

let last = Promise.resolve();

/**
 * One after the other: two at once would lock each other out.
 * @param {string} name of the package
 */
export function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return Promise.resolve();
  last = last.then(() => install(name));
  return last;
}

async function install(name) {
  console.log(`Installing ${name} with apt-get …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: TIME_LIMIT };
  const updated = await run('apt-get', ['update', '--quiet=2'], options);
  if (updated !== 0) return;
  await run('apt-get', [...PATIENCE, 'install', '--yes', '--quiet=2', '--no-install-recommends', name], options);
}
