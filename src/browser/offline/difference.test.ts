import { expect, test } from 'vitest';
import { findWork, isOutdated } from './difference.ts';
import { commit, NOTHING_SAVED, want } from './saved-index.ts';

const file = (path: string, hash: string, wire: number) => ({ path, hash, wire, disk: wire * 3 });
const OLD = [file('index.html', '1', 10), file('gil/index.html', '2', 20), file('style.css', '3', 30)];
const NEW = [file('index.html', '4', 40), file('gil/index.html', '2', 20), file('new.css', '5', 50)];
const saved = commit(NOTHING_SAVED, { site: OLD }, ['site'], 0);
const blobs = new Set(['1.html', '2.html', '3.css']);

test('a group is outdated when a file has changed, has come or has gone', () => {
  const files = { 'index.html': '1', 'gil/index.html': '2', 'style.css': '3' };
  expect(isOutdated(OLD, files)).toBe(false);
  expect(isOutdated(NEW, files)).toBe(true);
  expect(isOutdated(OLD.slice(1), files)).toBe(true);
  expect(isOutdated([...OLD, file('x', '9', 1)], files)).toBe(true);
});

test('an update fetches what has changed, and nothing else', () => {
  const { missing, wire, done } = findWork(NEW, saved, blobs);
  expect(missing.map(({ path }) => path)).toEqual(['index.html', 'new.css']);
  expect([done, wire]).toEqual([0, 90]);
});

test('what an earlier attempt has brought is not fetched again, and counts as done', () => {
  const { missing, wire, done } = findWork(NEW, want(saved, { site: NEW }), new Set([...blobs, '4.html']));
  expect(missing.map(({ path }) => path)).toEqual(['new.css']);
  expect([done, wire]).toEqual([40, 90]);
});

test('what the browser has deleted is fetched again', () => {
  const { missing, wire } = findWork(OLD, saved, new Set(['2.html']));
  expect(missing.map(({ path }) => path)).toEqual(['index.html', 'style.css']);
  expect(wire).toBe(40);
});

test('equal files are fetched once', () => {
  const { missing, wire } = findWork(
    [file('a/index.html', '1', 10), file('b/index.html', '1', 10)],
    NOTHING_SAVED,
    new Set(),
  );
  expect(missing).toHaveLength(1);
  expect(wire).toBe(10);
});
