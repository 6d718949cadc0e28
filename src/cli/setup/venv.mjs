/**
 * The virtual environment with the packages that tests take: pytest, what the exercises name under `packages`, and what
 * `content/requirements.txt` lists where there is one. It stands in `.cache/venv` and is made anew when one of these changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { installDebianPackage } from './debian.mjs';
import { ROOT } from './project.mjs';
import { findSystemPython, VENV, VENV_PYTHON } from './python.mjs';

const STAMP = path.join(VENV, 'study-requirements');
const LIST = path.join(ROOT, '.cache/requirements.txt');
/** What every test of an exercise runs with, unless the exercises agree on another. */
export const PYTEST = 'pytest==9.2.0';
/** Milliseconds for the download of the packages. */
const TIME_LIMIT = 600_000;

export const VENV_HINT =
  'The packages for the Python tests could not be installed into .cache/venv: see the messages above. It takes the module ' +
  'venv ("apt-get install python3-venv") and PyPI.';

/**
 * Brings the environment up to date.
 * @returns {Promise<string | undefined>} path of its Python
 */
export async function provideVenv() {
  const python = findSystemPython();
  if (python === undefined) return undefined;
  const wanted = await listRequirements();
  const stamp = createHash('sha256')
    .update(`${python}\n${wanted.join('\n')}`)
    .digest('hex');
  if (existsSync(VENV_PYTHON) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return VENV_PYTHON;
  console.log(`Installing ${wanted.length} Python packages into .cache/venv (only when they change) …`);
  if (!(await createVenv(python))) return undefined;
  writeFileSync(LIST, `${wanted.join('\n')}\n`);
  const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--requirement', LIST];
  if ((await run(VENV_PYTHON, words, { timeout: TIME_LIMIT })) !== 0) return undefined;
  writeFileSync(STAMP, stamp);
  return VENV_PYTHON;
}

/** Debian's Python comes without the means to make an environment. */
async function createVenv(python) {
  const create = () => {
    rmSync(VENV, { recursive: true, force: true });
    mkdirSync(path.dirname(VENV), { recursive: true });
    return run(python, ['-m', 'venv', VENV]);
  };
  if ((await create()) === 0) return true;
  await installDebianPackage('python3-venv');
  return (await create()) === 0;
}

/** @returns {Promise<string[]>} sorted, each once */
async function listRequirements() {
  const { parse } = await import('yaml');
  const folder = path.join(ROOT, 'content/exercises');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.map((name) => path.join(folder, name, 'exercise.yaml')).filter((file) => existsSync(file));
  const named = files.flatMap((file) => parse(readFileSync(file, 'utf8'))?.packages ?? []);
  const list = path.join(ROOT, 'content/requirements.txt');
  const listed = existsSync(list) ? readFileSync(list, 'utf8').split(/\r?\n/) : [];
  const all = [...named, ...listed.map((line) => line.replace(/#.*/, '').trim())].filter(Boolean);
  const own = all.some((requirement) => requirement.startsWith('pytest==')) ? [] : [PYTEST];
  return [...new Set([...own, ...all])].sort();
}
