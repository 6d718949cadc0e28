/** Reads an engine that was downloaded: a `.tar.gz` or a `.zip`, as GitHub packs them, or a folder. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, unzipSync } from 'fflate';
import { Refusal } from '../new/refusal.ts';
import { describeEngine, type Engine } from './engine.ts';
import { git } from './git.ts';

/**
 * @param source a path as it was typed
 * @throws {Refusal} when there is nothing that can be read
 */
export function readArchive(project: string, source: string): Engine {
  const file = path.resolve(process.env.INIT_CWD ?? project, source);
  if (!existsSync(file)) throw new Refusal(`${source} is not there`);
  const folder = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
  try {
    const isFolder = statSync(file).isDirectory();
    if (!isFolder) unpack(file, folder, source);
    const tree = keepFolder(project, enter(isFolder ? file : folder), path.join(folder, '.index'));
    return describeEngine(project, tree, source, isFolder ? undefined : findCommit(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unpack(file: string, folder: string, source: string): void {
  try {
    if (file.endsWith('.zip')) return unzip(file, folder);
    const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', folder]);
    if (status === 0) return;
    throw new Error(stderr?.toString().trim() || 'tar is not installed');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${source} cannot be unpacked (${reason}): it must be a .tar.gz, a .zip or a folder`);
  }
}

function unzip(file: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    const target = path.join(folder, name);
    if (!target.startsWith(folder + path.sep)) throw new Error(`${name} would lie outside`);
    if (name.endsWith('/')) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

/** An archive has all of its files in one folder. */
function enter(folder: string): string {
  const [only, ...others] = readdirSync(folder).filter((name) => !name.startsWith('.') || name === '.github');
  const inner = path.join(folder, only ?? '');
  return only !== undefined && others.length === 0 && statSync(inner).isDirectory() ? inner : folder;
}

/** Puts the files into the repository, without touching what is there, so that they are read like any other version. */
function keepFolder(project: string, folder: string, index: string): string {
  const env = { GIT_INDEX_FILE: index, GIT_WORK_TREE: folder };
  const gitFolder = git(project, ['rev-parse', '--absolute-git-dir']).toString().trim();
  const words = ['--git-dir', gitFolder, '-c', 'core.safecrlf=false'];
  git(folder, [...words, 'add', '--all', '.'], { env });
  return git(folder, [...words, 'write-tree'], { env })
    .toString()
    .trim();
}

/** What git noted in an archive that it packed: a tar has it in its first header, a zip at its end. */
function findCommit(file: string): string | undefined {
  const bytes = readFileSync(file);
  const noted = file.endsWith('.zip')
    ? /([0-9a-f]{40})$/.exec(bytes.subarray(-40).toString('latin1'))
    : /\d+ comment=([0-9a-f]{40})\n/.exec(Buffer.from(gunzipSync(bytes).subarray(0, 1024)).toString('latin1'));
  return noted?.[1];
}
