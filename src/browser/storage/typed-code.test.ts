import { expect, test, vi } from 'vitest';
import { createMemoryStores } from './memory-stores.ts';
import { FakeStorage } from './testing/fake-storage.ts';
import { deliverTyped, forgetTyped, noteTyped } from './typed-code.ts';

function open() {
  const storage = new FakeStorage();
  const { drafts } = createMemoryStores('phone', () => ({ t: 1, z: 0 }));
  const place = { siteId: 'kb', openStorage: () => storage };
  return { storage, drafts, place, noted: () => JSON.parse(storage.getItem('kb:typed') ?? '{}') };
}

test('what a page was left with is in the drafts when they are opened next, and no longer noted', async () => {
  const { drafts, place, noted } = open();
  noteTyped(place, 'exercise:lru', 'a = 1');
  noteTyped(place, 'exercise:lru', 'a = 2');
  noteTyped(place, 'playground:python', 'b = 1');
  await deliverTyped(place, drafts);
  expect((await drafts.read('exercise:lru'))?.code).toBe('a = 2');
  expect((await drafts.read('playground:python'))?.code).toBe('b = 1');
  expect(noted()).toEqual({});
});

test('what is typed while the draft is written stays noted', async () => {
  const { drafts, place, noted } = open();
  noteTyped(place, 'exercise:lru', 'a = 1');
  const delivered = deliverTyped(place, drafts);
  noteTyped(place, 'exercise:lru', 'a = 12');
  await delivered;
  expect(noted()).toEqual({ 'exercise:lru': 'a = 12' });
});

test('what could not be written stays noted; what was taken back is not', async () => {
  const { drafts, place, noted } = open();
  noteTyped(place, 'exercise:lru', 'a = 1');
  noteTyped(place, 'exercise:pool', 'b = 1');
  forgetTyped(place, 'exercise:pool');
  vi.spyOn(drafts, 'write').mockResolvedValue(false);
  await deliverTyped(place, drafts);
  expect(noted()).toEqual({ 'exercise:lru': 'a = 1' });
});

test('a storage that is damaged, full or forbidden breaks nothing', async () => {
  const { storage, drafts, place } = open();
  storage.items.set('kb:typed', '{"exercise:lru": 7, "exercise:pool": "b"');
  await deliverTyped(place, drafts);
  storage.items.set('kb:typed', '{"exercise:lru": 7, "exercise:pool": "b"}');
  storage.isFull = true;
  noteTyped(place, 'exercise:lru', 'a = 1');
  await deliverTyped(place, drafts);
  expect((await drafts.list('exercise:')).map(({ key, code }) => [key, code])).toEqual([['exercise:pool', 'b']]);
  const forbidden = {
    siteId: 'kb',
    openStorage: () => {
      throw new Error('blocked');
    },
  };
  noteTyped(forbidden, 'exercise:lru', 'a = 1');
  await expect(deliverTyped(forbidden, drafts)).resolves.toBeUndefined();
});
