import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStudy } from '../../domain/study-document.ts';
import { TICK_STATES } from '../../domain/tick.ts';
import { createStudyStore, type StorageLike, studyKey } from './study-store.ts';

const KEY = studyKey('kb');

/** Storage in memory that several stores can share, as tabs do, and that can be told to fail. */
class FakeStorage implements StorageLike {
  readonly items = new Map<string, string>();
  failingWrites = new Set<number>();
  writes = 0;

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.writes += 1;
    if (this.failingWrites.has(this.writes)) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
}

function openTab(storage: StorageLike, now = counter()) {
  return createStudyStore('kb', () => storage, now);
}

function counter(): () => number {
  let time = 1000;
  return () => (time += 1);
}

function savedStates(storage: FakeStorage): Record<string, string> {
  const parsed = parseStudy(storage.getItem(KEY) ?? '{"version":1,"ticks":{}}');
  if (parsed.kind !== 'document') throw new Error(parsed.kind);
  return Object.fromEntries(Object.entries(parsed.document.ticks).map(([item, { state }]) => [item, state]));
}

test('a tick is stored before setTick returns, under the site’s own name', () => {
  const storage = new FakeStorage();
  openTab(storage).setTick('gil#explain', 'done');
  expect([...storage.items.keys()]).toEqual(['kb:study']);
  expect(savedStates(storage)).toEqual({ 'gil#explain': 'done' });
});

test('two tabs that tick in turn without hearing of each other lose nothing', () => {
  const storage = new FakeStorage();
  const [one, two] = [openTab(storage), openTab(storage)];
  one.setTick('a#1', 'done');
  two.setTick('a#2', 'doing');
  one.setTick('a#3', 'skipped');
  expect(savedStates(storage)).toEqual({ 'a#1': 'done', 'a#2': 'doing', 'a#3': 'skipped' });
});

test('a tab that is told of a change shows it', () => {
  const storage = new FakeStorage();
  const [one, two] = [openTab(storage), openTab(storage)];
  one.setTick('a#1', 'done');
  two.refresh();
  expect(two.study.get().ticks['a#1']?.state).toBe('done');
});

describe('when something is wrong with the storage', () => {
  test('that is forbidden, ticks live as long as the page', () => {
    const store = createStudyStore(
      'kb',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
      counter(),
    );
    store.setTick('a#1', 'done');
    expect(store.problem.get()).toBe('blocked');
    expect(store.study.get().ticks['a#1']?.state).toBe('done');
  });

  test('that is full, what was saved stays, and the next tick saves both', () => {
    const storage = new FakeStorage();
    const store = openTab(storage);
    store.setTick('a#1', 'done');
    storage.failingWrites.add(2);
    store.setTick('a#2', 'done');
    expect(store.problem.get()).toBe('full');
    expect(savedStates(storage)).toEqual({ 'a#1': 'done' });
    store.setTick('a#3', 'done');
    expect(store.problem.get()).toBeUndefined();
    expect(savedStates(storage)).toEqual({ 'a#1': 'done', 'a#2': 'done', 'a#3': 'done' });
  });

  test('that is corrupt, the text is set aside and a new record begins', () => {
    const storage = new FakeStorage();
    storage.items.set(KEY, '{"version":1,"ti');
    const store = openTab(storage, () => 77);
    store.setTick('a#1', 'done');
    expect(store.problem.get()).toBe('corrupt');
    expect(storage.getItem('kb:quarantine:77')).toBe('{"version":1,"ti');
    expect(savedStates(storage)).toEqual({ 'a#1': 'done' });
  });

  test('that is corrupt and full, the text is not written over until a copy is safe', () => {
    const storage = new FakeStorage();
    storage.items.set(KEY, 'broken');
    storage.failingWrites = new Set([1, 2]);
    const store = openTab(storage, () => 77);
    store.setTick('a#1', 'done');
    expect(storage.getItem(KEY)).toBe('broken');
    store.setTick('a#2', 'done');
    expect(storage.getItem('kb:quarantine:77')).toBe('broken');
    expect(savedStates(storage)).toEqual({ 'a#1': 'done', 'a#2': 'done' });
  });

  test('that holds a newer version’s record, it is left as it is', () => {
    const storage = new FakeStorage();
    storage.items.set(KEY, '{"version":2,"ticks":{}}');
    const store = openTab(storage);
    store.setTick('a#1', 'done');
    expect(store.problem.get()).toBe('newer');
    expect(storage.getItem(KEY)).toBe('{"version":2,"ticks":{}}');
  });
});

test('no order of ticks in two tabs, with writes failing anywhere, loses a tick that was saved', () => {
  const step = fc.record({
    tab: fc.nat(1),
    item: fc.constantFrom('a#1', 'a#2', 'a#3'),
    state: fc.constantFrom(...TICK_STATES),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 12 })), (steps, failing) => {
      const storage = new FakeStorage();
      storage.failingWrites = new Set(failing);
      const now = counter();
      const tabs = [openTab(storage, now), openTab(storage, now)];
      const acknowledged: Record<string, string> = {};
      for (const { tab, item, state } of steps) {
        const store = tabs[tab];
        store?.setTick(item, state);
        if (store?.problem.get() === undefined) acknowledged[item] = state;
        else delete acknowledged[item];
      }
      expect(savedStates(storage)).toMatchObject(acknowledged);
    }),
  );
});
