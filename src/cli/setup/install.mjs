/**
 * Installs the packages when they are not what package.json and package-lock.json say.
 *
 * A stamp in `node_modules`, the hash of both files, tells that nothing has changed. Where npm was run by hand, its own
 * record of what it installed is compared with the lockfile instead, so that nothing is installed twice.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { findNode, ROOT, SetupError } from './project.mjs';

const STAMP = path.join(ROOT, 'node_modules/.study-install');
const RECORD = path.join(ROOT, 'node_modules/.package-lock.json');
/** Quiet, the tools included whatever NODE_ENV says. Node comes by a script of its package, which `allowScripts` permits. */
const WORDS = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs what is missing.
 * @returns {Promise<string>} path of the Node that runs the tools
 * @throws {SetupError} when the installation failed
 */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetupError(`Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org`);
  }
  const wanted = hashManifest();
  if (!isInstalled(wanted)) {
    console.log('Installing the packages (about a minute, only when they change) …');
    if ((await runNpm(WORDS)) !== 0)
      throw new SetupError('The packages could not be installed: see the message of npm above.');
  }
  const node = findNode();
  if (node === undefined) {
    throw new SetupError(
      'The npm package "node" did not bring its Node 24; npm may be set to ignore scripts ("npm config get ignore-scripts").',
    );
  }
  writeFileSync(STAMP, wanted);
  return node;
}

function isInstalled(wanted) {
  if (findNode() === undefined) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === wanted;
  return existsSync(RECORD) && isRecordCurrent();
}

function hashManifest() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

/** Whether what npm recorded is what the lockfile says; the packages of other platforms are optional. */
function isRecordCurrent() {
  const { dependencies, devDependencies } = readJson('package.json');
  const { '': root, ...locked } = readJson('package-lock.json').packages;
  const { packages: installed } = JSON.parse(readFileSync(RECORD, 'utf8'));
  const isLocked =
    JSON.stringify([root.dependencies, root.devDependencies]) === JSON.stringify([dependencies, devDependencies]);
  const isComplete = Object.entries(locked).every(([place, { version, optional }]) =>
    place in installed ? installed[place].version === version : optional,
  );
  return isLocked && isComplete && Object.keys(installed).every((place) => place in locked);
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

/** The npm that runs this script where there is one, on the Node that it runs on: `npm ci` takes away the project's own. */
function runNpm(words) {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  return npm?.endsWith('npm-cli.js') ? run(node, [npm, ...words]) : run('npm', words);
}
