/** The CPython that the `cpython` blocks of notes run on: one that is there, else the system's package. */
import { spawnSync } from 'node:child_process';
import { installDebianPackage } from './debian.mjs';

const COMMANDS = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];
const PROBE = 'import sys; sys.exit(sys.version_info < (3, 11))';

export const PYTHON_HINT =
  'No CPython 3.11 or newer was found and none could be installed. Install one ("apt-get install python3", or from ' +
  'https://www.python.org), or set PYTHON to the executable.';

/**
 * A command that starts CPython 3.11 or newer; `PYTHON` in the environment is asked first.
 * @returns {string | undefined}
 */
export function findPython() {
  const named = process.env.PYTHON === undefined ? [] : [process.env.PYTHON];
  return [...named, ...COMMANDS].find((command) => spawnSync(command, ['-c', PROBE]).status === 0);
}

/** Finds a CPython or installs it. */
export async function providePython() {
  const present = findPython();
  if (present !== undefined) return present;
  await installDebianPackage('python3');
  return findPython();
}
