import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Backup } from '../../domain/backup.ts';
import { listEvents } from '../../domain/event-log.ts';
import { printStudy } from '../../domain/study-document.ts';
import { planOf, withPlan } from '../../domain/study-plan.ts';
import type { DraftStore } from './draft-store.ts';
import { createMemoryStores } from './memory-stores.ts';
import {
  importBackup,
  previewBackup,
  readBackup,
  redoImport,
  type StudyPlace,
  saveBackup,
  undoImport,
} from './study-backup.ts';
import { createStudyStore, studyKey } from './study-store.ts';
import { FakeStorage } from './testing/fake-storage.ts';
import { countCalls, FAULTS, resetDatabases } from './testing/faulty-database.ts';
import { createClock, MORNING, openDraftTab, openTab } from './testing/log-tab.ts';

const NOW = MORNING + 3_600_000;
const PLAN = {
  roadmap: 'sprint',
  startDate: '2026-11-30',
  studyDays: [1, 2] as const,
  hoursPerDay: 4,
  daysOff: [],
  finished: [],
};

beforeEach(resetDatabases);
afterEach(() => void vi.restoreAllMocks());

/** A browser with a reader in it. */
interface Browser extends StudyPlace {
  readonly storage: FakeStorage;
  readonly drafts: DraftStore;
}

function openBrowser(device: string): Browser {
  const storage = new FakeStorage();
  const study = createStudyStore(
    'kb',
    () => storage,
    () => createClock()().t,
  );
  return {
    siteId: 'kb',
    siteTitle: 'Knowledge',
    study,
    log: openTab(device, `kb-${device}`),
    drafts: openDraftTab(() => NOW, `kb-${device}`),
    storage,
  };
}

async function studyNote(place: StudyPlace, note: string): Promise<void> {
  place.study.setTick(`${note}#explain`, 'done');
  await place.log.append({ k: 'phase', note, phase: 'read', ms: 60_000 });
}

async function exchange(from: StudyPlace, to: StudyPlace): Promise<void> {
  expect(await importBackup(to, await backupOf(from), NOW)).toEqual({ kind: 'done' });
}

async function backupOf(place: StudyPlace): Promise<Backup> {
  const { file } = await saveBackup(place, { t: NOW, z: 60 });
  const reading = await readBackup(file, 'kb');
  if (reading.kind !== 'backup') throw new Error(reading.kind);
  return reading.backup;
}

async function contentOf(place: StudyPlace) {
  const states = Object.entries(place.study.study.get().ticks).filter(([, { state }]) => state !== 'open');
  return {
    ticks: Object.fromEntries(states.map(([item, { state }]) => [item, state])),
    notes: listEvents(await place.log.read()).map(({ note }) => note),
    plan: planOf(place.study.study.get())?.roadmap,
  };
}

describe('a backup', () => {
  test('brings everything back into an empty browser', async () => {
    const laptop = openBrowser('laptop');
    await studyNote(laptop, 'gil');
    laptop.study.update((study, now) => withPlan(study, PLAN, now));
    const { name, problem } = await saveBackup(laptop, { t: NOW, z: 60 });
    expect([name, problem]).toEqual(['kb-2026-11-24.json.gz', undefined]);
    const empty = openBrowser('new');
    await exchange(laptop, empty);
    expect(await contentOf(empty)).toEqual(await contentOf(laptop));
    expect((await previewBackup(empty, await backupOf(laptop))).isEmpty).toBe(true);
  });

  test('is whole or says that it may not be, whichever call fails', async () => {
    const laptop = openBrowser('laptop');
    await studyNote(laptop, 'gil');
    for (const fault of FAULTS) {
      for (let failing = 1, calls = failing; failing <= calls; failing += 1) {
        const reader = { ...laptop, log: openTab('laptop', 'kb-laptop') };
        const counted = countCalls((call) => (call === failing ? fault : undefined));
        const { file, problem } = await saveBackup(reader, { t: NOW, z: 60 });
        calls = counted();
        vi.restoreAllMocks();
        const reading = await readBackup(file, 'kb');
        const events = reading.kind === 'backup' ? listEvents(reading.backup.log) : [];
        expect(problem === undefined ? events : [1]).toHaveLength(1);
      }
    }
  });

  test('carries along what a later version has put into it', async () => {
    const laptop = openBrowser('laptop');
    const later = { ...(await backupOf(laptop)), carried: { later: { lru: { code: 'pass', at: 1 } } } };
    await importBackup(laptop, later, NOW);
    expect((await backupOf(laptop)).carried).toEqual(later.carried);
  });
});

describe('drafts', () => {
  async function codesOf({ drafts }: Browser) {
    return (await drafts.list('')).map(({ key, code, earlier }) => [key, code, ...earlier.map(({ code }) => code)]);
  }

  test('of two browsers are merged by exchanging files, and both versions are kept', async () => {
    const [laptop, phone] = [openBrowser('laptop'), openBrowser('phone')];
    await laptop.drafts.write('lru', 'laptop');
    await phone.drafts.write('lru', 'phone');
    await phone.drafts.write('heap', 'phone');
    expect(await previewBackup(laptop, await backupOf(phone))).toMatchObject({ draftsAdded: 1, draftsChanged: 1 });
    await exchange(phone, laptop);
    await exchange(laptop, phone);
    expect(await codesOf(laptop)).toEqual([
      ['heap', 'phone'],
      ['lru', 'phone', 'laptop'],
    ]);
    expect(await codesOf(phone)).toEqual(await codesOf(laptop));
  });

  test('come and go with an import that is taken back and done again', async () => {
    const [laptop, phone] = [openBrowser('laptop'), openBrowser('phone')];
    await laptop.drafts.write('lru', 'laptop');
    await phone.drafts.write('lru', 'phone');
    await exchange(phone, laptop);
    await laptop.drafts.write('heap', 'since then');
    await undoImport(laptop, NOW + 1);
    expect(await codesOf(laptop)).toEqual([
      ['heap', 'since then'],
      ['lru', 'laptop'],
    ]);
    await redoImport(laptop, NOW + 2);
    expect(await codesOf(laptop)).toContainEqual(['lru', 'phone', 'laptop']);
  });
});

test('two browsers that have gone different ways and exchange files end equal', async () => {
  const [laptop, phone] = [openBrowser('laptop'), openBrowser('phone')];
  await studyNote(laptop, 'gil');
  await exchange(laptop, phone);
  await studyNote(laptop, 'asyncio');
  await studyNote(phone, 'sql');
  phone.study.setTick('gil#explain', 'skipped');
  const [first, second] = [await backupOf(laptop), await backupOf(phone)];
  await importBackup(phone, first, NOW);
  await importBackup(laptop, second, NOW);
  expect(await contentOf(phone)).toEqual(await contentOf(laptop));
  expect(printStudy(phone.study.study.get()).length).toBe(printStudy(laptop.study.study.get()).length);
});

describe('taking back an import', () => {
  async function importOther(): Promise<Browser> {
    const [laptop, other] = [openBrowser('laptop'), openBrowser('other')];
    await studyNote(laptop, 'gil');
    await studyNote(other, 'sql');
    other.study.update((study, now) => withPlan(study, PLAN, now));
    await exchange(other, laptop);
    return laptop;
  }
  const ALONE = { ticks: { 'gil#explain': 'done' }, notes: ['gil'], plan: undefined };
  const BOTH = { ticks: { 'gil#explain': 'done', 'sql#explain': 'done' }, plan: 'sprint' };

  test('leaves what there was, and what the reader did since then', async () => {
    const laptop = await importOther();
    expect(await contentOf(laptop)).toMatchObject(BOTH);
    await studyNote(laptop, 'api');
    expect(await undoImport(laptop, NOW + 1)).toEqual({ kind: 'done' });
    expect(await contentOf(laptop)).toEqual({
      ticks: { ...ALONE.ticks, 'api#explain': 'done' },
      notes: ['gil', 'api'],
      plan: undefined,
    });
  });

  test('can be taken back, and done again', async () => {
    const laptop = await importOther();
    await undoImport(laptop, NOW + 1);
    expect(await redoImport(laptop, NOW + 2)).toEqual({ kind: 'done' });
    expect(await contentOf(laptop)).toMatchObject(BOTH);
    expect((await contentOf(laptop)).notes).toHaveLength(2);
    expect(await undoImport(laptop, NOW + 3)).toEqual({ kind: 'done' });
    expect(await contentOf(laptop)).toEqual(ALONE);
  });

  test('holds although another tab has seen the import', async () => {
    const laptop = await importOther();
    const tab = createStudyStore(
      'kb',
      () => laptop.storage,
      () => NOW,
    );
    await undoImport(laptop, NOW + 1);
    tab.refresh();
    tab.setTick('api#explain', 'done');
    laptop.study.refresh();
    expect((await contentOf(laptop)).ticks).toEqual({ ...ALONE.ticks, 'api#explain': 'done' });
  });

  test('is not offered twice, nor where nothing was imported', async () => {
    const laptop = await importOther();
    await undoImport(laptop, NOW + 1);
    expect(await undoImport(laptop, NOW + 2)).toEqual({ kind: 'none' });
    expect(await undoImport(openBrowser('empty'), NOW)).toEqual({ kind: 'none' });
  });
});

describe('an import that cannot be saved', () => {
  test('changes nothing where the database refuses, at any call', async () => {
    const other = openBrowser('other');
    await studyNote(other, 'sql');
    const backup = await backupOf(other);
    for (const fault of FAULTS) {
      let result = '';
      for (let failing = 1; result !== 'end'; failing += 1) {
        resetDatabases();
        const laptop = openBrowser('laptop');
        await studyNote(laptop, 'gil');
        const before = await contentOf(laptop);
        const stored = laptop.storage.getItem(studyKey('kb'));
        const counted = countCalls((call) => (call === failing ? fault : undefined));
        const { kind } = await importBackup(laptop, backup, NOW);
        result = counted() < failing ? 'end' : kind;
        vi.restoreAllMocks();
        if (kind === 'done') {
          expect((await contentOf(laptop)).notes).toHaveLength(2);
          expect(await undoImport(laptop, NOW + 1)).toEqual({ kind: 'done' });
          expect(await contentOf(laptop)).toEqual(before);
        } else expect([await contentOf(laptop), laptop.storage.getItem(studyKey('kb'))]).toEqual([before, stored]);
      }
    }
  });

  test('is said to be done in part where only the ticks do not fit, and done again it is whole', async () => {
    const [laptop, other] = [openBrowser('laptop'), openBrowser('other')];
    await studyNote(other, 'sql');
    laptop.storage.isFull = true;
    const backup = await backupOf(other);
    expect(await importBackup(laptop, backup, NOW)).toEqual({ kind: 'partly', problem: 'full' });
    laptop.storage.isFull = false;
    expect(await importBackup(laptop, backup, NOW)).toEqual({ kind: 'done' });
    expect(await contentOf(laptop)).toEqual(await contentOf(other));
    expect(laptop.storage.getItem(studyKey('kb'))).toContain('sql#explain');
  });

  test('is not begun where the ticks are of a newer version', async () => {
    const laptop = openBrowser('laptop');
    const backup = await backupOf(laptop);
    laptop.storage.setItem(studyKey('kb'), '{"version":2,"ticks":{}}');
    expect(await importBackup(laptop, backup, NOW)).toEqual({ kind: 'failed', problem: 'newer' });
  });
});

test('a log in memory can stand in for the database', async () => {
  const laptop = openBrowser('laptop');
  const memory: Browser = { ...openBrowser('memory'), log: createMemoryStores('memory', createClock()).log };
  await studyNote(laptop, 'gil');
  await studyNote(memory, 'sql');
  await exchange(laptop, memory);
  expect((await contentOf(memory)).notes.sort()).toEqual(['gil', 'sql']);
  await undoImport(memory, NOW + 1);
  expect(await contentOf(memory)).toMatchObject({ ticks: { 'sql#explain': 'done' }, notes: ['sql'] });
});
