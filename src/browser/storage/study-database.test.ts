import { beforeEach, expect, test, vi } from 'vitest';
import { createRecordingStore } from '../recording/recording-store.ts';
import { MIGRATIONS, type Migration, openStudyDatabase, problemOf } from './study-database.ts';
import { resetDatabases } from './testing/faulty-database.ts';
import { connect, openRaw, openTab } from './testing/log-tab.ts';

beforeEach(resetDatabases);

/** A store that a later version may add. */
const addLater: Migration = (database) => {
  Reflect.apply(database.createObjectStore, database, ['later']);
};

async function open(migrations: readonly Migration[], onClose = () => undefined) {
  return openStudyDatabase('kb', onClose, migrations);
}

/** What version 1 writes. It must be read for ever; a new version gets a fixture of its own beside it. */
async function createVersion1(): Promise<void> {
  const database = await open(MIGRATIONS.slice(0, 1));
  const event = { d: 'laptop', n: 7, t: 1_700_000_000_000, z: 60, k: 'studied', note: 'gil', studied: true };
  await database.put('log', [event], 'laptop|2023-11-14');
  await database.put('meta', 7, 'counter|laptop');
  const drafts = { lru: { code: 'pass', at: 5 }, broken: { code: 5 } };
  await database.put('meta', { drafts, later: { a: 1 } }, 'carried');
  database.close();
}

/** What version 2 writes, on top of what version 1 had. */
async function createVersion2(): Promise<void> {
  await createVersion1();
  const database = await open(MIGRATIONS.slice(0, 2));
  await database.put('drafts', { code: 'new', at: 9, earlier: [{ code: null, at: 8 }] }, 'exercise:lru');
  database.close();
}

test('a database of version 1 is read by the present version', async () => {
  await createVersion1();
  const tab = openTab();
  expect([...(await tab.read()).keys()]).toEqual(['laptop|2023-11-14']);
  expect((await tab.append({ k: 'studied', note: 'sql', studied: true })).event.n).toBe(8);
  const { drafts, carried } = await tab.readAll();
  expect(carried).toEqual({ later: { a: 1 } });
  expect(drafts).toEqual(new Map([['lru', { code: 'pass', at: 5, earlier: [] }]]));
  expect(await (await openRaw()).getAll('quarantine')).toEqual([{ code: 5 }]);
});

test('a database of version 2 is read by the present version', async () => {
  await createVersion2();
  const { drafts, log } = await openTab().readAll();
  expect([...log.keys()]).toEqual(['laptop|2023-11-14']);
  expect(drafts.get('exercise:lru')).toEqual({ code: 'new', at: 9, earlier: [{ code: null, at: 8 }] });
  expect([...drafts.keys()]).toEqual(['exercise:lru', 'lru']);
});

/** What version 3 writes, on top of what version 2 had. */
async function createVersion3(): Promise<void> {
  await createVersion2();
  const database = await open(MIGRATIONS.slice(0, 3));
  await database.put('reviews', '2023-11-20', 'day');
  await database.put('reviews', { form: 1, former: '[]', states: new Map() }, 'states');
  database.close();
}

test('a database of version 3 is read by the present version', async () => {
  await createVersion3();
  const { drafts, log } = await openTab().readAll();
  expect([...log.keys()]).toEqual(['laptop|2023-11-14']);
  expect([...drafts.keys()]).toEqual(['exercise:lru', 'lru']);
  const database = await openRaw();
  expect(await database.get('reviews', 'day')).toBe('2023-11-20');
  database.close();
});

/** What version 4 writes, on top of what version 3 had. */
async function createVersion4(): Promise<void> {
  await createVersion3();
  const database = await open(MIGRATIONS.slice(0, 4));
  const facts = { id: 'r1', session: 's1', type: 'audio/webm;codecs=opus', startedAt: 1_700_000_000_000, ms: 5000 };
  await database.put('recordings', { ...facts, bytes: 3, chunks: 1, marks: [{ ms: 0, text: 'Why?' }] }, 'r1');
  await database.put('recording-chunks', new Uint8Array([1, 2, 3]).buffer, ['r1', 0]);
  database.close();
}

test('a database of version 4 is read by the present version', async () => {
  await createVersion4();
  const { log } = await openTab().readAll();
  expect([...log.keys()]).toEqual(['laptop|2023-11-14']);
  const store = createRecordingStore(connect());
  expect(await store.list('s1')).toMatchObject([{ id: 'r1', ms: 5000, marks: [{ text: 'Why?' }] }]);
  expect(await (await store.read('r1'))?.bytes()).toEqual(new Uint8Array([1, 2, 3]));
});

test('a migration leaves a copy of what there was', async () => {
  await createVersion2();
  const database = await open([...MIGRATIONS, addLater]);
  expect([...database.objectStoreNames]).toContain('later');
  const [first, second] = await database.getAll('snapshots');
  const log = [['laptop|2023-11-14', [{ d: 'laptop', n: 7 }]]];
  const counter = ['counter|laptop', 7];
  expect(first).toMatchObject({ reason: 'migration', version: 1, log, meta: [['carried', { drafts: {} }], counter] });
  expect(second).toMatchObject({ version: 2, log, meta: [['carried', { later: {} }], counter] });
  expect(second).toHaveProperty('drafts', [
    ['exercise:lru', { code: 'new', at: 9, earlier: [{ code: null, at: 8 }] }],
    ['lru', { code: 'pass', at: 5 }],
  ]);
});

test('a migration that fails half way changes nothing', async () => {
  await createVersion1();
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const destroy: Migration = async (_, transaction) => {
    await transaction.objectStore('log').clear();
    throw new Error('a mistake in the migration');
  };
  await expect(open([...MIGRATIONS, destroy])).rejects.toThrow();
  expect(report.mock.calls.flat().map(String).join(' ')).toContain('a mistake in the migration');
  const database = await open(MIGRATIONS.slice(0, 1));
  expect(await database.getAllKeys('log')).toEqual(['laptop|2023-11-14']);
  expect(await database.count('snapshots')).toBe(0);
});

test('a tab makes way for a newer version, and says so from then on', async () => {
  const tab = openTab();
  await tab.append({ k: 'studied', note: 'gil', studied: true });
  const database = await open([...MIGRATIONS, addLater]);
  expect(await database.count('log')).toBe(1);
  expect((await tab.append({ k: 'studied', note: 'sql', studied: true })).saved).toBe(false);
  expect(tab.problem.get()).toBe('newer');
});

test('an older tab that does not make way is a reason not to open', async () => {
  const request = indexedDB.open('kb', 1);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const error = await open([...MIGRATIONS, addLater]).catch((reason: unknown) => reason);
  expect(problemOf(error)).toBe('blocked');
  request.result.close();
});

test('an error means the same to the reader in every browser', () => {
  const names = ['QuotaExceededError', 'VersionError', 'UnknownError', 'AbortError', 'InvalidStateError'];
  const problems = names.map((name) => problemOf(new DOMException('', name)));
  expect(problems).toEqual(['full', 'newer', 'blocked', 'blocked', 'blocked']);
  expect(problemOf('anything')).toBe('blocked');
});
