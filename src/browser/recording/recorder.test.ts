import { beforeEach, expect, test, vi } from 'vitest';
import { countCalls, resetDatabases } from '../storage/testing/faulty-database.ts';
import { connect } from '../storage/testing/log-tab.ts';
import { createLiveRecordings } from './live-recordings.ts';
import { createRecorder, type RecorderState } from './recorder.ts';
import { createRecordingStore } from './recording-store.ts';
import { LONGEST_GAP, TIMESLICE } from './take.ts';
import { createFakeMicrophone } from './testing/fake-microphone.ts';

const START = Date.UTC(2026, 10, 28, 9);

beforeEach(resetDatabases);

function open() {
  const microphone = createFakeMicrophone();
  const store = createRecordingStore(connect());
  let now = START;
  let id = 0;
  const recorder = createRecorder({
    ...microphone,
    store,
    live: createLiveRecordings('kb', undefined),
    now: () => now,
    createId: () => `r${++id}`,
  });
  const until = (isReached: (state: RecorderState) => boolean) =>
    new Promise<RecorderState>((resolve) => {
      const stop = recorder.state.subscribe((state) => {
        if (!isReached(state)) return;
        resolve(state);
        queueMicrotask(() => stop());
      });
    });
  return {
    ...microphone,
    store,
    recorder,
    idle: () => until(({ kind }) => kind === 'idle'),
    wait: (ms: number) => {
      now += ms;
    },
    /** What the browser does while somebody speaks. */
    speak: (text: string, ms = TIMESLICE) => {
      now += ms;
      microphone.last()?.give(text);
    },
    read: async (name: string) => (await store.read(name))?.text(),
  };
}

test('what is said is written as it comes, and stays when the tab is closed in the middle', async () => {
  const { recorder, speak, last } = open();
  await recorder.start('s1');
  expect(last()?.timeslice).toBe(TIMESLICE);
  recorder.mark('What is the GIL?');
  speak('one ');
  recorder.mark('Why?');
  speak('two ');
  await vi.waitUntil(async () => (await open().read('r1')) === 'one two ');
  expect(await open().store.list('s1')).toEqual([
    {
      id: 'r1',
      session: 's1',
      type: 'audio/webm;codecs=opus',
      startedAt: START,
      ms: 2 * TIMESLICE,
      bytes: 8,
      chunks: 2,
      marks: [
        { ms: 0, text: 'What is the GIL?' },
        { ms: TIMESLICE, text: 'Why?' },
      ],
    },
  ]);
});

test('pauses are not counted, and the microphone is let go at the end', async () => {
  const { recorder, speak, wait, last, read, store } = open();
  await recorder.start('s1');
  speak('one ');
  wait(2000);
  recorder.pause();
  expect([recorder.state.get().kind, last()?.state]).toEqual(['paused', 'paused']);
  wait(10 * LONGEST_GAP);
  recorder.resume();
  wait(1000);
  expect(recorder.elapsed()).toBe(TIMESLICE + 3000);
  await recorder.stop();
  expect(recorder.state.get()).toEqual({ kind: 'idle' });
  expect(last()?.stream.track.isStopped).toBe(true);
  expect(await read('r1')).toBe('one paused end');
  expect(await store.list()).toMatchObject([{ end: 'stopped', ms: TIMESLICE + 3000, chunks: 3 }]);
});

test('a microphone that is unplugged ends the recording, which stays, and the next one is a part of its own', async () => {
  const { recorder, speak, unplug, idle, read, store } = open();
  await recorder.start('s1');
  speak('one ');
  unplug();
  expect(await idle()).toEqual({ kind: 'idle', problem: 'device' });
  await recorder.start('s1');
  speak('two ');
  await recorder.stop();
  expect([await read('r1'), await read('r2')]).toEqual(['one end', 'two end']);
  expect((await store.list('s1'))?.map(({ end }) => end)).toEqual(['device', 'stopped']);
});

test('a computer that slept ends the recording with what was said before', async () => {
  const { recorder, speak, idle, store } = open();
  await recorder.start('s1');
  speak('one ');
  speak('two ', LONGEST_GAP + 1);
  expect(await idle()).toEqual({ kind: 'idle', problem: 'asleep' });
  expect(await store.list()).toMatchObject([{ end: 'asleep', ms: 3 * TIMESLICE }]);
});

test('a disk that is full ends the recording, and what was written can be played', async () => {
  const { recorder, speak, idle, read } = open();
  await recorder.start('s1');
  speak('one ');
  await vi.waitUntil(async () => (await read('r1')) === 'one ');
  countCalls(() => 'full');
  speak('two ');
  expect(await idle()).toEqual({ kind: 'idle', problem: 'full' });
  vi.restoreAllMocks();
  expect(await open().read('r1')).toBe('one ');
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['InvalidStateError', 'failed'],
])('a microphone that answers %s is %s, and can be asked again', async (name, problem) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { recorder, refuse, store } = open();
  refuse(name);
  await recorder.start('s1');
  expect(recorder.state.get()).toEqual({ kind: 'idle', problem });
  await recorder.start('s1');
  expect(await store.list()).toEqual([]);
});

test('where nothing can be kept, nobody is asked for the microphone', async () => {
  const { recorder, last } = open();
  countCalls(() => 'broken');
  await recorder.start('s1');
  vi.restoreAllMocks();
  expect(recorder.state.get()).toEqual({ kind: 'idle', problem: 'blocked' });
  expect(last()).toBeUndefined();
});

test('who stops while the browser still asks is not recorded', async () => {
  const { recorder, last } = open();
  const started = recorder.start('s1');
  await recorder.stop();
  await started;
  expect(recorder.state.get()).toEqual({ kind: 'idle' });
  expect([last()?.state, last()?.stream.track.isStopped]).toEqual(['inactive', true]);
});

test('who stops before any sound came is told that nothing was recorded', async () => {
  const { recorder, last, store } = open();
  await recorder.start('s1');
  Object.assign(last() ?? {}, { rest: '' });
  await recorder.stop();
  expect(recorder.state.get()).toEqual({ kind: 'idle', problem: 'nothing' });
  expect(await store.list()).toEqual([]);
});
