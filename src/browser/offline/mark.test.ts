import { expect, test } from 'vitest';
import { createMark } from './mark.ts';

function createStorage(items = new Map<string, string>()) {
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test('names are added once and dropped, and with the last one the mark goes', () => {
  const storage = createStorage();
  const mark = createMark('pskb', () => storage);
  mark.add(['site', 'python']);
  mark.add(['python']);
  expect([...storage.items]).toEqual([['pskb:offline', 'site python']]);
  mark.drop(['site', 'postgres']);
  expect(mark.read()).toEqual(['python']);
  mark.drop(['python']);
  expect(storage.items.size).toBe(0);
  expect(mark.read()).toEqual([]);
});

test('where storage is blocked nothing is remembered, and nothing breaks', () => {
  const mark = createMark('pskb', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  mark.add(['site']);
  mark.drop(['site']);
  expect(mark.read()).toEqual([]);
});
