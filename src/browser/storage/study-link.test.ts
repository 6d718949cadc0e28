import { correction, generate } from 'lean-qr/nano';
import decode from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import type { Backup } from '../../domain/backup.ts';
import { createLog } from '../../domain/event-log.ts';
import { EMPTY_STUDY } from '../../domain/study-document.ts';
import { EMPTY_RECORD } from '../../domain/study-record.ts';
import { mutateText } from '../../domain/testing/mutation.ts';
import type { Tick } from '../../domain/tick.ts';
import { createStudyLinks, MAX_CODE, MAX_LINK, readStudyLink } from './study-link.ts';

const PAGE = 'https://example.org/some/base/pt-br/progress/';

/** A reader with so many ticks, each at a time of its own, and events. */
function backupOf(ticks: number, events: number): Backup {
  const items = Array.from({ length: ticks }, (_, index): [string, Tick] => {
    const area = ['python-internals', 'databases', 'architecture'][index % 3];
    const at = 1.79e12 + index * 7_919_337;
    return [`${area}/note-${Math.floor(index / 6)}#explain-${index}`, { state: 'done', at }];
  });
  const study = { ...EMPTY_STUDY, ticks: Object.fromEntries(items) };
  const log = createLog(
    Array.from({ length: events }, (_, n) => {
      const t = 1.79e12 + n * 3_600_017;
      return {
        d: '3f9c',
        n,
        t,
        z: 60,
        k: 'phase',
        note: `databases/note-${n % 9}`,
        phase: 'read',
        ms: 60_000 + n * 997,
      };
    }),
  );
  return { siteId: 'kb', siteTitle: 'Señor', savedAt: 1.79e12, ...EMPTY_RECORD, study, log };
}

async function read(href: string) {
  return readStudyLink(new URL(href).hash, 'kb');
}

describe('a link', () => {
  test('brings everything that fits into it', async () => {
    const backup = backupOf(10, 10);
    const { code, link } = await createStudyLinks(PAGE, backup);
    expect(code).toEqual(link);
    expect(code).toMatchObject({ isWhole: true });
    expect(await read(code?.href ?? '')).toMatchObject({
      kind: 'backup',
      backup: { study: backup.study, log: backup.log },
    });
  });

  test('leaves out the log where it does not fit, and keeps it in the longer link', async () => {
    const backup = backupOf(10, 100);
    const { code, link } = await createStudyLinks(PAGE, backup);
    expect([code?.isWhole, link?.isWhole]).toEqual([false, true]);
    const reading = await read(code?.href ?? '');
    expect(reading).toMatchObject({ kind: 'backup', backup: { study: backup.study, log: new Map() } });
  });

  test('is all there is where ticks are too many for a code, and nothing is where they are too many for a link', async () => {
    const many = await createStudyLinks(PAGE, backupOf(300, 0));
    expect([many.code, many.link?.isWhole]).toEqual([undefined, true]);
    expect(await createStudyLinks(PAGE, backupOf(3000, 0))).toEqual({ code: undefined, link: undefined });
  });

  test('is never longer than what it is for', async () => {
    for (const ticks of [0, 40, 80, 120, 160, 600]) {
      const { code, link } = await createStudyLinks(PAGE, backupOf(ticks, ticks));
      expect(code?.href.length ?? 0).toBeLessThanOrEqual(MAX_CODE);
      expect(link?.href.length ?? 0).toBeLessThanOrEqual(MAX_LINK);
    }
  });

  test('holds a study of eighty ticks as a code', async () => {
    expect((await createStudyLinks(PAGE, backupOf(80, 0))).code?.isWhole).toBe(true);
  });
});

describe('an address', () => {
  test.each(['', '#backup', '#study'])('that ends in "%s" brings nothing', async (fragment) => {
    expect(await readStudyLink(fragment, 'kb')).toBeUndefined();
  });

  test('of another site is told apart', async () => {
    const { code } = await createStudyLinks(PAGE, backupOf(1, 0));
    expect(await readStudyLink(new URL(code?.href ?? '').hash, 'fork')).toEqual({
      kind: 'foreign',
      siteTitle: 'Señor',
    });
  });

  test('that was cut off is refused', async () => {
    const { hash } = new URL((await createStudyLinks(PAGE, backupOf(8, 3))).code?.href ?? '');
    for (let end = '#study='.length; end < hash.length; end += 1) {
      expect(await readStudyLink(hash.slice(0, end), 'kb')).toEqual({ kind: 'unreadable' });
    }
  });

  test('that was altered is refused, or brings what it was', async () => {
    const backup = backupOf(8, 3);
    const { hash } = new URL((await createStudyLinks(PAGE, backup)).code?.href ?? '');
    for (let seed = 1; seed <= 1000; seed += 1) {
      const reading = await readStudyLink(`#study=${mutateText(hash.slice('#study='.length), seed)}`, 'kb');
      if (reading?.kind !== 'backup') continue;
      expect(reading.backup).toMatchObject({ study: backup.study, log: backup.log });
    }
  });
});

test('the largest code is read by a reader of codes that is not ours', async () => {
  let href = '';
  for (let ticks = 80; ticks < 160; ticks += 1) {
    const { code } = await createStudyLinks(PAGE, backupOf(ticks, 0));
    if (code) ({ href } = code);
  }
  expect(href.length).toBeGreaterThan(MAX_CODE - 60);
  const code = generate(href, { minCorrectionLevel: correction.L });
  expect(code.size).toBeLessThanOrEqual(137);
  expect(decode(paint(code))).toBe(href);
});

/** The code as a camera sees it: three pixels a dot, with the quiet zone around it. */
function paint({ size, get }: { size: number; get(x: number, y: number): boolean }) {
  const [scale, quiet] = [3, 4];
  const width = (size + 2 * quiet) * scale;
  const data = new Uint8Array(width * width * 3).fill(255);
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      if (!get(Math.floor(x / scale), Math.floor(y / scale))) continue;
      const start = ((y + quiet * scale) * width + x + quiet * scale) * 3;
      data.fill(0, start, start + 3);
    }
  }
  return { width, height: width, data };
}
