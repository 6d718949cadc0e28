import { expect, test, vi } from 'vitest';
import { listEvents } from '../../domain/event-log.ts';
import { createMemoryStores } from './memory-stores.ts';
import { emptyOutbox } from './outbox.ts';
import { FakeStorage } from './testing/fake-storage.ts';

const KEY = 'kb:outbox';
const marked = { facts: { k: 'studied', note: 'gil', studied: true }, t: 1_800_000_000_000, z: 60 };

function open(...entries: unknown[]) {
  const storage = new FakeStorage();
  storage.items.set(KEY, JSON.stringify(entries));
  const { log } = createMemoryStores('phone', () => ({ t: 1, z: 0 }));
  const place = { siteId: 'kb', openStorage: () => storage, log, device: 'phone' };
  return { storage, log, place, events: async () => listEvents(await log.read()) };
}

test('what was noted is in the log, with its own time, and no longer in the outbox', async () => {
  const { storage, place, events } = open(marked, { ...marked, t: marked.t + 1 });
  await emptyOutbox(place);
  expect(await events()).toMatchObject([
    { d: 'phone', t: marked.t, z: 60, k: 'studied', note: 'gil', studied: true },
    { t: marked.t + 1 },
  ]);
  expect(storage.getItem(KEY)).toBe('[]');
});

test('two tabs that deliver the same, and one that could not take it out, make one event', async () => {
  const { storage, place, events } = open(marked);
  await Promise.all([emptyOutbox(place), emptyOutbox(place)]);
  storage.items.set(KEY, JSON.stringify([marked]));
  storage.isFull = true;
  await emptyOutbox(place);
  storage.isFull = false;
  await emptyOutbox(place);
  expect(await events()).toHaveLength(1);
  expect(storage.getItem(KEY)).toBe('[]');
});

test('what another page notes meanwhile stays until it is delivered too', async () => {
  const { storage, place, events } = open(marked);
  const other = { ...marked, t: marked.t + 5 };
  const change = place.log.change.bind(place.log);
  vi.spyOn(place.log, 'change').mockImplementationOnce(async (what) => {
    storage.items.set(KEY, JSON.stringify([marked, other]));
    return change(what);
  });
  await emptyOutbox(place);
  expect(JSON.parse(storage.getItem(KEY) ?? '')).toEqual([other]);
  await emptyOutbox(place);
  expect(await events()).toHaveLength(2);
});

test('without a database the page still has it', async () => {
  const { place, events } = open(marked);
  vi.spyOn(place.log, 'change').mockResolvedValue(false);
  await emptyOutbox(place);
  expect(await events()).toMatchObject([{ t: marked.t, studied: true }]);
});

test('damage is dropped and said, and the rest is delivered', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { storage, place, events } = open('x', { facts: { note: 'gil' }, t: 1, z: 0 }, { ...marked, t: 'now' }, marked);
  await emptyOutbox(place);
  expect(await events()).toHaveLength(1);
  expect(said).toHaveBeenCalledTimes(3);
  storage.items.set(KEY, '{"no":"list"}');
  await expect(emptyOutbox(place)).resolves.toBeUndefined();
  await expect(
    emptyOutbox({
      ...place,
      openStorage: () => {
        throw new Error('blocked');
      },
    }),
  ).resolves.toBeUndefined();
});
