import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExampleRepository } from './example-repository.ts';
import { readJournal, writeJournal } from './journal.ts';
import { readUpgradeWords } from './options.ts';
import { continueUpgrade, startUpgrade } from './run-upgrade.ts';
import { undoUpgrade } from './undo.ts';

const OWNERSHIP = readFileSync(path.join(import.meta.dirname, 'ownership.ts'), 'utf8');
const PACKAGE = { name: 'engine', version: '0.1.0', scripts: { build: 'a' }, dependencies: { astro: '1.0.0' } };
const LOCK = { name: 'engine', version: '0.1.0', lockfileVersion: 3, packages: { '': PACKAGE } };
const ENGINE = {
  'src/cli/upgrade/ownership.ts': OWNERSHIP,
  'package.json': print(PACKAGE),
  'package-lock.json': print(LOCK),
  'src/a.ts': 'one\ntwo\nthree\nfour\nfive\n',
  'src/b.ts': 'b\n',
  'src/gone.ts': 'gone\n',
  'tests/e2e/note.spec.ts': 'walk\n',
  'content/docs/index.md': 'ours\n',
  'content/i18n/en.json': print({ a: 'A', b: 'B' }),
  'site.config.ts': "title: 'engine'\n",
};
const NEWER = {
  'package.json': print({ ...PACKAGE, version: '0.2.0', dependencies: { astro: '2.0.0', zod: '1.0.0' } }),
  'package-lock.json': print({ ...LOCK, version: '0.2.0', packages: { '': PACKAGE, 'node_modules/zod': {} } }),
  'src/a.ts': 'one\ntwo\nthree\nfour\nFIVE\n',
  'src/b.ts': 'B\n',
  'src/new/c.ts': 'c\n',
  'src/gone.ts': null,
  'tests/e2e/note.spec.ts': 'walk on\n',
  'content/docs/index.md': 'newer\n',
  'content/docs/more.md': 'more\n',
  'content/i18n/en.json': print({ a: 'A!', b: 'B', c: 'C' }),
  'site.config.ts': "title: 'newer'\n",
};

const CODEMOD = `export const codemod = {
  title: 'old is called new',
  concerns: (file) => file.startsWith('content/docs/'),
  change: (text) => text.replace('old', 'new'),
};
`;

let engine: ExampleRepository;
let fork: ExampleRepository;
let said: string[];

beforeEach(() => {
  engine = new ExampleRepository();
  engine.commit(ENGINE, 'v0.1.0');
  fork = new ExampleRepository(engine);
  engine.commit(NEWER, 'v0.2.0');
  said = [];
});
afterEach(() => {
  engine.remove();
  fork.remove();
});

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function start(...words: string[]) {
  const from = words.includes('--archive') ? [] : ['--from', engine.folder];
  const read = readUpgradeWords([...from, ...words]);
  if (read.act !== 'start') throw new Error('not a start');
  return startUpgrade(fork.folder, read, (text) => said.push(text));
}

function goOn() {
  return continueUpgrade(fork.folder, (text) => said.push(text));
}

test('the engine is newer, and what is the fork’s is as it was', async () => {
  fork.commit({
    'site.config.ts': "title: 'mine'\n",
    'content/docs/index.md': 'mine\n',
    'content/docs/note.md': 'note\n',
    'src/a.ts': 'ONE\ntwo\nthree\nfour\nfive\n',
    'tests/e2e/note.spec.ts': null,
    'package.json': print({ ...PACKAGE, name: 'mine', scripts: { build: 'a', mine: 'b' } }),
    'content/i18n/en.json': print({ a: 'mine', b: 'B' }),
  });
  expect(await start()).toBe('again');
  expect(await goOn()).toBe('finished');
  expect(fork.read('src/a.ts')).toBe('ONE\ntwo\nthree\nfour\nFIVE\n');
  expect(fork.read('src/b.ts')).toBe('B\n');
  expect(fork.read('src/new/c.ts')).toBe('c\n');
  expect([fork.has('src/gone.ts'), fork.has('tests/e2e/note.spec.ts'), fork.has('content/docs/more.md')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(fork.read('site.config.ts')).toBe("title: 'mine'\n");
  expect(fork.read('content/docs/index.md')).toBe('mine\n');
  expect(JSON.parse(fork.read('content/i18n/en.json'))).toEqual({ a: 'mine', b: 'B', c: 'C' });
  expect(JSON.parse(fork.read('package.json'))).toEqual({
    name: 'mine',
    version: '0.2.0',
    scripts: { build: 'a', mine: 'b' },
    dependencies: { astro: '2.0.0', zod: '1.0.0' },
  });
  expect(JSON.parse(fork.read('package-lock.json'))).toMatchObject({
    name: 'mine',
    version: '0.2.0',
    packages: { '': { name: 'mine' }, 'node_modules/zod': {} },
  });
  expect(JSON.parse(fork.read('.engine.json'))).toEqual({
    upstream: engine.folder,
    version: '0.2.0',
    commit: engine.git('rev-parse', 'HEAD'),
    tree: engine.git('rev-parse', 'HEAD^{tree}'),
  });
});

test('what the fork changed in a file that the engine moved is in the new place', async () => {
  fork.commit({ 'src/a.ts': 'ONE\ntwo\nthree\nfour\nfive\n' });
  engine.commit({ 'src/a.ts': null, 'src/moved/a.ts': NEWER['src/a.ts'] });
  const before = fork.snapshot();
  expect(await start('--to', 'main')).toBe('again');
  expect(fork.has('src/a.ts')).toBe(false);
  expect(fork.read('src/moved/a.ts')).toBe('ONE\ntwo\nthree\nfour\nFIVE\n');
  undoUpgrade(fork.folder, false);
  expect(fork.snapshot()).toEqual(before);
});

test('taken back, everything is what it was, files that no commit has among them', async () => {
  fork.commit({ 'src/a.ts': 'ONE\ntwo\nthree\nfour\nFIVE?\n', 'src/b.ts': null });
  fork.write({ 'content/docs/draft.md': 'old\n' });
  engine.commit({ 'src/cli/upgrade/codemods/001-word.ts': CODEMOD });
  const before = fork.snapshot();
  expect(await start('--to', 'main')).toBe('conflicts');
  expect(undoUpgrade(fork.folder, false).count).toBeGreaterThan(3);
  expect(fork.snapshot()).toEqual(before);
  expect(fork.git('status', '--porcelain')).toBe('?? content/docs/draft.md');

  fork.commit({ 'src/a.ts': ENGINE['src/a.ts'], 'content/docs/draft.md': null });
  fork.write({ 'content/docs/draft.md': 'old again\n' });
  const later = fork.snapshot();
  await start('--to', 'main');
  await goOn();
  expect(fork.read('content/docs/draft.md')).toBe('new again\n');
  undoUpgrade(fork.folder, false);
  expect(fork.snapshot()).toEqual(later);
  expect(() => undoUpgrade(fork.folder, false)).toThrowErrorMatchingInlineSnapshot(
    `[Refusal: There is no upgrade to take back.]`,
  );
});

test('what was changed since is not taken back by the way', async () => {
  await start();
  fork.write({ 'src/b.ts': 'B, and mine\n' });
  expect(() => undoUpgrade(fork.folder, false)).toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was taken back, since these files were changed after the upgrade:
      src/b.ts

    npm run upgrade -- --undo --force takes back those changes too.]
  `);
  expect(fork.read('src/b.ts')).toBe('B, and mine\n');
  undoUpgrade(fork.folder, true);
  expect(fork.git('status', '--porcelain')).toBe('');
});

test('conflicts are named by line, wait for a hand, and what follows is done after it', async () => {
  fork.commit({ 'src/a.ts': 'one\ntwo\nthree\nfour\n5\n', 'src/gone.ts': 'still here\n' });
  expect(await start()).toBe('conflicts');
  expect(said.at(-1)).toContain('  src/a.ts:5\n');
  expect(said[0]).toContain('hand-merge     2');
  expect(fork.read('src/a.ts')).toBe('one\ntwo\nthree\nfour\n<<<<<<< yours\n5\n=======\nFIVE\n>>>>>>> engine 0.2.0\n');
  expect(fork.read('src/gone.ts')).toBe('still here\n');
  await expect(goOn()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Conflicts are left:
      src/a.ts:5

    Resolve them, and go on with: npm run upgrade -- --continue]
  `);
  await expect(start()).rejects.toThrow('half finished: npm run upgrade -- --continue goes on with it');
  fork.write({ 'src/a.ts': 'one\ntwo\nthree\nfour\nFIVE 5\n' });
  expect(await goOn()).toBe('finished');
  expect(readJournal(fork.folder)?.handMerge.filter(({ hasMarkers }) => !hasMarkers)).toEqual([
    expect.objectContaining({ file: 'src/gone.ts' }),
  ]);
});

test('what was interrupted while files were put in place is gone on with', async () => {
  await start();
  const finished = fork.snapshot();
  const journal = readJournal(fork.folder);
  if (journal === undefined) throw new Error('no journal');
  // As if it had been ended between two files.
  writeJournal(fork.folder, { ...journal, stage: 'files' });
  fork.git('checkout', '--quiet', '--', 'src/a.ts', 'package.json');
  fork.write({ 'src/new/c.ts': null });
  await expect(start()).rejects.toThrow('half finished');
  expect(await goOn()).toBe('again');
  expect(fork.snapshot()).toEqual(finished);
  expect(await goOn()).toBe('finished');
  await expect(goOn()).rejects.toThrow('There is no upgrade to go on with.');
});

test('codemods that the fork’s engine did not have are run over its files, in order and once', async () => {
  fork.commit({ 'content/docs/index.md': 'old\n' });
  engine.commit({ 'src/cli/upgrade/codemods/001-word.ts': CODEMOD, 'src/cli/upgrade/codemods/README.md': 'why\n' });
  await start('--to', 'main');
  expect(fork.read('content/docs/index.md')).toBe('old\n');
  await goOn();
  expect(said.at(-1)).toBe('old is called new: 1 file changed');
  expect(fork.read('content/docs/index.md')).toBe('new\n');
  fork.commit({ 'content/docs/index.md': 'old, and meant\n' });
  engine.commit({ 'src/b.ts': 'BB\n' });
  await start('--to', 'main');
  await goOn();
  expect(fork.read('content/docs/index.md')).toBe('old, and meant\n');
});

test('a dry run lists everything and changes nothing', async () => {
  fork.commit({ 'src/b.ts': null, 'src/a.ts': 'ONE\ntwo\nthree\nfour\nfive\n', 'mine.txt': 'mine\n' });
  const before = fork.snapshot();
  expect(await start('--dry-run')).toBe('nothing');
  expect(fork.snapshot()).toEqual(before);
  expect(readJournal(fork.folder)).toBeUndefined();
  expect(said.join('\n').replaceAll(/\([0-9a-f]{7}\)/g, '(commit)')).toMatchInlineSnapshot(`
    "Engine 0.1.0 (commit) → 0.2.0 (commit)
    clean          6  taken from the newer engine
      content/i18n/en.json  replaced
      package.json  replaced
      src/a.ts  merged
      src/gone.ts  removed
      src/new/c.ts  new
      tests/e2e/note.spec.ts  replaced
    hand-merge     0  need your hand
    deleted        1  you deleted them, and they stay deleted
      src/b.ts  you deleted it
    local          3  yours, left alone"
  `);
});

test('uncommitted changes, files in the way and unknown versions are refused, and nothing is changed', async () => {
  fork.write({ 'src/new/c.ts': 'mine\n' });
  await expect(start()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was changed. The newer engine has files where yours lie that no commit has:
      src/new/c.ts

    Move or commit them, and run the upgrade again.]
  `);
  await expect(start('--to', 'v9')).rejects.toThrow('has no version "v9": it has v0.2.0, v0.1.0, main');
  fork.write({ 'src/b.ts': 'mine\n' });
  await expect(start()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Refusal: Nothing was changed, since there are changes that no commit has:
      src/b.ts

    Commit them, or put them aside with git stash, and run the upgrade again.]
  `);
  expect(fork.git('status', '--porcelain')).toBe(' M src/b.ts\n?? src/new/');
});
