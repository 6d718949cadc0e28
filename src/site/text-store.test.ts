import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTextStore, type TextStore } from './text-store.ts';

let folder: string;
let store: TextStore;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'study-texts-'));
  store = openTextStore(path.join(folder, 'texts'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a text is read by its mark, also where white space was put around it', () => {
  const mark = store.put('# Ñandú 🐍\n');
  expect(mark).toMatch(/^study-text:[0-9a-f]{32}$/);
  expect(store.get(`\n${mark} `)).toBe('# Ñandú 🐍\n');
});

test('equal texts have one mark, others have others', () => {
  expect(store.put('a')).toBe(store.put('a'));
  expect(store.put('a')).not.toBe(store.put('b'));
});

test('a text that is no mark is itself', () => {
  const text = '<p>study-text:0123</p>';
  expect([store.get(text), store.has(text)]).toEqual([text, true]);
});

test('what no page has any more is deleted, and is missed where a page still wants it', () => {
  const [kept, gone] = [store.put('kept'), store.put('gone')];
  store.prune([kept, 'no mark']);
  expect([store.has(kept), store.has(gone)]).toEqual([true, false]);
  expect(() => store.get(gone)).toThrow(/ENOENT/);
});

test('there is nothing to delete where nothing was ever kept', () => {
  expect(() => store.prune([])).not.toThrow();
});

test('a text whose writing breaks off is not there', () => {
  const mark = store.put('whole');
  store.prune([]);
  const hash = mark.slice('study-text:'.length);
  // Nothing can be written where a folder is.
  const blocked = path.join(folder, 'texts', hash.slice(0, 2), `${hash.slice(2)}.part`);
  mkdirSync(blocked, { recursive: true });
  expect(() => store.put('whole')).toThrow(/EISDIR/);
  expect(store.has(mark)).toBe(false);
  rmSync(blocked, { recursive: true });
  expect(store.get(store.put('whole'))).toBe('whole');
});
