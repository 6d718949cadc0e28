/** A fork of this very project that changed everything it owns, and its upgrade to what is committed here. */
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import site from '../../../site.config.ts';
import { checkContent } from '../../content/check/check-content.ts';
import { collectIds } from '../../content/check/content-ids.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { formatProblem, isError } from '../../content/problem.ts';
import { ExampleRepository } from './example-repository.ts';
import { git } from './git.ts';
import { readJournal } from './journal.ts';
import { readUpgradeWords } from './options.ts';
import { findOwner } from './ownership.ts';
import { continueUpgrade, startUpgrade } from './run-upgrade.ts';
import { readTree, type Tree } from './tree.ts';

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
  engine.git('read-tree', tree);
  engine.git('checkout-index', '--all');
  newer = readTree(PROJECT, 'HEAD');
  makeOlder(engine, newer);
  engine.commit({}, 'v0.0.1');
  fork = new ExampleRepository(engine);
  engine.git('tag', 'v9.0.0', engine.git('commit-tree', tree, '-p', 'HEAD', '-m', 'newer'));
}, TIME);
afterEach(() => {
  engine?.remove();
  fork?.remove();
}, TIME);

/** An engine that lacks every fifth file, has two thirds of the others in an older state, and some that are gone since. */
function makeOlder(repository: ExampleRepository, files: Tree): void {
  const own = [...files.keys()].filter((file) => findOwner(file) !== 'owned' && !BY_KEYS.includes(file));
  for (const [index, file] of own.entries()) {
    if (index % 5 === 0) repository.write({ [file]: null });
    else if (index % 3 > 0) repository.write({ [file]: `${repository.read(file)}\nolder\n` });
  }
  repository.write({ 'src/content/gone.ts': '// Gone since.\n', 'docs/gone.md': 'Gone since.\n' });
  const { version: _, ...manifest } = JSON.parse(repository.read('package.json'));
  repository.write({ 'package.json': print({ version: '0.0.1', ...manifest, dependencies: { astro: '7.0.0' } }) });
  const { 'study.summary': __, ...words } = JSON.parse(repository.read(WORDS));
  repository.write({ [WORDS]: print({ ...words, 'study.output': 'Older output' }) });
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

function listErrors(): string[] {
  return checkContent(openDiskFiles(fork.folder), site, { today: new Date() }).filter(isError).map(formatProblem);
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
    expect(await continueUpgrade(fork.folder, () => {})).toBe('finished');
    expect(readJournal(fork.folder)?.handMerge).toEqual([]);

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
    expect(listErrors().filter((error) => !/mine/.test(error))).toEqual([]);
  },
);
