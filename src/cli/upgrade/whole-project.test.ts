/** A fork of this very project that changed everything it owns, and its upgrade to what is committed here. */
import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import site from '../../../site.config.ts';
import { collectIds } from '../../content/check/content-ids.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { ExampleRepository, type Files } from './example-repository.ts';
import { git } from './git.ts';
import { readJournal } from './journal.ts';
import { readUpgradeWords } from './options.ts';
import { findOwner } from './ownership.ts';
import { startUpgrade } from './run-upgrade.ts';
import { readBlobs, readTree, type Tree } from './tree.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
/** The engine is tested where it is made. */
const isFork = site.siteId !== 'pskb';
const WORDS = 'content/i18n/en.json';
/** Merged by their keys, and so changed apart from the others. */
const BY_KEYS = ['package.json', 'package-lock.json', WORDS];
const FORK_ONLY = {
  'content/docs/mine/first.md': '---\nid: mine/first\ntitle: First\n---\n\nMine.\n\n- [ ] Say it ^say-it\n',
  'content/flashcards/mine.txt': 'Id: mine-one\nQ: Why?\nA: Because.\n',
  'src/islands/mine.ts': '// Mine.\n',
};

let engine: ExampleRepository;
let fork: ExampleRepository;
let newer: Tree;

// Some thousand files are written and deleted.
const TIME = 180_000;

beforeEach(() => {
  if (isFork) return;
  engine = new ExampleRepository();
  engine.borrow(PROJECT);
  const tree = git(PROJECT, ['rev-parse', 'HEAD^{tree}']).toString().trim();
  newer = readTree(PROJECT, tree);
  engine.commitTree(tree, makeOlder(newer));
  engine.git('tag', 'v0.0.1', 'main');
  fork = new ExampleRepository(engine);
  engine.git('tag', 'v9.0.0', engine.git('commit-tree', tree, '-p', 'main', '-m', 'newer'));
}, TIME);
afterEach(() => {
  engine?.remove();
  fork?.remove();
}, TIME);

/** An engine that lacks every fifth file, has two thirds of the others in an older state, and some that are gone since. */
function makeOlder(files: Tree): Files {
  const own = [...files.keys()].filter((file) => findOwner(file) !== 'owned' && !BY_KEYS.includes(file));
  const ids = [...files.values()].map(({ id }) => id);
  const texts = readBlobs(PROJECT, ids);
  const read = (file: string) => texts.get(files.get(file)?.id ?? '') ?? Buffer.alloc(0);
  const older: Record<string, Uint8Array | null> = {};
  for (const [index, file] of own.entries()) {
    if (index % 5 === 0) older[file] = null;
    else if (index % 3 > 0) older[file] = Buffer.concat([read(file), Buffer.from('\nolder\n')]);
  }
  const { version: _, ...manifest } = JSON.parse(read('package.json').toString());
  const { 'study.summary': __, ...words } = JSON.parse(read(WORDS).toString());
  return {
    ...older,
    'src/content/gone.ts': '// Gone since.\n',
    'docs/gone.md': 'Gone since.\n',
    'package.json': print({ version: '0.0.1', ...manifest, dependencies: { astro: '7.0.0' } }),
    [WORDS]: print({ ...words, 'study.output': 'Older output' }),
  };
}

/** Every file that a fork owns, its theme among them; what it may change besides; and additions of its own. */
function changeOwned(repository: ExampleRepository, files: Tree): void {
  for (const file of [...files.keys()].filter((name) => findOwner(name) === 'owned')) {
    const more = /\.mdx?$/.test(file) ? '\nMine.\n' : file.endsWith('.css') ? ':root { --mine: 1 }\n' : '\n';
    repository.write({ [file]: `${repository.read(file)}${more}` });
  }
  const manifest = JSON.parse(repository.read('package.json'));
  const words = JSON.parse(repository.read(WORDS));
  repository.write({
    ...FORK_ONLY,
    'site.config.ts': repository.read('site.config.ts').replace("'pskb'", "'mine'"),
    'package.json': print({ ...manifest, name: 'mine', scripts: { ...manifest.scripts, mine: 'echo mine' } }),
    [WORDS]: print({ ...words, 'search.label': 'Find' }),
  });
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The newer engine's part, in a process of its own, with the packages that are installed here. */
function finish(): string {
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(fork.folder, 'node_modules'), 'junction');
  const script = path.join(fork.folder, 'src/cli/upgrade.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--continue'], { encoding: 'utf8' });
  rmSync(path.join(fork.folder, 'node_modules'));
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

test.skipIf(isFork)(
  'a fork that changed all that it owns is upgraded without a conflict, and loses nothing',
  { timeout: TIME },
  async () => {
    changeOwned(fork, newer);
    fork.commit();
    const before = readTree(fork.folder, 'HEAD');
    const ids = collectIds(openDiskFiles(fork.folder), site);
    const words = readUpgradeWords(['--from', engine.folder]);
    if (words.act !== 'start') throw new Error('not a start');

    expect(await startUpgrade(fork.folder, words, () => {})).toBe('again');
    expect(readJournal(fork.folder)?.handMerge).toEqual([]);
    expect(finish()).toContain(' 0 errors, ');

    const after = fork.snapshot();
    const owned = [...before].filter(([file]) => findOwner(file) === 'owned' || file in FORK_ONLY);
    expect(owned.filter(([file, blob]) => after.get(file)?.id !== blob.id)).toEqual([]);
    const engineFiles = [...newer].filter(([file]) => findOwner(file) !== 'owned' && !BY_KEYS.includes(file));
    expect(engineFiles.filter(([file, blob]) => after.get(file)?.id !== blob.id)).toEqual([]);
    expect([...after.keys()].filter((file) => !newer.has(file) && !(file in FORK_ONLY))).toEqual(['.engine.json']);

    const manifest = JSON.parse(engine.git('show', 'v9.0.0:package.json'));
    expect(JSON.parse(fork.read('package.json'))).toEqual({
      ...manifest,
      name: 'mine',
      scripts: { ...manifest.scripts, mine: 'echo mine' },
    });
    expect(JSON.parse(fork.read('package-lock.json')).packages).toMatchObject({
      '': { name: 'mine', dependencies: manifest.dependencies },
    });
    const theirs = JSON.parse(engine.git('show', `v9.0.0:${WORDS}`));
    expect(JSON.parse(fork.read(WORDS))).toEqual({ ...theirs, 'search.label': 'Find' });

    const kept = collectIds(openDiskFiles(fork.folder), site);
    expect([...ids.keys()].filter((id) => !kept.has(id))).toEqual([]);
    expect(ids.size).toBeGreaterThan(1000);
    expect([...ids.keys()]).toEqual(
      expect.arrayContaining(['page:mine/first', 'item:mine/first#say-it', 'card:mine-one']),
    );
  },
);
