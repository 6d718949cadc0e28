import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog, listEvents } from '../../domain/event-log.ts';
import type { StudyEvent } from '../../domain/study-event.ts';
import { type ChannelLike, createLogStore, type LogStore } from './log-store.ts';
import { MIGRATIONS, openStudyDatabase } from './study-database.ts';
import { countCalls, FAULTS, type Fault, loseNextAnswer, resetDatabases } from './testing/faulty-database.ts';
import { connect, createClock, MORNING, openRaw, openTab } from './testing/log-tab.ts';

beforeEach(resetDatabases);
afterEach(() => void vi.restoreAllMocks());

const SNAPSHOT = { reason: 'import', at: 1, before: new Uint8Array([1]), after: new Uint8Array([2]) } as const;

function study(store: LogStore, note: string) {
  return store.append({ k: 'studied', note, studied: true });
}

async function notesIn(store: LogStore): Promise<unknown[]> {
  return listEvents(await store.read()).map(({ note }) => note);
}

function eventOf(device: string, n: number, note: string): StudyEvent {
  return { d: device, n, t: MORNING + n, z: 0, k: 'studied', note, studied: true };
}

describe('the log', () => {
  test('holds an event once append has said so, for every tab to come', async () => {
    const { event, saved } = await study(openTab(), 'gil');
    expect(saved).toBe(true);
    expect(event).toEqual({ d: 'laptop', n: 1, t: MORNING + 1000, z: 60, k: 'studied', note: 'gil', studied: true });
    expect(listEvents(await openTab().read())).toEqual([event]);
  });

  test('is stored by device and learning day', async () => {
    const tab = openTab();
    await study(tab, 'gil');
    await tab.append({ k: 'studied', note: 'sql', studied: true }, { t: MORNING + 24 * 3_600_000, z: 60 });
    expect(await (await openRaw()).getAllKeys('log')).toEqual(['laptop|2026-11-24', 'laptop|2026-11-25']);
    expect(listEvents(await tab.read('2026-11-25')).map(({ note }) => note)).toEqual(['sql']);
  });

  test('counts on after a tab has crashed', async () => {
    await study(openTab(), 'gil');
    void study(openTab(), 'lost or not');
    const { event } = await study(openTab(), 'sql');
    const counters = listEvents(await openTab().read()).map(({ n }) => n);
    expect(new Set(counters).size).toBe(counters.length);
    expect(event.n).toBe(Math.max(...counters));
  });

  test('counts on after its own events that come back in a backup', async () => {
    const tab = openTab();
    await tab.change({ added: { log: createLog([eventOf('laptop', 41, 'old')]) } });
    expect((await study(tab, 'gil')).event.n).toBe(42);
  });

  test('never counts again what was taken out', async () => {
    const tab = openTab();
    const { event } = await study(tab, 'gil');
    await tab.change({ removed: { log: createLog([event]) } });
    expect((await study(openTab(), 'sql')).event.n).toBe(2);
  });

  test('counts on where the counter was lost', async () => {
    await study(openTab(), 'gil');
    await (await openRaw()).put('meta', 'broken', 'counter|laptop');
    expect((await study(openTab(), 'sql')).event.n).toBe(2);
  });

  test('of one site is not that of another', async () => {
    await study(openTab('laptop', 'kb'), 'gil');
    expect(await notesIn(openTab('laptop', 'fork'))).toEqual([]);
  });

  test('tells other tabs that it has changed', async () => {
    const channels: ChannelLike[] = [];
    const openWithChannel = () => {
      const channel: ChannelLike = {
        onmessage: null,
        postMessage: (data) => {
          for (const other of channels) if (other !== channel) other.onmessage?.(new MessageEvent('message', { data }));
        },
      };
      channels.push(channel);
      return createLogStore({
        device: 'laptop',
        clock: createClock(),
        connection: connect(),
        channel,
      });
    };
    const [one, two] = [openWithChannel(), openWithChannel()];
    const seen = vi.fn();
    two.revision.listen(seen);
    await study(one, 'gil');
    expect(seen).toHaveBeenCalledOnce();
    expect(await notesIn(two)).toEqual(['gil']);
  });
});

describe('two tabs', () => {
  test('that append at the same time lose nothing and never share a counter', async () => {
    const tabs = [openTab(), openTab()];
    const notes = Array.from({ length: 40 }, (_, index) => `note-${index}`);
    const appended = await Promise.all(notes.map((note, index) => study(tabs[index % 2] ?? openTab(), note)));
    expect(new Set(appended.map(({ event }) => event.n)).size).toBe(40);
    expect((await notesIn(openTab())).sort()).toEqual(notes.sort());
  });
});

describe('a change', () => {
  test('adds and takes out events, once, however often it is made', async () => {
    const tab = openTab('phone');
    const [one, two] = ['gil', 'sql'].map((note, index) => ({ log: createLog([eventOf('laptop', index, note)]) }));
    if (one === undefined || two === undefined) throw new Error('There are two.');
    await tab.change({ added: one });
    await tab.change({ added: two, removed: one });
    await tab.change({ added: two, removed: one });
    expect(await notesIn(tab)).toEqual(['sql']);
  });

  test('carries along what it does not know, merged', async () => {
    const tab = openTab();
    await tab.change({ carried: { later: { lru: { code: 'a', at: 1 } } } });
    await tab.change({ carried: { later: { lru: { code: 'b', at: 2 }, gil: { code: 'c', at: 1 } } } });
    expect((await tab.readAll()).carried).toEqual({ later: { lru: { code: 'b', at: 2 }, gil: { code: 'c', at: 1 } } });
  });

  test('leaves five snapshots at most, and finds the last one of its kind', async () => {
    const tab = openTab();
    for (let at = 1; at <= 7; at += 1) await tab.change({ snapshot: { ...SNAPSHOT, at } });
    await tab.change({ snapshot: { ...SNAPSHOT, reason: 'undo', at: 8 } });
    expect(await (await openRaw()).count('snapshots')).toBe(5);
    const last = await tab.findSnapshot('import');
    expect(last).toMatchObject({ at: 7, before: new Uint8Array([1]), after: new Uint8Array([2]) });
    await tab.change({ usedSnapshot: last?.key ?? -1 });
    expect(await tab.findSnapshot('import')).toMatchObject({ at: 6 });
  });
});

describe('when something is wrong with the database', () => {
  test('that is forbidden, events live as long as the page', async () => {
    countCalls(() => 'broken');
    const tab = openTab();
    const { event, saved } = await study(tab, 'gil');
    expect(saved).toBe(false);
    expect(tab.problem.get()).toBe('blocked');
    expect(listEvents(await tab.read())).toEqual([event]);
    expect((await tab.readAll()).isComplete).toBe(false);
    expect((await study(tab, 'sql')).event.n).toBe(2);
  });

  test('that is full, the next event saves both', async () => {
    const tab = openTab();
    await study(tab, 'gil');
    countCalls(() => 'full');
    expect((await study(tab, 'sql')).saved).toBe(false);
    expect(tab.problem.get()).toBe('full');
    vi.restoreAllMocks();
    expect(await notesIn(openTab())).toEqual(['gil']);
    await study(tab, 'api');
    expect(tab.problem.get()).toBeUndefined();
    expect(await notesIn(openTab())).toEqual(['gil', 'sql', 'api']);
  });

  test('that refuses an event while another is written, the next one saves it', async () => {
    const tab = openTab();
    await tab.read();
    countCalls((call) => (call === 3 ? 'broken' : undefined));
    const [first, second] = await Promise.all([study(tab, 'gil'), study(tab, 'sql')]);
    expect([first.saved, second.saved]).toEqual([true, false]);
    await study(tab, 'api');
    expect((await notesIn(openTab())).sort()).toEqual(['api', 'gil', 'sql']);
  });

  test('that has lost its answer, an event that is written again is still one', async () => {
    const tab = openTab();
    await tab.read();
    loseNextAnswer();
    expect((await study(tab, 'gil')).saved).toBe(false);
    await study(openTab(), 'sql');
    await study(tab, 'api');
    expect((await notesIn(openTab())).sort()).toEqual(['api', 'gil', 'sql']);
  });

  test('that does not answer, the event is kept, and is one when the answer comes late', async () => {
    const tab = openTab();
    await tab.read();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hold = await holdDatabase();
    const appending = study(tab, 'gil');
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await appending).saved).toBe(false);
    expect(tab.problem.get()).toBe('blocked');
    vi.useRealTimers();
    hold.release();
    expect((await study(tab, 'sql')).saved).toBe(true);
    expect(await notesIn(openTab())).toEqual(['gil', 'sql']);
  });

  test('that is of a newer version, it is left as it is', async () => {
    const migrations = [...MIGRATIONS, () => undefined];
    (await openStudyDatabase('kb', () => undefined, migrations)).close();
    const tab = openTab();
    expect((await study(tab, 'gil')).saved).toBe(false);
    expect(tab.problem.get()).toBe('newer');
    expect(await notesIn(tab)).toEqual(['gil']);
  });

  test.each([
    ['is no list', { events: [] }, []],
    ['holds what is no event', [eventOf('laptop', 1, 'gil'), { d: 'laptop' }], ['gil']],
  ])('of which a day %s, it is set aside as it was, and the rest is kept', async (_, value, readable) => {
    const raw = await openRaw();
    await raw.put('log', value, 'laptop|2026-11-24');
    const tab = openTab();
    expect(await notesIn(tab)).toEqual(readable);
    expect(tab.problem.get()).toBe('corrupt');
    expect(await raw.getAll('quarantine')).toEqual([value]);
    await study(tab, 'sql');
    expect(await notesIn(openTab())).toEqual([...readable, 'sql']);
    expect(await raw.count('quarantine')).toBe(1);
  });
});

/** A transaction that does not end, so that others have to wait for it. */
async function holdDatabase(): Promise<{ release(): void }> {
  const { store } = (await openRaw()).transaction('log', 'readwrite');
  let isHeld = true;
  const keepBusy = async (): Promise<void> => {
    while (isHeld) await store.get('any');
  };
  const busy = keepBusy();
  return {
    release() {
      isHeld = false;
      void busy;
    },
  };
}

/** What a reader does in a tab, and what the tab has said is saved. */
interface Session {
  readonly acknowledged: StudyEvent[];
  readonly tried: StudyEvent[];
}

async function append(session: Session, tab: LogStore | undefined, note: string): Promise<void> {
  if (tab === undefined) return;
  const { event, saved } = await study(tab, note);
  session.tried.push(event);
  if (saved) session.acknowledged.push(event);
}

async function takeIn(session: Session, tab: LogStore | undefined): Promise<void> {
  const events = ['a', 'b', 'c'].map((note, index) => ({ ...eventOf('phone', index, note), t: MORNING + index * 9e7 }));
  const isDone = await tab?.change({ added: { log: createLog(events) }, carried: { later: {} }, snapshot: SNAPSHOT });
  if (isDone) session.acknowledged.push(...events);
}

async function expectNothingLost({ acknowledged, tried }: Session): Promise<void> {
  const stored = listEvents(await openTab().read());
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  const own = stored.filter(({ d }) => d === 'laptop');
  expect(tried.map(({ note }) => note)).toEqual(expect.arrayContaining(own.map(({ note }) => note)));
  expect([0, 3], 'an import is done or not').toContain(stored.length - own.length);
}

describe('no acknowledged event is lost', () => {
  async function act(session: Session, tabs: readonly LogStore[]): Promise<void> {
    await append(session, tabs[0], 'one');
    await append(session, tabs[1], 'two');
    await takeIn(session, tabs[0]);
    await append(session, tabs[0], 'three');
    await append(session, tabs[1], 'four');
  }

  test.each(FAULTS)('when any one call is %s', async (fault) => {
    const counted = countCalls(() => undefined);
    await act({ acknowledged: [], tried: [] }, [openTab(), openTab()]);
    const calls = counted();
    expect(calls).toBeGreaterThan(30);
    for (let failing = 1; failing <= calls; failing += 1) {
      vi.restoreAllMocks();
      resetDatabases();
      const session: Session = { acknowledged: [], tried: [] };
      const tabs = [openTab(), openTab()];
      countCalls((call) => (call === failing ? fault : undefined));
      await act(session, tabs);
      vi.restoreAllMocks();
      await expectNothingLost(session);
      for (const tab of tabs) await append(session, tab, 'last');
      const notes = await notesIn(openTab());
      expect(notes).toEqual(expect.arrayContaining(['one', 'two', 'three', 'four', 'last', 'last']));
      expect(notes.filter((note) => note === 'one')).toHaveLength(1);
    }
  });

  test('when calls fail at random, tabs crash and others go on', async () => {
    const step = fc.record({ tab: fc.nat(2), crashes: fc.boolean(), isImport: fc.boolean(), waits: fc.boolean() });
    const faults = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom<Fault>(...FAULTS)));
    const property = fc.asyncProperty(fc.array(step, { maxLength: 15 }), faults, async (steps, failing) => {
      vi.restoreAllMocks();
      resetDatabases();
      const session: Session = { acknowledged: [], tried: [] };
      const tabs = [openTab(), openTab(), openTab()];
      countCalls((call) => new Map(failing).get(call));
      const running: Promise<void>[] = [];
      for (const [index, { tab, crashes, isImport, waits }] of steps.entries()) {
        running.push(isImport ? takeIn(session, tabs[tab]) : append(session, tabs[tab], `note-${index}`));
        if (waits) await Promise.all(running);
        if (crashes) tabs[tab] = openTab();
      }
      await Promise.all(running);
      vi.restoreAllMocks();
      await expectNothingLost(session);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
