import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listEvents } from '../../domain/event-log.ts';
import { type AutoSave, createAutoSave, DELAY, markOf } from './auto-save.ts';
import type { FileHandleLike } from './kept-file.ts';
import { createMemoryStores } from './memory-stores.ts';
import type { PageStores } from './page-stores.ts';
import { importBackup, readBackup, saveBackup } from './study-backup.ts';
import { createStudyStore, type StudyStore } from './study-store.ts';
import { FakeStorage } from './testing/fake-storage.ts';
import { createClock } from './testing/log-tab.ts';

/** A file on a disk, which a browser writes to by putting another in its place. */
class FakeFile implements FileHandleLike {
  readonly name = 'study.json.gz';
  content: Blob = new Blob();
  modified = 1;
  permission: PermissionState = 'granted';
  failure: DOMException | undefined;
  /** Where writing stops, as when the page is closed. */
  diesWhileWriting = false;

  async getFile(): Promise<File> {
    if (this.failure) throw this.failure;
    return new File([this.content], this.name, { lastModified: this.modified });
  }

  async createWritable() {
    if (this.permission !== 'granted') throw new DOMException('no', 'NotAllowedError');
    let next = new Blob();
    return {
      write: async (data: Blob) => {
        if (this.diesWhileWriting) throw new DOMException('no room', 'QuotaExceededError');
        next = data;
      },
      close: async () => this.put(next),
      abort: async () => undefined,
    };
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission;
  }

  async requestPermission(): Promise<PermissionState> {
    this.permission = 'granted';
    return this.permission;
  }

  put(content: Blob): void {
    this.content = content;
    this.modified += 1;
  }
}

interface Device {
  readonly study: StudyStore;
  readonly stores: PageStores;
  readonly storage: FakeStorage;
  /** One after the other, as the browser's own. */
  readonly lock: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

function createDevice(name: string): Device {
  const storage = new FakeStorage();
  const clock = createClock();
  const study = createStudyStore(
    'kb',
    () => storage,
    () => clock().t,
  );
  let last: Promise<unknown> = Promise.resolve();
  const lock: Device['lock'] = (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return { study, stores: createMemoryStores(name, clock), storage, lock };
}

function openTab({ study, stores, storage, lock }: Device): AutoSave {
  const place = { siteId: 'kb', study, log: stores.log };
  return createAutoSave({ place, kept: stores.kept, storage, now: () => 5, lock });
}

async function ticksIn(file: FakeFile): Promise<string[]> {
  const reading = await readBackup(file.content, 'kb');
  return reading.kind === 'backup' ? Object.keys(reading.backup.study.ticks).sort() : [reading.kind];
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets what is due happen, and what it began end. */
async function wait(): Promise<void> {
  vi.advanceTimersByTime(DELAY);
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 50));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

describe('the chosen file', () => {
  test('is written at once, and a while after a change', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    laptop.study.setTick('gil#a', 'done');
    await tab.choose(file, 'Knowledge');
    expect(tab.state.get()).toEqual({ kind: 'saved', name: 'study.json.gz', at: 5, hasMore: false });
    expect(await ticksIn(file)).toEqual(['gil#a']);
    laptop.study.setTick('gil#b', 'done');
    tab.note();
    expect(await ticksIn(file)).toEqual(['gil#a']);
    await tab.flush();
    expect(await ticksIn(file)).toEqual(['gil#a', 'gil#b']);
  });

  test('is written once after a row of changes, by itself', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    for (const item of ['a', 'b', 'c']) {
      laptop.study.setTick(item, 'done');
      tab.note();
      vi.advanceTimersByTime(DELAY / 2);
    }
    expect(file.modified).toBe(2);
    await wait();
    expect(file.modified).toBe(3);
    expect(await ticksIn(file)).toEqual(['a', 'b', 'c']);
  });

  test('is gone on with by the next page, which saves what the last one could not', async () => {
    const laptop = createDevice('laptop');
    const [file, first] = [new FakeFile(), openTab(laptop)];
    await first.choose(file, 'Knowledge');
    laptop.study.setTick('gil#a', 'done');
    first.note();
    const second = openTab(laptop);
    await second.resume();
    await second.flush();
    expect(await ticksIn(file)).toEqual(['gil#a']);
    const { modified } = file;
    await first.flush();
    expect(file.modified).toBe(modified);
  });

  test('is left alone once the reader has stopped', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    tab.note();
    await tab.stop();
    await wait();
    expect([file.modified, tab.state.get().kind]).toEqual([2, 'off']);
    const next = openTab(laptop);
    await next.resume();
    expect(next.state.get().kind).toBe('off');
    expect(laptop.storage.getItem(markOf('kb').on)).toBe('');
  });

  test('is left alone from then on, also where the reader stops in the middle of a save', async () => {
    const laptop = createDevice('laptop');
    const [file, tab, other] = [new FakeFile(), openTab(laptop), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    await other.resume();
    for (const one of [tab, other]) one.note();
    const saves = [tab.flush(), other.flush()];
    await tab.stop();
    await Promise.all(saves);
    expect(tab.state.get().kind).toBe('off');
    expect(await laptop.stores.kept.read()).toBeUndefined();
  });

  test('is left alone where the page was left as the reader stopped', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    vi.spyOn(laptop.stores.kept, 'keep').mockReturnValue(new Promise(() => undefined));
    void tab.stop();
    const next = openTab({ ...laptop, lock: (work) => work() });
    await next.resume();
    expect(next.state.get().kind).toBe('off');
  });

  test('has to be allowed again where the browser says so, and has everything then', async () => {
    const laptop = createDevice('laptop');
    const file = new FakeFile();
    await openTab(laptop).choose(file, 'Knowledge');
    file.permission = 'prompt';
    const tab = openTab(laptop);
    await tab.resume();
    expect(tab.state.get()).toEqual({ kind: 'waiting', name: 'study.json.gz' });
    laptop.study.setTick('gil#a', 'done');
    tab.note();
    await wait();
    expect(await ticksIn(file)).toEqual([]);
    await tab.allow();
    expect(await ticksIn(file)).toEqual(['gil#a']);
  });

  test('whose permission is taken away in between waits too', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    file.permission = 'denied';
    tab.note();
    await tab.flush();
    expect(tab.state.get().kind).toBe('waiting');
    expect(laptop.storage.getItem(markOf('kb').unsaved)).toBe('yes');
  });
});

describe('a file that two devices write to', () => {
  test('keeps what both have done, and says that there is more to take in', async () => {
    const file = new FakeFile();
    const [laptop, phone] = [createDevice('laptop'), createDevice('phone')];
    const [here, there] = [openTab(laptop), openTab(phone)];
    await here.choose(file, 'Knowledge');
    phone.study.setTick('sql#a', 'done');
    await phone.stores.log.append({ k: 'studied', note: 'sql', studied: true });
    await there.choose(file, 'Knowledge');
    laptop.study.setTick('gil#a', 'done');
    here.note();
    await here.flush();
    expect(await ticksIn(file)).toEqual(['gil#a', 'sql#a']);
    expect(here.state.get()).toMatchObject({ kind: 'saved', hasMore: true });
    const reading = await readBackup((await here.readFile()) ?? new Blob(), 'kb');
    if (reading.kind !== 'backup') throw new Error(reading.kind);
    const place = { siteId: 'kb', siteTitle: 'Knowledge', study: laptop.study, log: laptop.stores.log };
    await importBackup(place, reading.backup, 9);
    expect(listEvents(await laptop.stores.log.read())).toHaveLength(1);
    here.note();
    await here.flush();
    expect(here.state.get()).toMatchObject({ hasMore: false });
  });

  test.each([
    ['newer', { siteId: 'kb', version: 99 }],
    ['foreign', { siteId: 'fork', version: 1 }],
  ])('is left as it is where it is %s', async (reason, header) => {
    const file = new FakeFile();
    const text = JSON.stringify({
      format: 'study-backup',
      siteTitle: 'T',
      savedAt: 1,
      ...header,
      log: [],
      document: {},
    });
    file.put(new Blob([text]));
    const tab = openTab(createDevice('laptop'));
    await tab.choose(file, 'Knowledge');
    expect(tab.state.get()).toEqual({ kind: 'failed', name: 'study.json.gz', reason });
    expect(await file.content.text()).toBe(text);
  });

  test('is written over where it holds no backup, as the reader has told the browser', async () => {
    const file = new FakeFile();
    file.put(new Blob(['a letter']));
    const laptop = createDevice('laptop');
    laptop.study.setTick('gil#a', 'done');
    await openTab(laptop).choose(file, 'Knowledge');
    expect(await ticksIn(file)).toEqual(['gil#a']);
  });
});

describe('when something goes wrong', () => {
  test.each([
    ['gone', new DOMException('', 'NotFoundError')],
    ['unwritten', new DOMException('', 'InvalidStateError')],
  ])('the state is %s, and the next change tries again', async (reason, failure) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    file.failure = failure;
    laptop.study.setTick('gil#a', 'done');
    tab.note();
    await tab.flush();
    expect(tab.state.get()).toMatchObject({ kind: 'failed', reason });
    file.failure = undefined;
    tab.note();
    await tab.flush();
    expect(await ticksIn(file)).toEqual(['gil#a']);
  });

  test('while the file is written, it stays as it was', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    laptop.study.setTick('gil#a', 'done');
    await tab.choose(file, 'Knowledge');
    file.diesWhileWriting = true;
    laptop.study.setTick('gil#b', 'done');
    tab.note();
    await tab.flush();
    expect(tab.state.get()).toMatchObject({ kind: 'failed', reason: 'unwritten' });
    expect(await ticksIn(file)).toEqual(['gil#a']);
    expect(laptop.storage.getItem(markOf('kb').unsaved)).toBe('yes');
  });

  test('with the record, the file is left as it is', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    laptop.storage.setItem('kb:study', '{"version":99,"ticks":{}}');
    await tab.choose(file, 'Knowledge');
    expect(tab.state.get()).toMatchObject({ kind: 'failed', reason: 'unread' });
    expect(file.content.size).toBe(0);
  });

  test('in marking that something is due, it is saved all the same', async () => {
    const laptop = createDevice('laptop');
    const [file, tab] = [new FakeFile(), openTab(laptop)];
    await tab.choose(file, 'Knowledge');
    await laptop.stores.drafts.write('lru', 'pass');
    laptop.storage.isFull = true;
    laptop.storage.items.delete(markOf('kb').unsaved);
    tab.note();
    await tab.flush();
    const reading = await readBackup(file.content, 'kb');
    expect(reading.kind === 'backup' && [...reading.backup.drafts.keys()]).toEqual(['lru']);
  });
});

test('what it writes is what a backup is', async () => {
  const laptop = createDevice('laptop');
  laptop.study.setTick('gil#a', 'done');
  const file = new FakeFile();
  await openTab(laptop).choose(file, 'Knowledge');
  const place = { siteId: 'kb', siteTitle: 'Knowledge', study: laptop.study, log: laptop.stores.log };
  const { file: backup } = await saveBackup(place, { t: 5, z: 0 });
  const bytes = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
  expect(await bytes(file.content)).toEqual(await bytes(backup));
});
