import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDiskFiles } from './disk-files.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'kb-files-'));
  write('content/docs/a.md', 'first');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

test('files below content are listed by path, hidden ones left out', () => {
  write('content/docs/b/c.md', '');
  write('content/docs/.DS_Store', '');
  write('src/other.md', '');
  expect(openDiskFiles(project).list()).toEqual(['content/docs/a.md', 'content/docs/b/c.md']);
});

test('a file is read again only when it has changed', () => {
  const files = openDiskFiles(project);
  const before = files.read('content/docs/a.md');
  expect(files.read('content/docs/a.md')).toBe(before);
  write('content/docs/a.md', 'other');
  utimesSync(path.join(project, 'content/docs/a.md'), 0, 0);
  expect(files.read('content/docs/a.md').text).toBe('other');
});

test('a link that leads out of content, to a folder or to nothing is not followed', () => {
  write('secret.md', 'secret');
  mkdirSync(path.join(project, 'content/more'));
  for (const [name, target] of [
    ['out.md', '../../secret.md'],
    ['folder', '../more'],
    ['gone.md', 'nowhere.md'],
    ['inside.md', 'a.md'],
  ] as const) {
    symlinkSync(target, path.join(project, 'content/docs', name));
  }
  const files = openDiskFiles(project);
  const found = files.list().map((file) => [path.basename(file), files.read(file).problems.map(({ code }) => code)]);
  expect(Object.fromEntries(found)).toEqual({
    'a.md': [],
    folder: ['file-link'],
    'gone.md': ['file-link'],
    'inside.md': [],
    'out.md': ['file-link'],
  });
  expect(files.read('content/docs/inside.md').text).toBe('first');
  expect(files.read('content/docs/out.md').text).toBe('');
});

test('once frozen, nothing is looked at again', () => {
  const files = openDiskFiles(project);
  files.freeze();
  expect(files.read('content/docs/a.md').text).toBe('first');
  expect(files.has('content/docs/b.md')).toBe(false);
  write('content/docs/a.md', 'changed');
  write('content/docs/b.md', 'new');
  expect(files.read('content/docs/a.md').text).toBe('first');
  expect(files.has('content/docs/b.md')).toBe(false);
  expect(files.list()).toEqual(['content/docs/a.md']);
  expect(files.list()).toBe(files.list());
});

test('once frozen, what is told to have changed is looked at again, and nothing else', () => {
  const files = openDiskFiles(project);
  write('content/docs/z.md', 'last');
  files.freeze();
  const [list, version] = [files.list(), files.versionOf('content/')];
  expect([files.read('content/docs/a.md').text, files.read('content/docs/z.md').text]).toEqual(['first', 'last']);
  expect([files.has('content/docs/b.md'), files.versionOf('content/')]).toEqual([false, version]);

  write('content/docs/a.md', 'changed');
  write('content/docs/b.md', 'new');
  write('content/docs/z.md', 'not told');
  files.tellChange('content/docs/a.md');
  files.tellChange('content/docs/b.md');
  expect(files.versionOf('content/')).not.toBe(version);
  expect(files.list()).not.toBe(list);
  expect(files.list()).toEqual(['content/docs/a.md', 'content/docs/b.md', 'content/docs/z.md']);
  expect(files.has('content/docs/b.md')).toBe(true);
  expect(['a', 'b', 'z'].map((name) => files.read(`content/docs/${name}.md`).text)).toEqual(['changed', 'new', 'last']);
});

test('what is told again although it is known changes nothing', () => {
  const files = openDiskFiles(project);
  files.freeze();
  files.tellChange('content/docs/a.md');
  files.read('content/docs/a.md');
  const version = files.versionOf('content/');
  files.tellChange('content/docs/a.md');
  expect(files.versionOf('content/')).toBe(version);
});

test('a change is news once, whether or not anybody has read the file since', () => {
  const files = openDiskFiles(project);
  files.freeze();
  write('content/docs/a.md', 'first');
  expect([1, 2].map(() => files.tellChange('content/docs/a.md'))).toEqual([true, false]);
  expect(files.read('content/docs/a.md').text).toBe('first');
  expect(files.tellChange('content/docs/a.md')).toBe(false);
  write('content/docs/a.md', 'longer');
  expect(files.tellChange('content/docs/a.md')).toBe(true);
});

test('once thawed, everything is looked at each time, and it is the same for one turn of the event loop', async () => {
  const files = openDiskFiles(project);
  files.freeze();
  const version = files.versionOf('content/');
  files.thaw();
  const thawed = files.versionOf('content/');
  expect(thawed).not.toBe(version);
  expect(files.versionOf('content/')).toBe(thawed);
  write('content/docs/b.md', 'new');
  expect(files.has('content/docs/b.md')).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(files.versionOf('content/')).not.toBe(thawed);
});

test('a folder has another version only where something below it has changed', () => {
  write('content/docs/b/c.md', '');
  const files = openDiskFiles(project);
  files.freeze();
  const versions = () => ['content/', 'content/docs/', 'content/docs/b/', 'content/i18n/'].map(files.versionOf);
  const before = versions();
  files.tellChange('content/docs/a.md');
  expect(versions().map((version, index) => version === before[index])).toEqual([false, false, true, true]);
  expect(files.versionOf('content/docs/a.md')).toBe(files.versionOf('content/docs/'));
  expect(files.versionOf('content/docs/z.md')).toBe(files.versionOf('content/i18n/'));
  files.thaw();
  files.freeze();
  expect(versions().every((version, index) => version > (before[index] ?? 0))).toBe(true);
});
