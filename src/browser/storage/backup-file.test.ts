import { describe, expect, test, vi } from 'vitest';
import { printBackup } from '../../domain/backup.ts';
import { createLog } from '../../domain/event-log.ts';
import { EMPTY_STUDY } from '../../domain/study-document.ts';
import { EMPTY_RECORD, mergeRecords } from '../../domain/study-record.ts';
import { tickAll } from '../../domain/testing/arbitrary.ts';
import { mutateBytes } from '../../domain/testing/mutation.ts';
import { nameBackupFile, packBackup, readBackupFile } from './backup-file.ts';
import { readBackup } from './study-backup.ts';

const EVENTS = Array.from({ length: 30 }, (_, n) => {
  return { d: 'laptop', n, t: 1_700_000_000_000 + n, z: 60, k: 'studied', note: `nota-ñ-${n}`, studied: true };
});
const RECORD = { ...EMPTY_RECORD, study: tickAll(EMPTY_STUDY, ['gil#explain'], 1), log: createLog(EVENTS) };
const BACKUP = { siteId: 'kb', siteTitle: 'Señor', savedAt: 1, ...RECORD };

async function packed(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await packBackup(printBackup(BACKUP))).arrayBuffer());
}

test('a file is read as it was written', async () => {
  const file = await packBackup(['{"note":', '"ñ 🐍"}']);
  expect(file.type).toBe('application/gzip');
  expect(await readBackupFile(file)).toEqual({ kind: 'text', text: '{"note":"ñ 🐍"}' });
});

test('a file that was unpacked on its way is read as well', async () => {
  const text = [...printBackup(BACKUP)].join('');
  expect(await readBackup(new Blob(['\uFEFF', text]), 'kb')).toMatchObject({ kind: 'backup', backup: RECORD });
});

test('a browser that cannot pack writes plain JSON, and its name says so', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  const file = await packBackup(['{}']);
  expect([await file.text(), file.type]).toEqual(['{}', 'application/json']);
  expect(nameBackupFile('kb', '2026-11-24')).toBe('kb-2026-11-24.json');
  vi.unstubAllGlobals();
  expect(nameBackupFile('kb', '2026-11-24')).toBe('kb-2026-11-24.json.gz');
});

describe('a file is refused', () => {
  test('that is cut off anywhere', async () => {
    const bytes = await packed();
    for (let length = 2; length < bytes.length; length += 1) {
      expect(await readBackupFile(new Blob([bytes.slice(0, length)]))).toEqual({ kind: 'unreadable' });
    }
  });

  test('that is no text', async () => {
    expect(await readBackupFile(new Blob([new Uint8Array([0xff, 0xfe, 0x7b, 0])]))).toEqual({ kind: 'unreadable' });
    expect(await readBackupFile(new Blob([new Uint8Array([0xc3])]))).toEqual({ kind: 'unreadable' });
  });

  test('that unpacks to more than anybody writes, before it is in memory', async () => {
    const bomb = await packBackup(Array.from({ length: 300 }, () => ' '.repeat(2 ** 20)));
    expect(bomb.size).toBeLessThan(2 ** 20);
    expect((await readBackupFile(bomb)).kind).toBe('large');
    expect(await readBackupFile(new Blob(['{"a":1}']), 6)).toEqual({ kind: 'large', limit: 6 });
  });
});

test('10,000 random mutations of a packed file are refused, or have changed nothing', { timeout: 30_000 }, async () => {
  const bytes = await packed();
  const readings: Record<string, number> = {};
  for (let seed = 1; seed <= 10_000; seed += 1) {
    const reading = await readBackup(new Blob([mutateBytes(bytes, seed)]), 'kb');
    readings[reading.kind] = (readings[reading.kind] ?? 0) + 1;
    if (reading.kind === 'backup') expect(mergeRecords(EMPTY_RECORD, reading.backup)).toEqual(RECORD);
  }
  expect(readings.unreadable).toBeGreaterThan(5000);
});
