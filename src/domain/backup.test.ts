import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Backup, parseBackup, printBackup } from './backup.ts';
import { NO_DRAFTS } from './draft.ts';
import { countEvents, createLog, listEvents, mergeLogs } from './event-log.ts';
import { previewImport } from './import-preview.ts';
import { EMPTY_STUDY } from './study-document.ts';
import type { StudyEvent } from './study-event.ts';
import { mergeRecords, type StudyRecord } from './study-record.ts';
import { record, tickAll } from './testing/arbitrary.ts';
import { mutateText } from './testing/mutation.ts';

/** What version 1 writes. It must be read for ever; a new version gets a fixture of its own beside it. */
const VERSION_1 = `{"format":"study-backup","version":1,"siteId":"kb","siteTitle":"Knowledge","savedAt":1700000000000,"devices":["laptop"],"bookmarks":{"lru":{"page":3,"at":5}},
"document":{"version":1,"ticks":{"gil#explain":{"state":"done","at":1699999999999}}},
"log":[
{"d":"laptop","n":1,"t":1699999990000,"z":60,"k":"phase","note":"gil","phase":"read","ms":60000},
{"d":"laptop","n":2,"t":1699999991000,"z":60,"k":"studied","note":"gil","studied":true}
],
"drafts":{
"exercise:lru":{"code":"class LRU: ...","at":7,"earlier":[{"code":null,"at":6},{"code":"pass","at":5}]},
"playground":{"code":"print(1)","at":5}
},
"checksum":"de5baa96"}
`;

/** What version 1 wrote before there were drafts, with one that it carried along. */
const VERSION_1_EARLY = `{"format":"study-backup","version":1,"siteId":"kb","siteTitle":"Knowledge","savedAt":1700000000000,"devices":["laptop"],"drafts":{"lru":{"code":"pass","at":5}},
"document":{"version":1,"ticks":{"gil#explain":{"state":"done","at":1699999999999}}},
"log":[
{"d":"laptop","n":1,"t":1699999990000,"z":60,"k":"phase","note":"gil","phase":"read","ms":60000},
{"d":"laptop","n":2,"t":1699999991000,"z":60,"k":"studied","note":"gil","studied":true}
],
"checksum":"462169f6"}
`;

function print(backup: StudyRecord): string {
  return [...printBackup({ siteId: 'kb', siteTitle: 'Knowledge', savedAt: 1_700_000_000_000, ...backup })].join('');
}

function parse(text: string): Backup {
  const parsed = parseBackup(text, 'kb');
  if (parsed.kind !== 'backup') throw new Error(JSON.stringify(parsed));
  return parsed.backup;
}

function phase(n: number): StudyEvent {
  return { d: 'laptop', n, t: 1_700_000_000_000 + n, z: 60, k: 'phase', note: 'gil', phase: 'read', ms: 60_000 };
}

const SAMPLE: StudyRecord = {
  study: tickAll(EMPTY_STUDY, ['gil#explain', 'gil#measure', 'sql#join'], 1000),
  log: createLog(Array.from({ length: 12 }, (_, index) => phase(index))),
  drafts: new Map([['exercise:lru', { code: 'pass', at: 5, earlier: [{ code: 'return', at: 4 }] }]]),
  carried: { later: { lru: { page: 'pass', at: 5 } } },
};

describe('a backup', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(record, (saved) => {
        expect(parse(print(saved))).toMatchObject(saved);
      }),
    );
  });

  test('of version 1 is read, and written as it was', () => {
    const backup = parse(VERSION_1);
    expect(listEvents(backup.log).map(({ k }) => k)).toEqual(['phase', 'studied']);
    expect(backup.carried).toEqual({ bookmarks: { lru: { page: 3, at: 5 } } });
    expect([...backup.drafts.keys()]).toEqual(['exercise:lru', 'playground']);
    expect(print(backup)).toBe(VERSION_1);
  });

  test('of version 1 that knew no drafts is read', () => {
    const backup = parse(VERSION_1_EARLY);
    expect(backup.drafts).toEqual(new Map([['lru', { code: 'pass', at: 5, earlier: [] }]]));
    expect(backup.carried).toEqual({});
    const without = parse(print({ ...SAMPLE, drafts: NO_DRAFTS }));
    expect(without.drafts.size).toBe(0);
  });

  test('comes in parts that hold a thousand events each', () => {
    const log = createLog(Array.from({ length: 2500 }, (_, index) => phase(index)));
    const parts = [...printBackup({ ...SAMPLE, log, siteId: 'kb', siteTitle: '', savedAt: 0 })];
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(150_000);
    expect(countEvents(parse(parts.join('')).log)).toBe(2500);
  });

  test('is read although white space has changed on its way', () => {
    expect(parse(print(SAMPLE).replaceAll('\n', '\r\n')).log).toEqual(SAMPLE.log);
  });

  test('that was edited by hand is read without its checksum', () => {
    const edited = print(SAMPLE).replace('gil#explain', 'gil#tell');
    expect(parseBackup(edited, 'kb')).toEqual({ kind: 'corrupt', damage: 'checksum' });
    expect(parse(edited.replace(/,\s*"checksum":"\w+"/, '')).study.ticks).toHaveProperty('gil#tell');
  });
});

describe('a file is refused', () => {
  const text = print(SAMPLE);
  const unchecked = text.replace(/,\s*"checksum":"\w+"/, '');
  test.each([
    ['that is no JSON', text.slice(0, -20), { kind: 'corrupt', damage: 'json' }],
    ['that is empty', '', { kind: 'corrupt', damage: 'json' }],
    ['of another program', '{"cards":[]}', { kind: 'foreign', siteTitle: undefined }],
    ['that is a list', '[]', { kind: 'foreign', siteTitle: undefined }],
    ['of another site', text.replace('"kb"', '"xy"'), { kind: 'corrupt', damage: 'checksum' }],
    ['of another site, whole', unchecked.replace('"kb"', '"xy"'), { kind: 'foreign', siteTitle: 'Knowledge' }],
    ['of a newer version', text.replace('"version":1', '"version":2'), { kind: 'newer', version: 2 }],
    ['with a newer document', unchecked.replace('t":{"version":1', 't":{"version":2'), { kind: 'newer', version: 1 }],
    ['without a site', unchecked.replace('"siteId"', '"site"'), { kind: 'corrupt', damage: 'header' }],
    ['without a document', unchecked.replace('"document"', '"documents"'), { kind: 'corrupt', damage: 'document' }],
    ['without a log', unchecked.replace('"log"', '"logs"'), { kind: 'corrupt', damage: 'log' }],
    ['with an event that is none', unchecked.replace('"z":60', '"z":"60"'), { kind: 'corrupt', damage: 'log' }],
    ['with a draft that is none', unchecked.replace('"at":4', '"at":"4"'), { kind: 'corrupt', damage: 'drafts' }],
    ['that was damaged', text.replace('"ms":60000', '"ms":70000'), { kind: 'corrupt', damage: 'checksum' }],
    [
      'of a million brackets',
      unchecked.replace('"page":"pass"', `"page":${'['.repeat(1e5)}${']'.repeat(1e5)}`),
      { kind: 'corrupt', damage: 'nesting' },
    ],
  ])('%s', (_, file, refusal) => {
    expect(parseBackup(file, 'kb')).toEqual(refusal);
  });
});

describe('10,000 random mutations of a backup', () => {
  const current: StudyRecord = {
    study: tickAll(EMPTY_STUDY, ['gil#explain', 'api#verbs'], 2000),
    log: createLog([phase(3), phase(100)]),
    drafts: new Map([['exercise:lru', { code: 'mine', at: 9, earlier: [] }]]),
    carried: {},
  };

  test.each([
    ['are refused while the checksum is there to tell, or have changed nothing', print(SAMPLE)],
    ['without a checksum are merged or refused, and lose nothing', print(SAMPLE).replace(/,\s*"checksum":"\w+"/, '')],
  ])('%s', (_, text) => {
    for (let seed = 1; seed <= 5000; seed += 1) {
      const mutated = mutateText(text, seed);
      const parsed = parseBackup(mutated, 'kb');
      if (parsed.kind !== 'backup') continue;
      previewImport(current, parsed.backup);
      const merged = mergeRecords(current, parsed.backup);
      expect(mergeRecords(merged, current)).toEqual(merged);
      expect(mergeLogs(merged.log, current.log)).toEqual(merged.log);
      expect(merged.study.ticks['api#verbs']).toEqual(current.study.ticks['api#verbs']);
      expect([merged.drafts.get('exercise:lru')].flatMap((one) => [one, ...(one?.earlier ?? [])])).toContainEqual(
        expect.objectContaining({ code: 'mine', at: 9 }),
      );
      const { log, study, drafts } = SAMPLE;
      if (mutated.includes('"checksum"')) expect(parsed.backup).toMatchObject({ log, study, drafts });
    }
  });
});
