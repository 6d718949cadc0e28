import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStudy, withTick } from '../../domain/study-document.ts';
import { withPlan } from '../../domain/study-plan.ts';
import { TICK_STATES } from '../../domain/tick.ts';
import { createStudyStore, type StorageLike, type StudyStore, studyKey } from './study-store.ts';
import { FakeStorage } from './testing/fake-storage.ts';

const KEY = studyKey('kb');

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

test('a tab whose tick was written over by another writes both when it hears of it', () => {
  const storage = new FakeStorage();
  const [one, two] = [openTab(storage), openTab(storage)];
  storage.meanwhile = () => two.setTick('a#2', 'done');
  one.setTick('a#1', 'done');
  expect(savedStates(storage)).toEqual({ 'a#1': 'done' });
  two.refresh();
  expect(savedStates(storage)).toEqual({ 'a#1': 'done', 'a#2': 'done' });
});

test('a tab that has changed nothing writes nothing when it hears of a change', () => {
  const storage = new FakeStorage();
  const [one, two] = [openTab(storage), openTab(storage)];
  one.setTick('a#1', 'done');
  two.refresh();
  one.refresh();
  expect(storage.writes).toBe(1);
});

test('an update says whether it is saved', () => {
  const storage = new FakeStorage();
  const store = openTab(storage);
  expect(store.update((study, now) => withPlan(study, null, now))).toBe(true);
  storage.isFull = true;
  expect(store.update((study, now) => withPlan(study, null, now))).toBe(false);
  expect(JSON.parse(storage.getItem(KEY) ?? '')).toMatchObject({ plan: { roadmap: null } });
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

  test('that fails to read once, the next tick saves both', () => {
    const storage = new FakeStorage();
    const store = openTab(storage);
    const getItem = storage.getItem.bind(storage);
    storage.getItem = () => {
      throw new DOMException('gone', 'UnknownError');
    };
    store.setTick('a#1', 'done');
    expect(store.problem.get()).toBe('blocked');
    storage.getItem = getItem;
    store.setTick('a#2', 'done');
    expect(store.problem.get()).toBeUndefined();
    expect(savedStates(storage)).toEqual({ 'a#1': 'done', 'a#2': 'done' });
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

test('no tick that was saved is lost when two tabs write at the same time and hear of each other later', () => {
  const step = fc.record({ tab: fc.nat(1), item: fc.nat(3), meanwhile: fc.option(fc.nat(3)), fails: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const storage = new FakeStorage();
      const now = counter();
      const tabs = [openTab(storage, now), openTab(storage, now)];
      const acknowledged = new Set<string>();
      const tick = (store: StudyStore | undefined, item: string) => {
        if (store?.update((study, time) => withTick(study, item, 'done', time))) acknowledged.add(item);
      };
      for (const { tab, item, meanwhile, fails } of steps) {
        if (meanwhile !== null) storage.meanwhile = () => tick(tabs[1 - tab], `b#${meanwhile}`);
        if (fails) storage.failingWrites.add(storage.writes + 1);
        tick(tabs[tab], `a#${item}`);
        for (const store of tabs) store.refresh();
      }
      for (const store of tabs) store.refresh();
      expect(Object.keys(savedStates(storage))).toEqual(expect.arrayContaining([...acknowledged]));
    }),
  );
});

test('no tick is lost when the stored text is cut off anywhere while a tab is open', () => {
  const storage = new FakeStorage();
  const store = openTab(storage, () => 77);
  store.setTick('a#1', 'done');
  const whole = storage.getItem(KEY) ?? '';
  for (let length = 0; length < whole.length; length += 1) {
    storage.items.set(KEY, whole.slice(0, length));
    store.refresh();
    expect(savedStates(storage)).toEqual({ 'a#1': 'done' });
    expect(storage.getItem('kb:quarantine:77')).toBe(whole.slice(0, length));
  }
});

test('no tick that was saved is lost whichever call of the storage fails', () => {
  const items = ['a#1', 'a#2', 'a#3', 'a#4'];
  /** Two tabs that tick in turn; the calls they make, and what they were told is saved. */
  const act = (failing: number) => {
    const storage = new FakeStorage();
    let calls = 0;
    const call = <Result>(work: () => Result): Result => {
      calls += 1;
      if (calls === failing) throw new DOMException('denied', 'SecurityError');
      return work();
    };
    const faulty: StorageLike = {
      getItem: (key) => call(() => storage.getItem(key)),
      setItem: (key, value) => call(() => storage.setItem(key, value)),
    };
    const now = counter();
    const tabs = [openTab(faulty, now), openTab(faulty, now)];
    const saved = items.filter((item, index) => {
      return tabs[index % 2]?.update((study, time) => withTick(study, item, 'done', time));
    });
    return { storage, tabs, calls, saved };
  };
  const { calls } = act(0);
  expect(calls).toBeGreaterThan(items.length);
  for (let failing = 1; failing <= calls; failing += 1) {
    const { storage, tabs, saved } = act(failing);
    expect(saved.length).toBeGreaterThanOrEqual(items.length - 1);
    expect(Object.keys(savedStates(storage))).toEqual(expect.arrayContaining(saved));
    // What could not be saved is saved with the next tick of its tab.
    for (const [index, tab] of tabs.entries()) tab.setTick(`b#${index}`, 'done');
    expect(Object.keys(savedStates(storage))).toEqual(expect.arrayContaining([...items, 'b#0', 'b#1']));
  }
});
