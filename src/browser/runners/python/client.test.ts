import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPythonRunner } from './client.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Stands where the browser's worker does, and says what the test lets it say. */
class FakeWorker {
  static all: FakeWorker[] = [];
  readonly got: ToWorker[] = [];
  isTerminated = false;
  readonly #listeners: ((event: { data: FromWorker }) => void)[] = [];
  readonly #onError: ((event: Event) => void)[] = [];

  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(message: ToWorker): void {
    this.got.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  addEventListener(kind: string, listener: (event: never) => void): void {
    if (kind === 'error') this.#onError.push(listener as (event: Event) => void);
    else this.#listeners.push(listener as (event: { data: FromWorker }) => void);
  }
  say(message: FromWorker): void {
    for (const listener of this.#listeners) listener({ data: message });
  }
  fail(): void {
    for (const listener of this.#onError) listener(new Event('error', { cancelable: true }));
  }
  /** The id of the program that it was sent last. */
  get id(): number {
    const message = this.got.at(-1);
    return message?.kind === 'run' ? message.id : -1;
  }
  finish(isWorn = false): void {
    this.say({ kind: 'done', id: this.id, report: { ending: 'done', error: undefined, ms: 1 }, isWorn });
  }
}

const last = () => FakeWorker.all.at(-1) ?? new FakeWorker();
const create = () =>
  createPythonRunner({
    createWorker: () => new FakeWorker() as never,
    assets: { folder: 'b/', files: { a: { wire: 10, raw: 20 } } },
    cache: 'c',
  });
const program = { blocks: [{ code: '1' }] };

beforeEach(() => {
  FakeWorker.all = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('loads nothing before the first run, then tells each state', async () => {
  const runner = create();
  const states: string[] = [];
  runner.state.subscribe(({ kind }) => states.push(kind));
  expect(FakeWorker.all).toEqual([]);
  const report = runner.run(program, () => undefined);
  last().say({ kind: 'progress', share: 0.5 });
  last().say({ kind: 'progress', share: 1 });
  last().say({ kind: 'ready', from: 'start' });
  last().finish();
  expect(await report).toMatchObject({ ending: 'done' });
  expect(states).toEqual(['absent', 'downloading', 'downloading', 'starting', 'ready', 'running', 'ready']);
});

test('runs one program after the other, and hands each its own output', async () => {
  const runner = create();
  const printed: string[] = [];
  const first = runner.run(program, ({ text }) => printed.push(`1${text}`));
  const second = runner.run(program, ({ text }) => printed.push(`2${text}`));
  last().say({ kind: 'ready', from: 'start' });
  const say = () => last().say({ kind: 'output', id: last().id, chunks: [{ stream: 'stdout', text: 'x' }] });
  say();
  last().finish();
  say();
  last().say({ kind: 'output', id: 1, chunks: [{ stream: 'stdout', text: 'late' }] });
  last().finish();
  await Promise.all([first, second]);
  expect(printed).toEqual(['1x', '2x']);
});

test('a program that heeds no interrupt is ended with its worker, and the next one gets another', async () => {
  const runner = create();
  const report = runner.run({ ...program, limit: 1000 }, () => undefined);
  last().say({ kind: 'ready', from: 'start' });
  vi.advanceTimersByTime(3000);
  expect(await report).toMatchObject({ ending: 'timeout' });
  expect(FakeWorker.all[0]?.isTerminated).toBe(true);
  const next = runner.run(program, () => undefined);
  expect(FakeWorker.all).toHaveLength(2);
  last().say({ kind: 'ready', from: 'snapshot' });
  last().finish();
  expect(await next).toMatchObject({ ending: 'done' });
});

test('stopping ends the present program and those that wait', async () => {
  const runner = create();
  const reports = [runner.run(program, () => undefined), runner.run(program, () => undefined)];
  last().say({ kind: 'ready', from: 'start' });
  runner.stop();
  expect((await Promise.all(reports)).map(({ ending }) => ending)).toEqual(['stopped', 'stopped']);
  expect(last().isTerminated).toBe(true);
});

test('what could not be loaded fails every program that waits, and is tried again by the next', async () => {
  const runner = create();
  const reports = [runner.run(program, () => undefined), runner.run(program, () => undefined)];
  last().say({ kind: 'broken', id: undefined, message: 'Failed to fetch' });
  expect((await Promise.all(reports)).map(({ ending }) => ending)).toEqual(['load-failed', 'load-failed']);
  const next = runner.run(program, () => undefined);
  last().fail();
  expect(await next).toMatchObject({ ending: 'load-failed' });
  expect(FakeWorker.all).toHaveLength(2);
});

test('an interpreter that breaks down takes one program with it, and the next is run on a fresh one', async () => {
  const runner = create();
  const broken = runner.run(program, () => undefined);
  const next = runner.run(program, () => undefined);
  last().say({ kind: 'ready', from: 'start' });
  last().say({ kind: 'broken', id: 1, message: 'fatal' });
  expect(await broken).toMatchObject({ ending: 'crashed', error: { message: 'fatal' } });
  last().say({ kind: 'ready', from: 'snapshot' });
  last().finish();
  expect(await next).toMatchObject({ ending: 'done' });
});

test('a worn interpreter is replaced before the next program asks', async () => {
  const runner = create();
  const report = runner.run(program, () => undefined);
  last().say({ kind: 'ready', from: 'start' });
  last().finish(true);
  await report;
  expect(FakeWorker.all.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

test('gives the memory back after five minutes without a program', async () => {
  const runner = create();
  const report = runner.run(program, () => undefined);
  last().say({ kind: 'ready', from: 'start' });
  last().finish();
  await report;
  vi.advanceTimersByTime(4 * 60_000);
  expect(last().isTerminated).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(last().isTerminated).toBe(true);
  expect(runner.state.get()).toEqual({ kind: 'absent', bytes: 10 });
});
