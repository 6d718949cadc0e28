import { beforeEach, expect, test, vi } from 'vitest';
import { type Recording, startRecording } from '../../domain/recording.ts';
import { countCalls, resetDatabases } from '../storage/testing/faulty-database.ts';
import { connect, openRaw } from '../storage/testing/log-tab.ts';
import { createRecordingStore, type RecordingStore } from './recording-store.ts';

beforeEach(resetDatabases);

const openStore = () => createRecordingStore(connect());
const make = (id: string, session = 's1', startedAt = 1) =>
  startRecording({ id, session, type: 'audio/webm', startedAt });

async function fill(store: RecordingStore, recording: Recording, chunks: readonly string[]): Promise<void> {
  let last: Recording | undefined = recording;
  for (const [index, chunk] of chunks.entries()) {
    last = last && (await store.append(last, new Blob([chunk]), { ms: (index + 1) * 5000, marks: [] }));
  }
}

test('another tab reads what one has written, in order, as far as it got', async () => {
  const texts = Array.from({ length: 70 }, (_, index) => `chunk ${index};`);
  await fill(openStore(), make('a'), texts);
  const store = openStore();
  expect(await store.list()).toEqual([
    { ...make('a'), ms: 350_000, bytes: texts.join('').length, chunks: 70, marks: [] },
  ]);
  const blob = await store.read('a');
  expect(blob?.type).toBe('audio/webm');
  expect(await blob?.text()).toBe(texts.join(''));
});

test('recordings are listed by session, the oldest first, with why they ended', async () => {
  const store = openStore();
  await fill(store, make('late', 's1', 9), ['x']);
  await fill(store, make('early', 's1', 3), ['x']);
  await fill(store, make('other', 's2', 5), ['x']);
  await store.finish('early', 'device');
  await store.finish('never written', 'stopped');
  const list = (await store.list('s1')) ?? [];
  expect(list.map(({ id, end }) => [id, end])).toEqual([
    ['early', 'device'],
    ['late', undefined],
  ]);
  expect(await store.list()).toHaveLength(3);
});

test('what is deleted leaves nothing behind, and what is beside it stays', async () => {
  const store = openStore();
  for (const id of ['a', 'b', 'ab']) await fill(store, make(id), ['x', 'y']);
  expect(await store.remove(['a', 'ab'])).toBe(true);
  expect(await store.read('a')).toBeUndefined();
  expect(await (await store.read('b'))?.text()).toBe('xy');
  const database = await openRaw();
  expect(await database.getAllKeys('recording-chunks')).toEqual([
    ['b', 0],
    ['b', 1],
  ]);
  database.close();
});

test('a recording that was deleted while it was made does not come back without its beginning', async () => {
  const store = openStore();
  const first = await store.append(make('a'), new Blob(['x']), { ms: 5000, marks: [] });
  await store.remove(['a']);
  expect(first && (await store.append(first, new Blob(['y']), { ms: 9000, marks: [] }))).toBeUndefined();
  expect(await store.list()).toEqual([]);
});

test('a chunk for which there is no room changes nothing', async () => {
  const store = openStore();
  await fill(store, make('a'), ['x']);
  const [recording = make('a')] = (await store.list()) ?? [];
  // The transaction, the head, the chunk: and then the head, which finds no room.
  countCalls((call) => (call === 4 ? 'full' : undefined));
  expect(await store.append(recording, new Blob(['y']), { ms: 9000, marks: [] })).toBeUndefined();
  expect(store.problem.get()).toBe('full');
  vi.restoreAllMocks();
  expect(await store.list()).toEqual([recording]);
  expect(await (await store.read('a'))?.text()).toBe('x');
});

test('a damaged entry is left out', async () => {
  const store = openStore();
  await fill(store, make('a'), ['x']);
  const database = await openRaw();
  await database.put('recordings', { id: 'b', session: 's1', ms: Number.NaN }, 'b');
  database.close();
  expect((await store.list())?.map(({ id }) => id)).toEqual(['a']);
  expect(await store.read('b')).toBeUndefined();
});
