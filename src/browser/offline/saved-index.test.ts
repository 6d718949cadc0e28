import { expect, test } from 'vitest';
import {
  commit,
  giveUp,
  isEmpty,
  listNeededBlobs,
  listSavedBlobs,
  NOTHING_SAVED,
  parseIndex,
  printIndex,
  remove,
  want,
} from './saved-index.ts';

const page = (hash: string) => ({ path: 'index.html', hash, wire: 1, disk: 1 });
const site = commit(NOTHING_SAVED, { site: [page('1')] }, ['site'], 7);

test('an index is read as it was written, and anything else is nothing saved', () => {
  const index = want(site, { site: [page('2')] });
  expect(parseIndex(JSON.parse(printIndex(index)))).toEqual(index);
  for (const value of [undefined, 'x', { version: 2, saved: {}, wanted: {} }, { version: 1, saved: [] }]) {
    expect(parseIndex(value)).toEqual(NOTHING_SAVED);
  }
  expect(parseIndex({ version: 1, saved: { site: { at: 'x', files: {} } }, wanted: { site: [] } })).toEqual(
    NOTHING_SAVED,
  );
});

test('until an update is whole, both what is saved and what is wanted are needed, and only the former is served', () => {
  const index = want(site, { site: [page('2')] });
  expect([...listSavedBlobs(index)]).toEqual(['1.html']);
  expect([...listNeededBlobs(index)].sort()).toEqual(['1.html', '2.html']);
  expect(giveUp(index, ['site'])).toEqual(site);
  const after = commit(index, { site: [page('2')] }, ['site'], 8);
  expect([...listNeededBlobs(after)]).toEqual(['2.html']);
  expect(after.saved.site?.at).toBe(8);
});

test('a group that the site has no more is let go with the next save', () => {
  const both = commit(site, { 'site-es': [page('3')] }, ['site', 'site-es'], 8);
  expect(Object.keys(commit(both, { site: [page('1')] }, ['site'], 9).saved)).toEqual(['site']);
});

test('nothing is left of a group that is removed, begun ones included', () => {
  expect(isEmpty(remove(want(site, { site: [page('2')] }), 'site'))).toBe(true);
  expect(isEmpty(remove(site, 'python'))).toBe(false);
});

test('scripts that an update replaces stay until the next one does, for pages that are open', () => {
  const style = (name: string) => ({ path: `_astro/${name}.css`, hash: name, wire: 1, disk: 1 });
  const first = commit(NOTHING_SAVED, { site: [page('1'), style('a')] }, ['site'], 1);
  const second = commit(first, { site: [page('2'), style('b')] }, ['site'], 2);
  expect(second.former).toEqual({ '_astro/a.css': 'a' });
  expect([...listNeededBlobs(second)].sort()).toEqual(['2.html', 'a.css', 'b.css']);
  const words = commit(second, { site: [page('3'), style('b')] }, ['site'], 3);
  expect(words.former).toEqual({ '_astro/a.css': 'a' });
  expect(commit(words, { site: [page('3'), style('c')] }, ['site'], 4).former).toEqual({ '_astro/b.css': 'b' });
});
