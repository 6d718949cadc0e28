import { expect, test } from 'vitest';
import { readLastPage, writeLastPage } from './last-page.ts';
import type { StorageLike } from './storage/study-store.ts';

function createStorage(values: Record<string, string> = {}): StorageLike {
  const kept = new Map(Object.entries(values));
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}
const broken: StorageLike = {
  getItem: () => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('full');
  },
};

test('the last page is kept for its site only', () => {
  const storage = createStorage();
  writeLastPage('a', storage, { href: '/kb/gil/', title: 'The GIL' });
  expect(readLastPage('a', storage)).toEqual({ href: '/kb/gil/', title: 'The GIL' });
  expect(readLastPage('b', storage)).toBeUndefined();
});

test.each([
  '',
  '{',
  '[]',
  '{"href":1,"title":"x"}',
  '{"href":"https://example.org","title":"x"}',
  '{"href":"//example.org","title":"x"}',
])('what is stored and is no page of this site is not led to: %j', (text) => {
  expect(readLastPage('a', createStorage({ 'a:last-page': text }))).toBeUndefined();
});

test('storage that fails is no reason to fail', () => {
  expect(readLastPage('a', broken)).toBeUndefined();
  expect(() => writeLastPage('a', broken, { href: '/', title: '' })).not.toThrow();
});
