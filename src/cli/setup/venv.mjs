/**
 * The virtual environment with the packages that tests take. It stands in `.cache/venv`, and a stamp in it says of what it
 * was made: it is brought up to date when that has changed.
 *
 * The packages are installed in two steps, since pip takes a list with hashes only where each line has some: what
 * `content/examples/requirements.txt` lists, and what the exercises name under `packages`,
 * with what the tests take themselves. They are compiled once, here: the tests start hundreds of interpreters that write
 * no bytecode, and each would compile a whole framework to import it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { installDebianPackage } from './debian.mjs';
import { ROOT } from './project.mjs';
import { findSystemPython, VENV, VENV_PYTHON } from './python.mjs';

const STAMP = path.join(VENV, 'study-requirements');
/** What the examples and the notes import, with hashes. */
const EXAMPLES = path.join(ROOT, 'content/examples/requirements.txt');
/** What the exercises name, written for pip. */
const EXERCISES = path.join(ROOT, '.cache/requirements.txt');
/** What every test of an exercise runs with, unless the exercises agree on another. */
export const PYTEST = 'pytest==9.2.0';
/** Takes in the package of the flashcards, in `tests/python/anki.test.ts`. */
const ANKI = 'anki==26.9.3';
/** Milliseconds for the download of the packages. */
const TIME_LIMIT = 600_000;

export const VENV_HINT =
  'The packages for the Python tests could not be installed into .cache/venv: see the messages above. It takes PyPI, and ' +
  'uv or the module venv ("apt-get install python3-venv").';

/**
 * Brings the environment up to date, with uv where there is one: it takes seconds where pip takes a minute.
 * @returns {Promise<string | undefined>} path of its Python
 */
export async function provideVenv() {
  const python = findSystemPython();
  if (python === undefined) return undefined;
  const named = await listExercisePackages();
  const stamp = createHash('sha256').update(python).update(named.join('\n')).update(readExamples()).digest('hex');
  if (existsSync(VENV_PYTHON) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return VENV_PYTHON;
  console.log('Installing the Python packages of examples and exercises into .cache/venv (only when they change) …');
  const hasUv = spawnSync('uv', ['--version']).status === 0;
  if (!(await createVenv(python, hasUv))) return undefined;
  const install = hasUv
    ? ['uv', 'pip', 'install', '--quiet', '--compile-bytecode', '--python', VENV_PYTHON]
    : [VENV_PYTHON, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  writeFileSync(EXERCISES, `${named.join('\n')}\n`);
  const lists = [
    ...(existsSync(EXAMPLES) ? [['--require-hashes', '--requirement', EXAMPLES]] : []),
    ['--requirement', EXERCISES],
  ];
  for (const list of lists) {
    const [command, ...words] = [...install, ...list];
    if ((await run(command, words, { timeout: TIME_LIMIT })) !== 0) return undefined;
  }
  writeFileSync(STAMP, stamp);
  return VENV_PYTHON;
}

/** Debian's Python comes without the means to make an environment. */
async function createVenv(python, hasUv) {
  rmSync(VENV, { recursive: true, force: true });
  mkdirSync(path.dirname(VENV), { recursive: true });
  if (hasUv) return (await run('uv', ['venv', '--quiet', '--python', python, VENV])) === 0;
  const create = () => run(python, ['-m', 'venv', '--clear', VENV]);
  if ((await create()) === 0) return true;
  await installDebianPackage('python3-venv');
  return (await create()) === 0;
}

function readExamples() {
  return existsSync(EXAMPLES) ? readFileSync(EXAMPLES) : '';
}

/** @returns {Promise<string[]>} sorted, each once */
async function listExercisePackages() {
  const { parse } = await import('yaml');
  const folder = path.join(ROOT, 'content/exercises');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.map((name) => path.join(folder, name, 'exercise.yaml')).filter((file) => existsSync(file));
  const named = files.flatMap((file) => parse(readFileSync(file, 'utf8'))?.packages ?? []);
  const own = named.some((requirement) => requirement.startsWith('pytest==')) ? [] : [PYTEST];
  return [...new Set([...own, ...named, ANKI])].sort();
}
