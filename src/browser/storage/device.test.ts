import { expect, test } from 'vitest';
import { readDevice } from './device.ts';
import { FakeStorage } from './testing/fake-storage.ts';

test('a browser keeps its id, under the site’s own name', () => {
  const storage = new FakeStorage();
  const id = readDevice('kb', () => storage);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(readDevice('kb', () => storage)).toBe(id);
  expect([...storage.items]).toEqual([['kb:device', id]]);
  expect(readDevice('fork', () => storage)).not.toBe(id);
});

test('two tabs that come at the same moment agree', () => {
  const storage = new FakeStorage();
  storage.meanwhile = () =>
    readDevice(
      'kb',
      () => storage,
      () => 'other tab',
    );
  const id = readDevice(
    'kb',
    () => storage,
    () => 'this tab',
  );
  expect(readDevice('kb', () => storage)).toBe(id);
});

test('where storage is blocked or full, a page has an id of its own', () => {
  const full = new FakeStorage();
  full.isFull = true;
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect(
    readDevice(
      'kb',
      () => full,
      () => 'a',
    ),
  ).toBe('a');
  expect(readDevice('kb', blocked, () => 'b')).toBe('b');
});
