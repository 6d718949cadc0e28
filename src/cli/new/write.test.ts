import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAll } from './write.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'new-'));
});

afterEach(() => rmSync(project, { recursive: true }));

const list = () => readdirSync(project, { recursive: true }).map(String).toSorted();

test('folders come with the files', () => {
  writeAll(project, { 'content/docs/a/b.md': 'b\n', 'content/docs/es/a/b.md': 'é\n' });
  expect(readFileSync(path.join(project, 'content/docs/es/a/b.md'), 'utf8')).toBe('é\n');
});

test('a file that appeared meanwhile stays as it is, and nothing else is left behind', () => {
  mkdirSync(path.join(project, 'content/docs/es'), { recursive: true });
  writeFileSync(path.join(project, 'content/docs/es/b.md'), 'mine\n');
  const before = list();
  expect(() => writeAll(project, { 'content/docs/a/b.md': 'new\n', 'content/docs/es/b.md': 'new\n' })).toThrow(
    /^Nothing was written, since content\/docs\/es\/b\.md cannot be: EEXIST/,
  );
  expect(list()).toEqual(before);
  expect(readFileSync(path.join(project, 'content/docs/es/b.md'), 'utf8')).toBe('mine\n');
});

test('a file where a folder should be leaves nothing behind', () => {
  writeFileSync(path.join(project, 'taken'), '');
  expect(() => writeAll(project, { 'a/b/c.md': 'new\n', 'taken/b.md': 'new\n' })).toThrow(/taken\/b\.md cannot be/);
  expect(list()).toEqual(['taken']);
});
