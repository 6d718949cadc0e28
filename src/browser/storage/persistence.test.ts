import { expect, test, vi } from 'vitest';
import { requestPersistence } from './persistence.ts';
import { FakeStorage } from './testing/fake-storage.ts';

function managerOf(isPersisted: boolean, answer: boolean) {
  return { persisted: vi.fn(async () => isPersisted), persist: vi.fn(async () => answer) };
}

test('the browser is asked once, whatever it answers', async () => {
  const storage = new FakeStorage();
  const manager = managerOf(false, false);
  expect(await requestPersistence('kb', () => storage, manager)).toBe(false);
  expect(await requestPersistence('kb', () => storage, manager)).toBe(false);
  expect(manager.persist).toHaveBeenCalledOnce();
});

test('a browser that keeps everything already is not asked', async () => {
  const manager = managerOf(true, false);
  expect(await requestPersistence('kb', () => new FakeStorage(), manager)).toBe(true);
  expect(manager.persist).not.toHaveBeenCalled();
});

test('a browser that has no answer gives none', async () => {
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect(await requestPersistence('kb', () => new FakeStorage(), undefined)).toBeUndefined();
  expect(await requestPersistence('kb', blocked, managerOf(false, true))).toBeUndefined();
});
