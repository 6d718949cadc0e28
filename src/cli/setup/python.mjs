/** The CPython that the `cpython` blocks of notes run on: one that is there, else the system's package. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installDebianPackage } from './debian.mjs';
import { ROOT } from './project.mjs';

const COMMANDS = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];
const PROBE = 'import sys; sys.exit(sys.version_info < (3, 11))';

export const PYTHON_HINT =
  'No CPython 3.11 or newer was found and none could be installed. Install one ("apt-get install python3", or from ' +
  'https://www.python.org), or set PYTHON to the executable.';

/** The virtual environment that holds the packages for tests, and the Python in it: see venv.mjs. */
export const VENV = path.join(ROOT, '.cache/venv');
export const VENV_PYTHON = path.join(VENV, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/**
 * A command that starts CPython 3.11 or newer; `PYTHON` in the environment is asked first, then the environment with the
 * packages for tests.
 * @returns {string | undefined}
 */
export function findPython() {
  return findWorking([...named(), VENV_PYTHON, ...COMMANDS]);
}

/**
 * The same outside the environment with the packages, to make that one.
 * @returns {string | undefined}
 */
export function findSystemPython() {
  return findWorking([...named(), ...COMMANDS]);
}

/** Finds a CPython or installs it. */
export async function providePython() {
  const present = findSystemPython();
  if (present !== undefined) return present;
  await installDebianPackage('python3');
  return findSystemPython();
}

function named() {
  return process.env.PYTHON === undefined ? [] : [process.env.PYTHON];
}

function findWorking(commands) {
  return commands.find((command) => spawnSync(command, ['-c', PROBE]).status === 0);
}
