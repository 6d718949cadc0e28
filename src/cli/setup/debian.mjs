/** Installs a package of Debian or Ubuntu where this script may: as root, with apt. */
import { existsSync } from 'node:fs';
import { run } from './command.mjs';

/** A download that hangs must not hold the tests up; milliseconds. */
const TIME_LIMIT = 300_000;

/** @param {string} name of the package */
export async function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log(`Installing ${name} with apt-get …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: TIME_LIMIT };
  const updated = await run('apt-get', ['update', '--quiet=2'], options);
  if (updated === 0) await run('apt-get', ['install', '--yes', '--quiet=2', '--no-install-recommends', name], options);
}
