import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import site from '../../../site.config.ts';
import { findOwner, OWNERSHIP } from './ownership.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');

/** In a fork, a file that no list names is its own addition, and what it does not need may be gone. */
const isFork = site.siteId !== 'pskb';

function listTracked(): string[] {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z'], { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\0').filter((file) => file !== '');
}

test.skipIf(isFork)(
  'every tracked file is owned, shared or engine: name a new one in src/cli/upgrade/ownership.ts',
  () => {
    const tracked = listTracked();
    expect(tracked).toContain('package.json');
    expect(tracked.filter((file) => findOwner(file) === undefined)).toEqual([]);
  },
);

test.skipIf(isFork)('every line names something that is there, once', () => {
  const tracked = listTracked();
  const named: string[] = Object.values(OWNERSHIP).flat();
  expect(new Set(named).size).toBe(named.length);
  const isThere = (name: string) =>
    tracked.some((file) => (name.endsWith('/') ? file.startsWith(name) : file === name));
  // Only a fork that was upgraded has the record.
  expect(named.filter((name) => name !== '.engine.json' && !isThere(name))).toEqual([]);
});

test.each([
  ['src/styles/theme.css', 'owned'],
  ['src/styles/tokens.css', 'engine'],
  ['content/docs/django/orm.md', 'owned'],
  ['content/docs/authoring/note.md', 'shared'],
  ['content/i18n/en.json', 'shared'],
  ['tests/python/blocks.test.ts', 'engine'],
  ['tests/python/projects/todo-api/reference.py', 'owned'],
  ['my-notes.txt', undefined],
  ['package.json.orig', undefined],
])('%s is %s', (file, owner) => {
  expect(findOwner(file)).toBe(owner);
});
