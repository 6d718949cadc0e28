import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExampleRepository } from './example-repository.ts';
import { readUpgradeWords } from './options.ts';
import { refuseUnready } from './ready.ts';
import { findVersions } from './versions.ts';

const OWNERSHIP = 'src/cli/upgrade/ownership.ts';
const OLD = { 'package.json': '{ "version": "0.1.0" }\n', [OWNERSHIP]: '// old\n', '.github/a.yml': 'a\n' };
const NEW = { 'package.json': '{ "version": "0.2.0" }\n', [OWNERSHIP]: '// new\n' };

let engine: ExampleRepository;
let others: ExampleRepository[];
let old: string;
let newer: string;

beforeEach(() => {
  engine = new ExampleRepository();
  others = [engine];
  old = engine.commit(OLD, 'v0.1.0');
  newer = engine.commit(NEW, 'v0.2.0');
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const repository of others) repository.remove();
});

/** A site that began with the engine's first release. */
function clone(): ExampleRepository {
  const fork = new ExampleRepository(engine);
  others.push(fork);
  fork.git('reset', '--quiet', '--hard', 'v0.1.0');
  fork.commit({ 'mine.txt': 'mine\n' });
  // Only what an upgrade brings along is known of the engine.
  fork.git('tag', '--delete', 'v0.1.0', 'v0.2.0');
  return fork;
}

/** A site whose history does not know the engine's. */
function copy(files: Readonly<Record<string, string>>): ExampleRepository {
  const fork = new ExampleRepository();
  others.push(fork);
  fork.commit(files);
  fork.commit({ 'mine.txt': 'mine\n' });
  return fork;
}

function find(fork: ExampleRepository, ...words: string[]) {
  const read = readUpgradeWords(words.includes('--archive') ? words : ['--from', engine.folder, ...words]);
  if (read.act !== 'start') throw new Error('not a start');
  const versions = findVersions(fork.folder, read);
  return versions === undefined ? undefined : `${versions.from.version} → ${versions.to.version}`;
}

function pack(name: string, commit: string): string {
  const file = path.join(engine.folder, '..', `${path.basename(engine.folder)}-${name}`);
  engine.git('archive', '--prefix=engine-main/', `--output=${file}`, commit);
  return file;
}

test('a fork stands on the newest commit that it shares with the engine, and goes to the newest release', () => {
  const fork = clone();
  engine.commit({ 'package.json': '{ "version": "0.3.0" }\n' });
  expect(find(fork)).toBe('0.1.0 → 0.2.0');
  expect(find(fork, '--to', '0.2.0')).toBe('0.1.0 → 0.2.0');
  expect(find(fork, '--to', 'main')).toBe('0.1.0 → 0.3.0');
  expect(find(fork, '--to', newer.slice(0, 9))).toBe('0.1.0 → 0.2.0');
  fork.git('merge', '--quiet', '--no-edit', newer);
  expect(find(fork)).toBeUndefined();
  expect(find(fork, '--to', 'main')).toBe('0.2.0 → 0.3.0');
});

test('what .engine.json notes counts, unless the engine was merged by hand since', () => {
  const fork = copy({ ...OLD, 'content/a.md': 'mine\n' });
  const note = (fields: object) =>
    fork.commit({ '.engine.json': JSON.stringify({ version: '9', upstream: engine.folder, ...fields }) });
  note({ commit: old });
  expect(find(fork)).toBe('0.1.0 → 0.2.0');
  note({ tree: engine.git('rev-parse', 'v0.1.0^{tree}') });
  expect(find(fork)).toBe('0.1.0 → 0.2.0');
  note({ version: '0.1.0' });
  expect(find(fork)).toBe('0.1.0 → 0.2.0');
  note({ version: '0.0.7' });
  expect(() => find(fork)).toThrow('The engine that .engine.json names, 0.0.7, is neither here nor in the repository.');
  fork.commit({ '.engine.json': '{' });
  expect(() => find(fork)).toThrow('.engine.json is damaged');

  const merged = clone();
  merged.git('merge', '--quiet', '--no-edit', newer);
  merged.commit({ '.engine.json': JSON.stringify({ version: '0.1.0', commit: old }) });
  engine.commit({ 'package.json': '{ "version": "0.3.0" }\n' }, 'v0.3.0');
  expect(find(merged)).toBe('0.2.0 → 0.3.0');
});

test('a copy stands on the commit that had exactly its files; of another one nothing is known until it is said', () => {
  expect(find(copy(OLD))).toBe('0.1.0 → 0.2.0');
  const strange = copy({ ...OLD, 'more.txt': 'more\n' });
  expect(() => find(strange)).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing says which engine your site stands on: there is no .engine.json, and its history is not the engine’s.
    Say it with --base: the version or the commit of the engine that you began with, or an archive of it:

      npm run upgrade -- --base v0.1.0
      npm run upgrade -- --base ~/Downloads/engine-0.1.0.tar.gz]
  `);
  expect(find(strange, '--base', 'v0.1.0')).toBe('0.1.0 → 0.2.0');
  expect(find(strange, '--base', old)).toBe('0.1.0 → 0.2.0');
  expect(() => find(strange, '--base', 'v7')).toThrow('"v7" is no version of the engine that is known here.');
});

test('an engine that is older than the fork’s is refused', () => {
  const fork = clone();
  fork.git('merge', '--quiet', '--no-edit', newer);
  expect(() => find(fork, '--to', 'v0.1.0')).toThrow('which is newer than 0.1.0');
  engine.commit({ 'package.json': '{ "version": "0.3.0-next" }\n' });
  fork.git('pull', '--quiet', '--no-rebase', '--no-edit', engine.folder, 'main');
  expect(find(fork)).toBeUndefined();
});

test.each(['engine.tar.gz', 'engine.zip'])('%s is read as it was packed, its commit with it', (name) => {
  const file = pack(name, 'v0.2.0');
  const base = pack(`base-${name}`, 'v0.1.0');
  try {
    const fork = copy({ ...OLD, 'more.txt': 'more\n' });
    const read = readUpgradeWords(['--archive', file, '--base', base]);
    if (read.act !== 'start') throw new Error('not a start');
    expect(findVersions(fork.folder, read)).toMatchObject({
      from: { version: '0.1.0', commit: old, tree: engine.git('rev-parse', 'v0.1.0^{tree}') },
      to: { version: '0.2.0', commit: newer, tree: engine.git('rev-parse', 'v0.2.0^{tree}') },
    });
    expect(fork.git('status', '--porcelain')).toBe('');
  } finally {
    rmSync(file);
    rmSync(base);
  }
});

test('a folder is an engine too; a damaged archive, a wrong one and a hostile one are refused', () => {
  const fork = copy(OLD);
  // Where npm was called; what is typed there is meant from there.
  vi.stubEnv('INIT_CWD', fork.folder);
  expect(find(fork, '--archive', engine.folder, '--base', 'HEAD~1')).toBe('0.1.0 → 0.2.0');
  const file = path.join(fork.folder, 'bad.zip');
  const refuse = (bytes: Uint8Array) => {
    writeFileSync(file, bytes);
    return () => find(fork, '--archive', 'bad.zip', '--base', 'HEAD~1');
  };
  expect(refuse(Buffer.from('no zip'))).toThrow(/^bad\.zip cannot be unpacked \(.+\): it must be a \.tar\.gz/);
  expect(refuse(zipSync({ 'a/b.txt': Buffer.from('b') }))).toThrow('bad.zip is no engine: it has no package.json');
  expect(refuse(zipSync({ '../evil.txt': Buffer.from('b') }))).toThrow('would lie outside');
  expect(() => find(fork, '--archive', 'missing.zip')).toThrow('missing.zip is not there');
});

test('where git cannot bring it back, no upgrade begins', () => {
  const fork = new ExampleRepository();
  others.push(fork);
  expect(() => refuseUnready(fork.folder)).toThrow('There is no commit yet');
  fork.commit({ 'site/a.txt': 'a\n' });
  expect(() => refuseUnready(path.join(fork.folder, 'site'))).toThrow('must be the top folder of its repository');
  rmSync(path.join(fork.folder, '.git'), { recursive: true });
  expect(() => refuseUnready(fork.folder)).toThrow('An upgrade needs git, and this folder is no repository.');
});
